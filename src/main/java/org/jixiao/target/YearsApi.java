package org.jixiao.target;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.YearStarts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Years over {@code /api}: opening one (from rows or a file), its dates, its self-evaluations. */
@RestController
@RequestMapping("/api/units/{unit}/years")
class YearsApi {

    private final SignedIn signedIn;
    private final Years years;
    private final TargetImport imports;
    private final Messages messages;

    YearsApi(SignedIn signedIn, Years years, TargetImport imports, Messages messages) {
        this.signedIn = signedIn;
        this.years = years;
        this.imports = imports;
        this.messages = messages;
    }

    /**
     * {@code {year, halfYearDate, yearEndDate, byHand, coordinatingSection, rows | csv | fromLastYear, answers, unit}};
     * without a date {@code byHand} must be true, so that nobody forgets the dates. Answers the dates and what was to
     * begin with the year and could not, as {@link #begin} does.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@PathVariable String unit, @RequestBody JsonNode body, Locale locale) {
        Actor actor = signedIn.actor();
        int year = year(body);
        LocalDate half = date(body, "halfYearDate");
        LocalDate end = date(body, "yearEndDate");
        if ((half == null || end == null) && !JsonFields.flag(body, "byHand", false))
            throw Refusal.invalid("year.dates");
        String section = JsonFields.text(body, "coordinatingSection", "", JsonFields.SHORT);
        var begun = years.open(
                actor, unit, new Years.Opening(year, half, end, section, rows(actor, unit, year, body), body.get("unit")));
        return new Opened(years.dates(actor, unit, year).orElseThrow(), notBegun(begun, locale));
    }

    record Opened(@JsonUnwrapped Years.Dates dates, List<NotBegun> notBegun) {}

    private List<DraftRow> rows(Actor actor, String unit, int year, JsonNode body) {
        if (body.has("csv")) return imports.accepted(preview(actor, unit, year, body));
        if (body.has("rows")) return imports.accepted(imports.ofRows(actor, unit, year, JsonFields.objects(body, "rows")));
        return JsonFields.flag(body, "fromLastYear", false) ? years.lastYear(actor, unit, year) : List.of();
    }

    /** Begins what is drawn to begin with a year and has not begun in this one: {@code {cases, notBegun: [{process, why}]}}. */
    @PostMapping("/{year}/begin")
    Begun begin(@PathVariable String unit, @PathVariable int year, Locale locale) {
        var begun = years.begin(signedIn.actor(), unit, year);
        return new Begun(begun.cases(), notBegun(begun, locale));
    }

    private List<NotBegun> notBegun(YearStarts.Begun begun, Locale locale) {
        return begun.failed().stream()
                .map(f -> new NotBegun(Messages.name(locale, f.process(), f.processEn()), messages.refusal(locale, f.why())))
                .toList();
    }

    record Begun(int cases, List<NotBegun> notBegun) {}

    record NotBegun(String process, String why) {}

    /** What opening the year with {@code {year, csv, answers}} would create, change and refuse; stores nothing. */
    @PostMapping("/preview")
    ImportPreview preview(@PathVariable String unit, @RequestBody JsonNode body) {
        return preview(signedIn.actor(), unit, year(body), body);
    }

    /** The same for a file as it is. */
    @PostMapping(path = "/{year}/preview", consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ImportPreview preview(@PathVariable String unit, @PathVariable int year, @RequestBody byte[] file) {
        return imports.ofYear(signedIn.actor(), unit, year, file, Map.of());
    }

    private ImportPreview preview(Actor actor, String unit, int year, JsonNode body) {
        String csv = JsonFields.text(body, "csv", "", CsvFile.MOST_BYTES);
        var answers = new LinkedHashMap<String, String>();
        body.path("answers").fields().forEachRemaining(e -> answers.put(e.getKey(), e.getValue().asText()));
        return imports.ofYear(actor, unit, year, csv.getBytes(StandardCharsets.UTF_8), answers);
    }

    @GetMapping("/{year}/dates")
    Years.Dates dates(@PathVariable String unit, @PathVariable int year) {
        return years.dates(signedIn.actor(), unit, year).orElseThrow(Refusal::forbidden);
    }

    /** {@code {halfYearDate, yearEndDate, closing: {targets, halfYear, fullYear}}}; null is by hand or none, an absent one stays. */
    @PutMapping("/{year}/dates")
    Years.Dates changeDates(@PathVariable String unit, @PathVariable int year, @RequestBody JsonNode body) {
        Actor actor = signedIn.actor();
        var standing = years.dates(actor, unit, year).orElseThrow(Refusal::forbidden);
        years.changeDates(
                actor, unit, year,
                body.has("halfYearDate") ? date(body, "halfYearDate") : standing.halfYearDate(),
                body.has("yearEndDate") ? date(body, "yearEndDate") : standing.yearEndDate(),
                closing(body.path("closing"), standing.closing()));
        return years.dates(actor, unit, year).orElseThrow();
    }

    /** {@code {reason}}, optional. */
    @PostMapping("/{year}/evaluations/{period}/open")
    Years.Dates openEvaluation(@PathVariable String unit, @PathVariable int year, @PathVariable String period,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Actor actor = signedIn.actor();
        String why = body == null ? "" : JsonFields.text(body, "reason", "", JsonFields.TEXT);
        years.openEvaluation(actor, unit, year, period, why.isBlank() ? null : why);
        return years.dates(actor, unit, year).orElseThrow();
    }

    private static int year(JsonNode body) {
        if (!body.path("year").isInt()) throw Refusal.malformed("body.field", "year");
        return body.get("year").intValue();
    }

    private static ClosingDays closing(JsonNode days, ClosingDays standing) {
        if (!days.isMissingNode() && !days.isObject()) throw Refusal.malformed("body.field", "closing");
        return new ClosingDays(
                days.has("targets") ? date(days, "targets") : standing.targets(),
                days.has("halfYear") ? date(days, "halfYear") : standing.halfYear(),
                days.has("fullYear") ? date(days, "fullYear") : standing.fullYear());
    }

    private static @Nullable LocalDate date(JsonNode body, String field) {
        String text = JsonFields.text(body, field, "", JsonFields.SHORT).strip();
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.malformed("body.field", field);
        }
    }
}
