package org.jixiao.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Vacancy and fallback are walked in the database, one recursive statement a question. */
@Repository
class StoredPosts implements Posts {

    private static final String POST =
            """
            select p.id, p.kind, u.code as unit, s.code as section, p.name, p.fallback
            from post p join unit u on u.id = p.unit left join section s on s.id = p.section
            """;

    /** Holdings {@code h} of post {@code p} that count on {@code :on}: within both times, by a person not locked. */
    static final String IN_FORCE =
            """
            holding h join person who on who.id = h.person
            where h.post = p.id and not who.locked
              and h.valid_from <= :on and (h.valid_to is null or h.valid_to > :on)
              and p.valid_from <= :on and (p.valid_to is null or p.valid_to > :on)
            """;

    private static final String VACANT = "not exists (select from " + IN_FORCE + ")";

    private final JdbcClient db;
    private final ProductClock clock;

    StoredPosts(JdbcClient db, ProductClock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Optional<Post> find(PostKind kind, String unit, String section) {
        return switch (kind) {
            case CHIEF -> db.sql(POST + "where u.code = ? and s.code = ?")
                    .params(unit, section)
                    .query(StoredPosts::post)
                    .optional();
            case DEPUTY -> deputy(unit, section);
            default -> db.sql(POST + "where u.code = ? and p.kind = ?")
                    .params(unit, kind.name())
                    .query(StoredPosts::post)
                    .optional();
        };
    }

    /** The one in charge of the section, else the one in charge of all; one that has ended only when there is no other. */
    private Optional<Post> deputy(String unit, String section) {
        return db.sql(POST
                        + """
                        where u.code = :unit and p.kind = 'DEPUTY' and (
                            exists (select from post_section ps join section x on x.id = ps.section
                                    where ps.post = p.id and x.code = :section)
                            or not exists (select from post_section ps where ps.post = p.id))
                        order by (p.valid_from <= :on and (p.valid_to is null or p.valid_to > :on)) desc,
                                 exists (select from post_section ps where ps.post = p.id) desc, p.id
                        limit 1
                        """)
                .param("unit", unit)
                .param("section", section)
                .param("on", clock.today())
                .query(StoredPosts::post)
                .optional();
    }

    @Override
    public Optional<Post> post(UUID id) {
        return db.sql(POST + "where p.id = ?").param(id).query(StoredPosts::post).optional();
    }

    @Override
    public List<Post> posts(Collection<UUID> ids) {
        return db.sql(POST + "where p.id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(StoredPosts::post)
                .list();
    }

    @Override
    public Map<UUID, String> persons(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        db.sql("select id, name from person where id = any(?)").param(ids.toArray(UUID[]::new)).query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return names;
    }

    @Override
    public List<Post> of(String unit) {
        return db.sql(POST + "where u.code = ? order by p.id")
                .param(unit)
                .query(StoredPosts::post)
                .list();
    }

    @Override
    public List<Person> holders(UUID post, LocalDate on) {
        return holders(List.of(post), on).getOrDefault(post, List.of());
    }

    @Override
    public Map<UUID, List<Person>> holders(Collection<UUID> posts, LocalDate on) {
        Map<UUID, List<Person>> holders = new HashMap<>();
        if (posts.isEmpty()) return holders;
        db.sql("""
                with recursive acting (asked, id, path) as (
                    select id, id, array[id] from post where id = any(:posts)
                  union all
                    select a.asked, p.fallback, a.path || p.fallback
                    from acting a join post p on p.id = a.id
                    where p.fallback <> all(a.path) and %s
                )
                select distinct a.asked, who.*
                from acting a join post p on p.id = a.id, lateral (select who.* from %s) who
                order by a.asked, who.login
                """
                        .formatted(VACANT, IN_FORCE))
                .param("posts", posts.toArray(UUID[]::new))
                .param("on", on)
                .query(row -> {
                    holders.computeIfAbsent(row.getObject("asked", UUID.class), x -> new ArrayList<>())
                            .add(StoredPeople.person(row, 0));
                });
        return holders;
    }

    @Override
    public boolean vacant(UUID post, LocalDate on) {
        return db.sql("select " + VACANT + " from post p where p.id = :post")
                .param("post", post)
                .param("on", on)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public Set<UUID> heldBy(UUID person, LocalDate on) {
        return new HashSet<>(db.sql(ACTS_FOR + "select id from acts_for")
                .param("person", person)
                .param("on", on)
                .query(UUID.class)
                .list());
    }

    @Override
    public List<Post> heldIn(String unit, UUID person, LocalDate on) {
        return db.sql(ACTS_FOR + POST + "where u.code = :unit and p.id in (select id from acts_for) order by p.id")
                .param("unit", unit)
                .param("person", person)
                .param("on", on)
                .query(StoredPosts::post)
                .list();
    }

    @Override
    public List<Post> standsInFor(UUID person, LocalDate on) {
        return db.sql(ACTS_FOR + POST + "where p.id in (select id from acts_for) and " + VACANT + " order by p.id")
                .param("person", person)
                .param("on", on)
                .query(StoredPosts::post)
                .list();
    }

    private static final String ACTS_FOR =
            """
            with recursive acts_for (id) as (
                select p.id from post p where exists (select from %s and h.person = :person)
              union
                select p.id from post p join acts_for a on p.fallback = a.id where %s
            )
            """
                    .formatted(IN_FORCE, VACANT);

    static Post post(ResultSet row, int n) throws SQLException {
        return new Post(
                row.getObject("id", UUID.class),
                PostKind.valueOf(row.getString("kind")),
                row.getString("unit"),
                row.getString("section"),
                row.getString("name"),
                row.getObject("fallback", UUID.class));
    }
}
