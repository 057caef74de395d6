package org.jixiao.inbox;

import java.util.Locale;
import org.jixiao.base.Messages;
import org.springframework.stereotype.Component;

/** What a case is called in a list: section, year and kind. */
@Component
public class Titles {

    private final Messages messages;

    Titles(Messages messages) {
        this.messages = messages;
    }

    /** e.g. 数据资源科　2023 年度目标. */
    public String of(Locale locale, Inbox.Item item) {
        return of(locale, item.sectionName(), item.year(), item.process(), item.period());
    }

    public String of(
            Locale locale,
            String sectionName,
            int year,
            String process,
            @org.jspecify.annotations.Nullable String period) {
        String kind = kind(locale, process, period);
        return messages.text(
                locale, sectionName.isEmpty() ? "inbox.title.unit" : "inbox.title", sectionName, year, kind);
    }

    public String kind(Locale locale, String process, @org.jspecify.annotations.Nullable String period) {
        return messages.textOr(locale, "inbox.kind." + process + (period == null ? "" : "." + period), process);
    }
}
