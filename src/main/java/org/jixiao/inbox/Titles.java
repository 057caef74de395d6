package org.jixiao.inbox;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a case is called: its section, year and kind. A model drawn by an admin is called by its own name; of those that
 * people start there are many alike, so they are called by who started them and when, too.
 */
@Component
public class Titles {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

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
        String kind = kind(locale, item.process(), item.period(), item.process());
        return messages.text(locale, section.isEmpty() ? "inbox.title.unit" : "inbox.title", section, item.year(), kind)
                + origin(started(item));
    }

    public String section(CaseFacts facts) {
        if (facts.section() == null) return "";
        return organisation
                .section(facts.unit(), facts.section())
                .map(Section::name)
                .orElse(facts.section());
    }

    private static Cases.@Nullable Started started(Inbox.Item item) {
        return item.startedBy() == null || item.startedAt() == null ? null : new Cases.Started(item.startedBy(), item.startedAt());
    }

    /** Of a case that somebody started by themselves when and who; empty for others. */
    public String origin(CaseFacts facts) {
        boolean drawn = word(Messages.CHINESE, facts.process(), facts.period()).isEmpty();
        return origin(drawn ? cases.started(facts.caseId()).orElse(null) : null);
    }

    private static String origin(Cases.@Nullable Started started) {
        return started == null ? "" : " · " + MOMENT.format(ProductClock.local(started.at())) + " " + started.by();
    }

    /** 科室职能, empty for a case of the whole unit. */
    public String duty(CaseFacts facts) {
        if (facts.section() == null) return "";
        return organisation.section(facts.unit(), facts.section()).map(Section::duty).orElse("");
    }

    /** Year and kind, without the section. */
    public String matter(Locale locale, Inbox.Item item) {
        return matter(locale, item.year(), item.process(), item.period(), item.process()) + origin(started(item));
    }

    /** Year and kind alone. */
    public String matter(Locale locale, int year, String process, @Nullable String period, String otherwise) {
        return messages.text(locale, "inbox.title.unit", "", String.valueOf(year), kind(locale, process, period, otherwise));
    }

    /** @param otherwise the name of a process that the product has no word for */
    public String kind(Locale locale, String process, @Nullable String period, String otherwise) {
        String known = word(locale, process, period);
        return known.isEmpty() ? drawn(locale, process, otherwise) : known;
    }

    /** The product's own word; empty for a process that an admin drew. */
    private String word(Locale locale, String process, @Nullable String period) {
        String key = "inbox.kind." + process;
        return messages.textOr(locale, period == null ? key : key + "." + period, "");
    }

    /** As its model names it. */
    private String drawn(Locale locale, String process, String otherwise) {
        return cases.named(process)
                .map(named -> Messages.name(locale, named.name(), named.nameEn()))
                .orElse(otherwise);
    }
}
