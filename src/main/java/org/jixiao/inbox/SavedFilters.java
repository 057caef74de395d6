package org.jixiao.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queries a person keeps by name. Who coordinates or leads a unit may share one with whoever acts for a post there:
 * what is shared are the words, and each sees by them the own rows.
 */
@Service
public class SavedFilters {

    public static final int MOST = 20;

    /** Of a name, in characters. */
    public static final int LONGEST = 30;
    private static final Set<PostKind> SHARING = Set.of(PostKind.COORDINATOR, PostKind.DEPUTY, PostKind.DIRECTOR);

    private final JdbcClient jdbc;
    private final InboxSearch search;
    private final Organisation organisation;
    private final Posts posts;
    private final ProductClock clock;
    private final ObjectMapper json;

    SavedFilters(
            JdbcClient jdbc, InboxSearch search, Organisation organisation, Posts posts, ProductClock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.search = search;
        this.organisation = organisation;
        this.posts = posts;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param by who keeps it
     * @param unit with which it is shared
     */
    public record Saved(UUID id, String name, Query query, boolean own, String by, @Nullable String unit) {}

    /** One's own first, then what is shared with the units in which one holds a post. */
    @Transactional(readOnly = true)
    public List<Saved> of(Actor actor) {
        var units = organisation.unitsOf(actor.id(), clock.today()).stream().map(Unit::code).toArray(String[]::new);
        return jdbc.sql(
                        """
                        select * from inbox_filter where owner = :person or unit = any(cast(:units as text[]))
                        order by owner <> :person, name limit :most""")
                .param("person", actor.id())
                .param("units", units)
                .param("most", MOST * 3)
                .query((r, i) -> saved(r, actor))
                .list();
    }

    /** What each of them leaves of 待办, up to {@link Inbox#COUNT_CAP}, in one statement. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> counts(Actor actor, List<Saved> filters) {
        var counts = new HashMap<UUID, Integer>();
        if (filters.isEmpty()) return counts;
        Map<String, Query> queries = new LinkedHashMap<>();
        filters.forEach(f -> queries.put(f.id().toString(), f.query()));
        jdbc.sql(
                        """
                        select f.id, (select count(*) from (
                            select 1 from inbox_item i where i.holder = any(cast(:holders as uuid[])) and %s and %s
                            limit :cap) c)
                        from %s"""
                                .formatted(InboxSearch.MINE, InboxSearch.MATCHES, InboxSearch.QUERIES))
                .params(search.params(search.reader(actor), Box.TODO, queries))
                .param("cap", Inbox.COUNT_CAP)
                .query(r -> {
                    counts.put(UUID.fromString(r.getString(1)), r.getInt(2));
                });
        return counts;
    }

    /** The unit with which this person may share filters; the first where there are several. */
    @Transactional(readOnly = true)
    public @Nullable String sharesWith(Actor actor) {
        for (Unit unit : organisation.unitsOf(actor.id(), clock.today()))
            if (mayShareIn(actor, unit.code())) return unit.code();
        return null;
    }

    private boolean mayShareIn(Actor actor, String unit) {
        return posts.heldIn(unit, actor.id(), clock.today()).stream().anyMatch(p -> SHARING.contains(p.kind()));
    }

    @Transactional
    public void save(Actor actor, String name, Query query) {
        if (!query.narrows()) throw Refusal.invalid("filter.empty");
        String kept = named(name);
        hold(actor.id().toString());
        if (count("owner = ?", actor.id()) >= MOST) throw Refusal.invalid("filter.many", String.valueOf(MOST));
        try {
            jdbc.sql("insert into inbox_filter (id, owner, owner_name, name, words, saved_at) values (?, ?, ?, ?, ?::jsonb, ?)")
                    .params(Ids.next(), actor.id(), actor.name(), kept, written(query), clock.now().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw Refusal.invalid("filter.twice", kept);
        }
    }

    @Transactional
    public void rename(Actor actor, UUID id, String name) {
        String kept = named(name);
        try {
            ensure(jdbc.sql("update inbox_filter set name = ? where id = ? and owner = ?")
                    .params(kept, id, actor.id())
                    .update());
        } catch (DuplicateKeyException twice) {
            throw Refusal.invalid("filter.twice", kept);
        }
    }

    @Transactional
    public void remove(Actor actor, UUID id) {
        ensure(jdbc.sql("delete from inbox_filter where id = ? and owner = ?").params(id, actor.id()).update());
    }

    @Transactional
    public void share(Actor actor, UUID id, String unit) {
        if (!mayShareIn(actor, unit)) throw Refusal.forbidden();
        hold(unit);
        if (count("unit = ?", unit) >= MOST) throw Refusal.invalid("filter.sharedMany", String.valueOf(MOST));
        ensure(jdbc.sql("update inbox_filter set unit = ? where id = ? and owner = ?")
                .params(unit, id, actor.id())
                .update());
    }

    /** Its keeper may, and whoever may share in the unit. */
    @Transactional
    public void unshare(Actor actor, UUID id) {
        String unit = jdbc.sql("select unit from inbox_filter where id = ? and unit is not null")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::forbidden);
        boolean leads = mayShareIn(actor, unit);
        ensure(jdbc.sql("update inbox_filter set unit = null where id = ? and (owner = ? or ?)")
                .params(id, actor.id(), leads)
                .update());
    }

    /** Two windows at once must not pass the bound together. */
    private void hold(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('inbox_filter'), hashtext(?))").param(key).query().listOfRows();
    }

    private int count(String where, Object value) {
        return jdbc.sql("select count(*) from inbox_filter where " + where).param(value).query(Integer.class).single();
    }

    private static void ensure(int changed) {
        if (changed == 0) throw Refusal.forbidden();
    }

    private static String named(String name) {
        String kept = name.strip().replace("\0", "");
        if (kept.isEmpty()) throw Refusal.invalid("filter.nameless");
        if (kept.length() > LONGEST) throw Refusal.invalid("filter.nameLong", String.valueOf(LONGEST));
        return kept;
    }

    private String written(Query query) {
        return json.valueToTree(query.address()).toString();
    }

    private Saved saved(ResultSet r, Actor reader) throws SQLException {
        try {
            Map<String, String> words = json.readValue(r.getString("words"), new TypeReference<>() {});
            var query = Query.read(
                    words.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))));
            boolean own = reader.id().equals(r.getObject("owner", UUID.class));
            return new Saved(
                    r.getObject("id", UUID.class), r.getString("name"), query, own, r.getString("owner_name"), r.getString("unit"));
        } catch (JsonProcessingException e) {
            throw new SQLException("A saved filter is not readable", e);
        }
    }
}
