package org.jixiao.inbox.ui;

import java.util.Locale;
import org.jixiao.base.Messages;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.workflow.CaseFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case is called: 数据资源科　2023 年度目标. A model drawn by an admin is called by its own name. */
@Component
class CaseTitle {

    private final Messages messages;
    private final Organisation organisation;

    CaseTitle(Messages messages, Organisation organisation) {
        this.messages = messages;
        this.organisation = organisation;
    }

    String section(CaseFacts facts) {
        if (facts.section() == null) return "";
        return organisation
                .section(facts.unit(), facts.section())
                .map(Section::name)
                .orElse(facts.section());
    }

    /** Year and kind, without the section. */
    String matter(Locale locale, int year, String process, @Nullable String period, String otherwise) {
        return messages.text(locale, "inbox.title.unit", "", String.valueOf(year), kind(locale, process, period, otherwise));
    }

    String kind(Locale locale, String process, @Nullable String period, String otherwise) {
        String key = "inbox.kind." + process;
        return messages.textOr(locale, period == null ? key : key + "." + period, otherwise);
    }
}
