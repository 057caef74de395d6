package org.jixiao.inbox;

import java.util.Locale;
import org.jixiao.base.Messages;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case is called: its section, year and kind. A model drawn by an admin is called by its own name. */
@Component
public class Titles {

    private final Messages messages;
    private final Organisation organisation;
    private final Cases cases;

    Titles(Messages messages, Organisation organisation, Cases cases) {
        this.messages = messages;
        this.organisation = organisation;
        this.cases = cases;
    }

    /** All of it, in one line. */
    String of(Locale locale, Inbox.Item item) {
        String section = item.sectionName();
        return messages.text(
                locale,
                section.isEmpty() ? "inbox.title.unit" : "inbox.title",
                section,
                item.year(),
                kind(locale, item.process(), item.period(), item.process()));
    }

    public String section(CaseFacts facts) {
        if (facts.section() == null) return "";
        return organisation
                .section(facts.unit(), facts.section())
                .map(Section::name)
                .orElse(facts.section());
    }

    /** 科室职能, empty for a case of the whole unit. */
    public String duty(CaseFacts facts) {
        if (facts.section() == null) return "";
        return organisation.section(facts.unit(), facts.section()).map(Section::duty).orElse("");
    }

    /** Year and kind, without the section. */
    public String matter(Locale locale, int year, String process, @Nullable String period, String otherwise) {
        return messages.text(locale, "inbox.title.unit", "", String.valueOf(year), kind(locale, process, period, otherwise));
    }

    /** @param otherwise the name of a process that the product has no word for */
    public String kind(Locale locale, String process, @Nullable String period, String otherwise) {
        String key = "inbox.kind." + process;
        String known = messages.textOr(locale, period == null ? key : key + "." + period, "");
        return known.isEmpty() ? drawn(locale, process, otherwise) : known;
    }

    /** As its model names it. */
    private String drawn(Locale locale, String process, String otherwise) {
        return cases.named(process)
                .map(named -> Messages.name(locale, named.name(), named.nameEn()))
                .orElse(otherwise);
    }
}
