package org.jixiao.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.organisation.Offices.Holding;
import org.jixiao.organisation.Offices.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredOffices {

    private final JdbcClient db;
    private final Posts posts;

    StoredOffices(JdbcClient db, Posts posts) {
        this.db = db;
        this.posts = posts;
    }

    List<Office> offices(String unit, LocalDate on) {
        var rows = db.sql(
                        """
                        select p.id, p.kind, u.code as unit, s.code as section, p.name, p.fallback,
                               p.valid_from, p.valid_to,
                               array(select x.code from post_section ps join section x on x.id = ps.section
                                     where ps.post = p.id order by x.position, x.code) as sections
                        from post p join unit u on u.id = p.unit left join section s on s.id = p.section
                        where u.code = ?
                        order by array_position(array['BUREAU', 'DIRECTOR', 'DEPUTY', 'COORDINATOR', 'CHIEF'], p.kind),
                                 s.position, s.code, p.id
                        """)
                .param(unit)
                .query(StoredOffices::row)
                .list();
        Map<UUID, List<Holding>> holdings = db
                .sql(HOLDING + "where h.post in (select p.id from post p join unit u on u.id = p.unit where u.code = ?)"
                        + " order by h.valid_from desc, w.name")
                .param(unit)
                .query(StoredOffices::holding)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Holding::post));
        var acting = posts.holders(rows.stream().map(r -> r.post().id()).toList(), on);
        Map<UUID, Office> byId = rows.stream().collect(Collectors.toMap(r -> r.post().id(), r -> r));
        return rows.stream()
                .map(row -> {
                    var own = holdings.getOrDefault(row.post().id(), List.of());
                    var now = acting.getOrDefault(row.post().id(), List.of());
                    boolean vacant = own.stream()
                            .noneMatch(h -> h.on(on) && now.stream().anyMatch(p -> p.id().equals(h.person())));
                    UUID fallback = row.post().fallback();
                    return new Office(
                            row.post(),
                            row.from(),
                            row.to(),
                            row.sections(),
                            own,
                            now,
                            vacant,
                            vacant && fallback != null && byId.containsKey(fallback)
                                    ? byId.get(fallback).post().name()
                                    : null);
                })
                .toList();
    }

    private static final String HOLDING =
            "select h.id, h.post, h.person, w.name, h.valid_from, h.valid_to from holding h join person w on w.id = h.person ";

    Optional<Holding> holding(UUID id) {
        return db.sql(HOLDING + "where h.id = ?").param(id).query(StoredOffices::holding).optional();
    }

    Optional<Holding> overlapping(UUID but, UUID person, UUID post, LocalDate from, @Nullable LocalDate to) {
        return db.sql(HOLDING
                        + """
                        where h.id <> :but and h.person = :person and h.post = :post
                          and daterange(h.valid_from, h.valid_to) && daterange(:from, :to::date)
                        order by h.valid_from limit 1
                        """)
                .param("but", but)
                .param("person", person)
                .param("post", post)
                .param("from", from)
                .param("to", to)
                .query(StoredOffices::holding)
                .optional();
    }

    /** The post and all it falls to, in turn. */
    List<UUID> chain(UUID post) {
        return db.sql(
                        """
                        with recursive chain (id) as (
                            select :post::uuid
                          union
                            select p.fallback from post p join chain c on p.id = c.id where p.fallback is not null)
                        select id from chain
                        """)
                .param("post", post)
                .query(UUID.class)
                .list();
    }

    LocalDate from(UUID post) {
        return db.sql("select valid_from from post where id = ?").param(post).query(LocalDate.class).single();
    }

    boolean hasSections(UUID post) {
        return db.sql("select exists (select from post_section where post = ?)").param(post).query(Boolean.class).single();
    }

    /** The further deputy whose time has not ended and who is in charge of the section. */
    Optional<UUID> deputyOf(String unit, String section) {
        return db.sql(
                        """
                        select ps.post from post_section ps join section s on s.id = ps.section
                        join unit u on u.id = s.unit join post p on p.id = ps.post
                        where u.code = ? and s.code = ? and p.valid_to is null
                        """)
                .params(unit, section)
                .query(UUID.class)
                .optional();
    }

    void putInCharge(String unit, UUID deputy, Collection<String> sections) {
        db.sql("delete from post_section where post = ?").param(deputy).update();
        db.sql(
                        """
                        insert into post_section (post, section)
                        select ?, s.id from section s join unit u on u.id = s.unit where u.code = ? and s.code = any(?)
                        """)
                .params(deputy, unit, sections.toArray(String[]::new))
                .update();
    }

    private static Office row(ResultSet row, int n) throws SQLException {
        return new Office(
                StoredPosts.post(row, n),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Arrays.asList((String[]) row.getArray("sections").getArray()),
                List.of(),
                List.of(),
                true,
                null);
    }

    private static Holding holding(ResultSet row, int n) throws SQLException {
        return new Holding(
                row.getObject("id", UUID.class),
                row.getObject("post", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
