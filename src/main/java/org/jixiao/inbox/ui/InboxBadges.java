package org.jixiao.inbox.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.MenuBadges;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox;
import org.jixiao.organisation.SignedIn;
import org.springframework.stereotype.Component;

/** The figures beside 待办 已办 我发起 抄送我. */
@Component
class InboxBadges implements MenuBadges {

    private final Inbox inbox;
    private final SignedIn signedIn;

    InboxBadges(Inbox inbox, SignedIn signedIn) {
        this.inbox = inbox;
        this.signedIn = signedIn;
    }

    @Override
    public Map<String, String> badges() {
        try {
            return of(inbox.counts(signedIn.actor()));
        } catch (Refusal nobody) {
            return Map.of();
        }
    }

    static Map<String, String> of(Map<Box, Integer> counts) {
        Map<String, String> badges = new LinkedHashMap<>();
        for (Box box : Box.values()) badges.put(route(box), capped(counts.getOrDefault(box, 0)));
        return badges;
    }

    static String route(Box box) {
        return switch (box) {
            case TODO -> "";
            case DONE -> "done";
            case STARTED -> "started";
            case COPIED -> "copied";
        };
    }

    static String capped(int count) {
        return count >= Inbox.COUNT_CAP ? (Inbox.COUNT_CAP - 1) + "+" : String.valueOf(count);
    }
}
