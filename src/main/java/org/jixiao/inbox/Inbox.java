package org.jixiao.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.inbox.Query.Sort;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's boxes, read from the inbox's own table: one's own rows and those of the posts one acts for today. */
@Service
public class Inbox {

    /** A count stops here; the badge reads 99+. */
    public static final int COUNT_CAP = 100;

    /** The most rows that are read at once, and the most among which a place is told. */
    public static final int LARGEST = 1_000;

    private final JdbcClient jdbc;
    private final InboxSearch search;
    private final Cases cases;
    private final ProductClock clock;

    Inbox(JdbcClient jdbc, InboxSearch search, Cases cases, ProductClock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param next where the following page begins, null on the last */
    public record Page(List<Item> items, @Nullable String next) {}

    /**
     * @param revision of the case, for a verb that follows from this row
     * @param insteadOf name of the vacant post in whose place it is this person's
     * @param approving something is decided here, not filled in
     * @param endedVerb how a finished task ended, e.g. {@code approve}
     * @param startedBy who started the case by themselves, and {@code startedAt} when: such cases are many of a kind
     * @param delegatedBy who asked this person to prepare it
     */
    public record Item(
            String taskId,
            String caseId,
            long revision,
            @Nullable String unit,
            int year,
            @Nullable String section,
            String sectionName,
            @Nullable String period,
            String process,
            String step,
            String stepName,
            String stepNameEn,
            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            Instant arrived,
            @Nullable Instant due,
            boolean unread,
            int round,
            int warnings,
            int red,
            int yellow,
            int urged,
            @Nullable String insteadOf,
            boolean approving,
            @Nullable String endedVerb,
            @Nullable String startedBy,
            @Nullable Instant startedAt,
            @Nullable String delegatedBy) {

        /** Decided alike: what may be approved together. */
        public boolean alike(Item other) {
            return process.equals(other.process) && step.equals(other.step);
        }
    }

    /**
     * @param number from 1, among {@code of} (at most {@link #LARGEST})
     * @param after for {@link #next}: where the list goes on once the task has left it
     */
    public record Place(int number, int of, @Nullable String previous, @Nullable String next, String after) {}

    /**
     * @param after {@link Page#next()} of the page before
     * @param size at most {@link #LARGEST}
     */
    @Transactional(readOnly = true)
    public Page page(Actor actor, Box box, Query query, @Nullable String after, int size) {
        int most = Math.max(1, Math.min(size, LARGEST));
        Cursor from = Cursor.read(after);
        var reader = search.reader(actor);
        record Keyed(ItemRow row, Cursor at) {}
        var found = jdbc.sql(
                        """
                        select x.*, %s as unread
                        from %s cross join unnest(cast(:holders as uuid[])) as h(holder)
                        cross join lateral (
                            select i.*, i.%s as key from inbox_item i
                            where i.holder = h.holder and (i.%3$s, i.id) > (:key, cast(:id as uuid)) and %s and %s
                            order by i.%3$s, i.id limit :size) x
                        order by x.key, x.id limit :size"""
                                .formatted(
                                        InboxSearch.UNREAD.replace("i.", "x."),
                                        InboxSearch.QUERIES,
                                        key(query),
                                        InboxSearch.MINE,
                                        InboxSearch.MATCHES))
                .params(search.params(reader, box, query))
                .param("key", from.key())
                .param("id", from.id())
                .param("size", most + 1)
                .query((r, i) -> new Keyed(
                        ItemRow.read(r), new Cursor(r.getLong("key"), r.getObject("id", UUID.class))))
                .list();
        boolean more = found.size() > most;
        var rows = (more ? found.subList(0, most) : found).stream().map(Keyed::row).toList();
        var revisions = cases.revisions(rows.stream().map(ItemRow::caseId).distinct().toList());
        return new Page(
                rows.stream().map(row -> row.item(revisions, reader.substituted())).toList(),
                more ? found.get(most - 1).at().print() : null);
    }

    private static String key(Query query) {
        return query.sort() == Sort.SUBMITTED ? "submit_key" : "sort_key";
    }

    /** How many rows each box holds, at most {@link #COUNT_CAP}. */
    @Transactional(readOnly = true)
    public Map<Box, Integer> counts(Actor actor) {
        var counts = new EnumMap<Box, Integer>(Box.class);
        for (Box box : Box.values()) counts.put(box, 0);
        jdbc.sql(
                        """
                        select b.box, (select count(*) from (
                            select 1 from inbox_item i where i.holder = any(cast(:holders as uuid[])) and %s
                            limit :cap) c)
                        from unnest(cast(:boxes as text[])) as b(box)"""
                                .formatted(InboxSearch.MINE.replace(":box", "b.box")))
                .params(search.params(search.reader(actor), Box.TODO, Query.ALL))
                .param("cap", COUNT_CAP)
                .param("boxes", Arrays.stream(Box.values()).map(Enum::name).toArray(String[]::new))
                .query(r -> {
                    counts.put(Box.valueOf(r.getString(1)), r.getInt(2));
                });
        return counts;
    }

    /** Where the task stands in this list; empty when it is not there. */
    @Transactional(readOnly = true)
    public Optional<Place> around(Actor actor, Box box, Query query, String taskId) {
        return jdbc.sql(
                        """
                        with matching as (
                            select i.task_id, i.%1$s as key, i.id
                            from %2$s cross join inbox_item i
                            where i.holder = any(cast(:holders as uuid[])) and %3$s and %4$s
                            order by i.%1$s, i.id limit :most),
                        numbered as (
                            select *, row_number() over w as number, count(*) over () as of,
                                lag(task_id) over w as previous, lead(task_id) over w as next
                            from matching window w as (order by key, id))
                        select * from numbered where task_id = :task order by number limit 1"""
                                .formatted(key(query), InboxSearch.QUERIES, InboxSearch.MINE, InboxSearch.MATCHES))
                .params(search.params(search.reader(actor), box, query))
                .param("most", LARGEST)
                .param("task", taskId)
                .query((r, i) -> new Place(
                        r.getInt("number"),
                        r.getInt("of"),
                        r.getString("previous"),
                        r.getString("next"),
                        new Cursor(r.getLong("key"), r.getObject("id", UUID.class)).print()))
                .optional();
    }

    /** The next task of the list after a {@link Place#after()}; at its end the first one. */
    @Transactional(readOnly = true)
    public Optional<Item> next(Actor actor, Box box, Query query, @Nullable String after, String notThis) {
        var candidates = new ArrayList<>(page(actor, box, query, after, 2).items());
        if (after != null) candidates.addAll(page(actor, box, query, null, 2).items());
        return candidates.stream().filter(i -> !i.taskId().equals(notThis)).findFirst();
    }

    /** The next task to do after this one, in the order of 待办. */
    @Transactional(readOnly = true)
    public Optional<Item> next(Actor actor, String notThis) {
        return next(actor, Box.TODO, Query.ALL, null, notThis);
    }

    /** What of this case waits for this person. */
    @Transactional(readOnly = true)
    public Optional<String> ofCase(Actor actor, String caseId) {
        return jdbc.sql("select task_id from inbox_item i where i.holder = any(cast(:holders as uuid[])) and %s and i.case_id = :case order by i.sort_key limit 1"
                        .formatted(InboxSearch.MINE))
                .params(search.params(search.reader(actor), Box.TODO, Query.ALL))
                .param("case", caseId)
                .query(String.class)
                .optional();
    }

    /** The person has opened the task; a mark of one's own, which no rebuild of the inbox loses. */
    @Transactional
    public void opened(Actor actor, String taskId) {
        jdbc.sql("insert into inbox_read (person, task_id, read_at) values (?, ?, ?) on conflict do nothing")
                .params(actor.id(), taskId, clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose rows stand in this person's boxes today: the person, and the posts acted for. */
    @Transactional(readOnly = true)
    public Set<UUID> holders(Actor actor) {
        return search.reader(actor).holders();
    }

    /** A place in a box. */
    record Cursor(long key, UUID id) {

        private static final UUID LEAST = new UUID(0, 0);

        static Cursor read(@Nullable String text) {
            if (text == null || text.isBlank()) return new Cursor(Long.MIN_VALUE, LEAST);
            try {
                int dot = text.indexOf('.');
                return new Cursor(Long.parseLong(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
            } catch (RuntimeException e) {
                throw Refusal.malformed("page.unknown");
            }
        }

        String print() {
            return key + "." + id;
        }
    }
}
