package org.jixiao.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Posts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's boxes, read from the inbox's own table: one's own rows and those of the posts one acts for today. */
@Service
public class Inbox {

    /** A count stops here; the badge reads 99+. */
    public static final int COUNT_CAP = 100;

    private static final int LARGEST_PAGE = 200;

    private final JdbcClient jdbc;
    private final Posts posts;
    private final ProductClock clock;

    Inbox(JdbcClient jdbc, Posts posts, ProductClock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * @param q words of which each must occur (section, process, step, submitter, year)
     * @param after {@link Page#next()} of the page before
     * @param size at most 200
     */
    public record Query(
            String q,
            @Nullable String section,
            @Nullable String process,
            boolean overdue,
            @Nullable String after,
            int size) {

        public Query {
            q = q.replace("\0", "");
        }

        public static Query first(int size) {
            return new Query("", null, null, false, null, size);
        }
    }

    /** @param next where the following page begins, null on the last */
    public record Page(List<Item> items, @Nullable String next) {}

    /** @param endedVerb how a finished task ended, e.g. {@code approve} */
    public record Item(
            String taskId,
            String caseId,
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
            @Nullable String endedVerb) {}

    @Transactional(readOnly = true)
    public Page page(Actor actor, Box box, Query query) {
        int size = Math.max(1, Math.min(query.size(), LARGEST_PAGE));
        Cursor after = Cursor.read(query.after());
        record Keyed(Item item, Cursor at) {}
        var found = jdbc.sql(
                        """
                        select x.*, not exists (select 1 from inbox_read r
                            where r.person = :person and r.task_id = x.task_id) as unread
                        from unnest(cast(:holders as uuid[])) as h(holder)
                        cross join lateral (
                            select * from inbox_item i
                            where i.holder = h.holder and i.box = :box
                                and (i.sort_key, i.id) > (:key, cast(:id as uuid))
                                and (cast(:terms as text[]) is null or i.terms @> cast(:terms as text[]))
                                and (cast(:section as text) is null or i.section = :section)
                                and (cast(:process as text) is null or i.process = :process)
                                and (not :overdue or i.due_at < :now)
                                and not (i.approving and i.submitter is not distinct from :person)
                            order by i.sort_key, i.id limit :size) x
                        order by x.sort_key, x.id limit :size""")
                .param("person", actor.id())
                .param("holders", holders(actor))
                .param("box", box.name())
                .param("key", after.key())
                .param("id", after.id())
                .param("terms", Terms.asked(query.q()))
                .param("section", query.section())
                .param("process", query.process())
                .param("overdue", query.overdue())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("size", size + 1)
                .query((r, i) -> new Keyed(
                        item(r), new Cursor(r.getLong("sort_key"), r.getObject("id", UUID.class))))
                .list();
        boolean more = found.size() > size;
        var items = new ArrayList<Item>();
        for (var k : more ? found.subList(0, size) : found) items.add(k.item());
        return new Page(items, more ? found.get(size - 1).at().print() : null);
    }

    /** How many rows each box holds, at most {@link #COUNT_CAP}. */
    @Transactional(readOnly = true)
    public Map<Box, Integer> counts(Actor actor) {
        var counts = new EnumMap<Box, Integer>(Box.class);
        for (Box box : Box.values()) counts.put(box, 0);
        jdbc.sql(
                        """
                        select b.box, (select count(*) from (
                            select 1 from inbox_item i where i.holder = any(cast(:holders as uuid[])) and i.box = b.box
                                and not (i.approving and i.submitter is not distinct from :person) limit :cap) c)
                        from unnest(cast(:boxes as text[])) as b(box)""")
                .param("holders", holders(actor))
                .param("person", actor.id())
                .param("cap", COUNT_CAP)
                .param("boxes", java.util.Arrays.stream(Box.values()).map(Enum::name).toArray(String[]::new))
                .query(r -> {
                    counts.put(Box.valueOf(r.getString(1)), r.getInt(2));
                });
        return counts;
    }

    /** The next task to do after this one, in the order of 待办. */
    @Transactional(readOnly = true)
    public java.util.Optional<Item> next(Actor actor, String notThis) {
        return page(actor, Box.TODO, Query.first(2)).items().stream()
                .filter(i -> !i.taskId().equals(notThis))
                .findFirst();
    }

    /** The person has opened the task; a mark of one's own, which no rebuild of the inbox loses. */
    @Transactional
    public void opened(Actor actor, String taskId) {
        jdbc.sql("insert into inbox_read (person, task_id, read_at) values (?, ?, ?) on conflict do nothing")
                .params(actor.id(), taskId, clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private UUID[] holders(Actor actor) {
        var holders = new ArrayList<>(posts.heldBy(actor.id(), clock.today()));
        holders.add(actor.id());
        return holders.toArray(UUID[]::new);
    }

    private static Item item(ResultSet r) throws SQLException {
        String verb = r.getString("ended_verb");
        return new Item(
                r.getString("task_id"),
                r.getString("case_id"),
                r.getString("unit"),
                r.getInt("year"),
                r.getString("section"),
                r.getString("section_name"),
                r.getString("period"),
                r.getString("process"),
                r.getString("step"),
                r.getString("step_name"),
                r.getString("step_name_en"),
                r.getString("submitted_by"),
                instant(r.getTimestamp("submitted_at")),
                r.getTimestamp("arrived_at").toInstant(),
                instant(r.getTimestamp("due_at")),
                r.getBoolean("unread"),
                r.getInt("round"),
                r.getInt("warnings"),
                r.getInt("red"),
                r.getInt("yellow"),
                r.getInt("urged"),
                verb == null ? null : verb.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static @Nullable Instant instant(@Nullable Timestamp t) {
        return t == null ? null : t.toInstant();
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
