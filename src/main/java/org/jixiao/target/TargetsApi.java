package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A section's targets and the unit's part over {@code /api}; saving is the verb save on the filling task. */
@RestController
@RequestMapping("/api/units/{unit}/years/{year}")
class TargetsApi {

    private final SignedIn signedIn;
    private final TargetPages pages;
    private final Questions questions;
    private final TargetTables tables;
    private final ObjectProvider<Cases> cases;
    private final ObjectProvider<Verbs> verbs;
    private final Messages messages;
    private final ObjectMapper json;

    TargetsApi(SignedIn signedIn, TargetPages pages, Questions questions, TargetTables tables, ObjectProvider<Cases> cases,
            ObjectProvider<Verbs> verbs, Messages messages, ObjectMapper json) {
        this.signedIn = signedIn;
        this.pages = pages;
        this.questions = questions;
        this.tables = tables;
        this.cases = cases;
        this.verbs = verbs;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/sections/{section}/targets")
    JsonNode read(@PathVariable String unit, @PathVariable int year, @PathVariable String section, Locale locale) {
        return page(signedIn.actor(), unit, year, section, locale);
    }

    @PutMapping("/sections/{section}/targets")
    JsonNode save(@PathVariable String unit, @PathVariable int year, @PathVariable String section,
            @RequestBody JsonNode body, Locale locale) {
        Actor actor = signedIn.actor();
        save(actor, unit, year, section, body, content(body, "rows", "keyWorks", "unit"), locale);
        return page(actor, unit, year, section, locale);
    }

    /** The coordinator's answer to a question of {@code GET …/targets}: {@code {"key", "answer"}}. */
    @PostMapping("/sections/{section}/answers")
    JsonNode answer(@PathVariable String unit, @PathVariable int year, @PathVariable String section,
            @RequestBody JsonNode body, Locale locale) {
        Actor actor = signedIn.actor();
        questions.answer(actor, unit, year, section, JsonFields.text(body, "key", "", JsonFields.SHORT),
                JsonFields.text(body, "answer", "", JsonFields.TEXT));
        return page(actor, unit, year, section, locale);
    }

    @GetMapping("/unit")
    JsonNode readUnit(@PathVariable String unit, @PathVariable int year, Locale locale) {
        return unitPart(page(signedIn.actor(), unit, year, coordinating(unit, year), locale));
    }

    /** The unit's part as {@code GET} gives it, beside the revision; only what is present changes. */
    @PutMapping("/unit")
    JsonNode saveUnit(@PathVariable String unit, @PathVariable int year, @RequestBody JsonNode body, Locale locale) {
        Actor actor = signedIn.actor();
        String section = coordinating(unit, year);
        var part = body.isObject() ? ((ObjectNode) body).deepCopy() : json.createObjectNode();
        part.remove("revision");
        var content = json.createObjectNode();
        content.set("unit", part);
        save(actor, unit, year, section, body, content, locale);
        return unitPart(page(actor, unit, year, section, locale));
    }

    private String coordinating(String unit, int year) {
        return tables.find(unit, year).map(TargetTable::coordinatingSection).orElseThrow(Refusal::forbidden);
    }

    private void save(Actor actor, String unit, int year, String section, JsonNode body, ObjectNode content, Locale locale) {
        JsonNode revision = body.get("revision");
        if (revision == null || !revision.canConvertToLong()) throw Refusal.malformed("body.field", "revision");
        var facts = facts(unit, year, section);
        var task = cases.getObject().fillTask(facts.caseId());
        if (task.isEmpty()) throw locked(pages.read(actor, unit, year, section, locale), locale);
        verbs.getObject().act(actor, task.get(), Act.of(Verb.SAVE, revision.longValue()).body(content));
    }

    private Refusal locked(SheetPage page, Locale locale) {
        boolean approved = page.state().equals(TargetSheet.State.IN_FORCE.name());
        return Refusal.invalid(
                "targets.locked", messages.text(locale, approved ? "target.locked.approved" : "target.locked.examining"));
    }

    private CaseFacts facts(String unit, int year, String section) {
        return cases.getObject()
                .find(TargetsProcess.KEY, unit, year, section, null)
                .orElseThrow(Refusal::forbidden);
    }

    private JsonNode page(Actor actor, String unit, int year, String section, Locale locale) {
        // The revision first: what is saved in between makes the next PUT stale, not silently overwritten.
        long revision = cases.getObject()
                .find(TargetsProcess.KEY, unit, year, section, null)
                .map(facts -> cases.getObject().revision(facts.caseId()))
                .orElse(0L);
        var page = pages.read(actor, unit, year, section, locale);
        ObjectNode node = json.createObjectNode();
        node.put("revision", revision);
        node.setAll((ObjectNode) json.valueToTree(page));
        return node;
    }

    private JsonNode unitPart(JsonNode page) {
        ObjectNode node = json.createObjectNode();
        node.set("revision", page.get("revision"));
        node.set("section", page.get("section"));
        node.set("state", page.get("state"));
        if (page.get("unitPart") instanceof ObjectNode part) node.setAll(part);
        var findings = node.putArray("findings");
        for (JsonNode found : page.get("findings")) {
            String row = found.path("row").asText("");
            boolean ofUnit = row.equals(UnitPart.ROW);
            for (JsonNode fund : node.path("funds")) ofUnit |= fund.path("id").asText().equals(row);
            if (ofUnit) findings.add(found);
        }
        return node;
    }

    private ObjectNode content(JsonNode body, String... fields) {
        var content = json.createObjectNode();
        for (String field : fields) if (body.has(field)) content.set(field, body.get(field));
        return content;
    }
}
