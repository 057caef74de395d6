package org.jixiao.inbox.ui;

import java.util.List;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Acted;
import org.jixiao.workflow.Verb;

/** Why a row left 待办, in a few words. */
final class Departures {

    private Departures() {}

    interface Words {
        String text(String key, Object... args);
    }

    static String why(Words words, Item item, List<Acted> acts, Actor reader) {
        Acted last = null;
        for (Acted act : acts) {
            boolean moves = act.verb() != Verb.SAVE && act.verb() != Verb.URGE;
            if (moves && act.facts().caseId().equals(item.caseId()) && !(last != null && act.actor() == null)) last = act;
        }
        if (last == null) return words.text("inbox.gone");
        if (reader.id().equals(last.actor())) return words.text("inbox.gone.you", did(words, last));
        if (last.actorName() == null) return words.text("inbox.gone.system", did(words, last));
        return words.text("inbox.gone.by", last.actorName(), did(words, last));
    }

    private static String did(Words words, Acted act) {
        return words.text("inbox.verb." + act.verb().code() + ".done");
    }
}
