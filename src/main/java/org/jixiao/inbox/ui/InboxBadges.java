package org.jixiao.inbox.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.MenuBadges;
import org.jixiao.base.ui.MenuShortcuts;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.SavedFilters;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignedIn;
import org.springframework.stereotype.Component;

/** The figures beside 待办 已办 我发起 抄送我, and the saved filters under 待办 with theirs. */
@Component
class InboxBadges implements MenuBadges, MenuShortcuts {

    private final Inbox inbox;
    private final SavedFilters filters;
    private final SignedIn signedIn;

    InboxBadges(Inbox inbox, SavedFilters filters, SignedIn signedIn) {
        this.inbox = inbox;
        this.filters = filters;
        this.signedIn = signedIn;
    }

    @Override
    public Map<String, String> badges() {
        try {
            return of(signedIn.actor());
        } catch (Refusal nobody) {
            return Map.of();
        }
    }

    /** For a page that follows others' acts, when no request of this person is under way. */
    Map<String, String> of(Actor actor) {
        Map<String, String> badges = new LinkedHashMap<>();
        Map<Box, Integer> counts = inbox.counts(actor);
        for (Box box : Box.values()) badges.put(route(box), capped(counts.getOrDefault(box, 0)));
        filters.counts(actor, filters.of(actor)).forEach((id, count) -> badges.put(id.toString(), capped(count)));
        return badges;
    }

    @Override
    public List<Shortcut> shortcuts() {
        try {
            return filters.of(signedIn.actor()).stream()
                    .map(f -> new Shortcut(f.id().toString(), route(Box.TODO), f.name(), f.query().address()))
                    .toList();
        } catch (Refusal nobody) {
            return List.of();
        }
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
