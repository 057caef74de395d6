package org.jixiao.target;

import java.util.List;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adjustments of a section's targets over {@code /api}; one is filled in and decided on as any task. */
@RestController
@RequestMapping("/api/units/{unit}/years/{year}/sections/{section}/adjustments")
class AdjustmentsApi {

    private final SignedIn signedIn;
    private final Adjusting adjusting;

    AdjustmentsApi(SignedIn signedIn, Adjusting adjusting) {
        this.signedIn = signedIn;
        this.adjusting = adjusting;
    }

    @GetMapping
    List<Adjusting.Asked> of(@PathVariable String unit, @PathVariable int year, @PathVariable String section) {
        return adjusting.of(signedIn.actor(), unit, year, section);
    }

    /** Starts one; the answer names the task it is filled in with. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Started ask(@PathVariable String unit, @PathVariable int year, @PathVariable String section) {
        Actor actor = signedIn.actor();
        return new Started(adjusting.ask(actor, unit, year, section));
    }

    record Started(String taskId) {}
}
