package org.jixiao.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.inbox.Query.Mark;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.Posts;
import org.springframework.stereotype.Component;

/** How a query becomes SQL over {@code inbox_item i}: any number of queries are put at once, each a row of {@code f}. */
@Component
class InboxSearch {

    static final String QUERIES =
            """
            jsonb_to_recordset(cast(:queries as jsonb)) as f (id text, terms text[], section text, year integer,
                process text, period text, overdue boolean, today boolean, unread boolean, substituted boolean,
                again boolean, urged boolean)
            """;

    /** Rows of the box that this person may act on or has to do with. */
    static final String MINE = "i.box = :box and not (i.approving and i.submitter is not distinct from :person)";

    static final String UNREAD =
            "not exists (select from inbox_read r where r.person = :person and r.task_id = i.task_id)";

    static final String MATCHES =
            """
            (f.terms is null or i.terms @> f.terms)
            and (f.section is null or i.section = f.section)
            and (f.year is null or i.year = f.year)
            and (f.process is null or i.process = f.process)
            and (f.period is null or i.period = f.period)
            and (not f.overdue or i.due_at < :now)
            and (not f.today or i.due_at < :tomorrow)
            and (not f.unread or %s)
            and (not f.substituted or i.holder = any(cast(:substituted as uuid[])))
            and (not f.again or i.round > 1)
            and (not f.urged or i.urged > 0)
            """
                    .formatted(UNREAD);

    private final Posts posts;
    private final ProductClock clock;
    private final ObjectMapper json;

    InboxSearch(Posts posts, ProductClock clock, ObjectMapper json) {
        this.posts = posts;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param holders the person and the posts acted for today
     * @param substituted of these the posts that nobody holds, with their names
     */
    record Reader(UUID person, Set<UUID> holders, Map<UUID, String> substituted) {}

    Reader reader(Actor actor) {
        var holders = new HashSet<>(posts.heldBy(actor.id(), clock.today()));
        holders.add(actor.id());
        var substituted = new HashMap<UUID, String>();
        for (Post post : posts.standsInFor(actor.id(), clock.today())) substituted.put(post.id(), post.name());
        return new Reader(actor.id(), holders, substituted);
    }

    Map<String, Object> params(Reader reader, Box box, Map<String, Query> queries) {
        var now = clock.now();
        var tomorrow = clock.today().plusDays(1).atStartOfDay(ProductClock.ZONE).toInstant();
        return new HashMap<>(Map.of(
                "person", reader.person(),
                "holders", array(reader.holders()),
                "substituted", array(reader.substituted().keySet()),
                "box", box.name(),
                "now", now.atOffset(ZoneOffset.UTC),
                "tomorrow", tomorrow.atOffset(ZoneOffset.UTC),
                "queries", written(queries)));
    }

    Map<String, Object> params(Reader reader, Box box, Query query) {
        return params(reader, box, Map.of("", query));
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private String written(Map<String, Query> queries) {
        ArrayNode all = json.createArrayNode();
        queries.forEach((id, query) -> {
            ObjectNode one = all.addObject().put("id", id);
            String[] terms = Terms.asked(query.q());
            if (terms != null) List.of(terms).forEach(one.putArray("terms")::add);
            one.put("section", query.section()).put("year", query.year());
            one.put("process", query.process()).put("period", query.period());
            for (Mark mark : Mark.values()) one.put(mark.code(), query.has(mark));
        });
        return all.toString();
    }
}
