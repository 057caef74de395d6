package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Late openings over {@code /api}. */
@RestController
@RequestMapping("/api/units/{unit}/years/{year}/late-openings")
class LateOpeningsApi {

    private final SignedIn signedIn;
    private final Openings openings;

    LateOpeningsApi(SignedIn signedIn, Openings openings) {
        this.signedIn = signedIn;
        this.openings = openings;
    }

    /** The newest first; a chief sees the own section's. */
    @GetMapping
    List<LateOpening> list(@PathVariable String unit, @PathVariable int year) {
        return openings.of(signedIn.actor(), unit, year);
    }

    /** {@code {section, stage, until, reason}}; stage is TARGETS, HALF_YEAR or FULL_YEAR. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LateOpening grant(@PathVariable String unit, @PathVariable int year, @RequestBody JsonNode body) {
        return openings.grant(
                signedIn.actor(), unit, year,
                JsonFields.text(body, "section", "", JsonFields.SHORT),
                Stage.of(JsonFields.text(body, "stage", "", JsonFields.SHORT)),
                day(JsonFields.text(body, "until", "", JsonFields.SHORT).strip()),
                JsonFields.text(body, "reason", "", JsonFields.TEXT));
    }

    @PostMapping("/{id}/end")
    List<LateOpening> end(@PathVariable String unit, @PathVariable int year, @PathVariable UUID id) {
        openings.end(signedIn.actor(), unit, year, id);
        return openings.of(signedIn.actor(), unit, year);
    }

    private static @Nullable LocalDate day(String text) {
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.malformed("body.field", "until");
        }
    }
}
