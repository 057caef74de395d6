package org.jixiao.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.OwnStarts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Processes that people start themselves. */
@RestController
@RequestMapping("/api/starts")
@Tag(name = "Tasks")
class StartsApi {

    private final OwnStarts starts;
    private final SignedIn signedIn;

    StartsApi(OwnStarts starts, SignedIn signedIn) {
        this.starts = starts;
        this.signedIn = signedIn;
    }

    @GetMapping
    @Operation(summary = "What the asker may start now, and from which post")
    List<OwnStarts.Offer> offers() {
        return starts.offers(signedIn.actor());
    }

    record From(@Nullable UUID post) {}

    @PostMapping("/{process}")
    @Operation(summary = "Starts a case of the process from the post; answers the case and the asker's first task in it")
    OwnStarts.Started start(@PathVariable String process, @RequestBody From from) {
        if (from.post() == null) throw Refusal.malformed("start.post");
        return starts.start(signedIn.actor(), process, from.post());
    }
}
