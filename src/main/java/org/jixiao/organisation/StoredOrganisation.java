package org.jixiao.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredOrganisation implements Organisation {

    static final String SECTION =
            """
            select s.id, u.code as unit, s.code, s.name, s.duty, s.position, s.valid_from, s.valid_to
            from section s join unit u on u.id = s.unit
            """;

    private final JdbcClient db;

    StoredOrganisation(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Unit> units() {
        return db.sql("select * from unit order by code").query(StoredOrganisation::unit).list();
    }

    @Override
    public Optional<Unit> unit(String code) {
        return db.sql("select * from unit where code = ?").param(code).query(StoredOrganisation::unit).optional();
    }

    @Override
    public List<Section> sections(String unit, LocalDate on) {
        return db.sql(SECTION
                        + """
                        where u.code = :unit and s.valid_from <= :on and (s.valid_to is null or s.valid_to > :on)
                        order by s.position, s.code
                        """)
                .param("unit", unit)
                .param("on", on)
                .query(StoredOrganisation::section)
                .list();
    }

    @Override
    public Optional<Section> section(String unit, String code) {
        return db.sql(SECTION + "where u.code = ? and s.code = ?")
                .params(unit, code)
                .query(StoredOrganisation::section)
                .optional();
    }

    @Override
    public List<Unit> unitsOf(UUID person, LocalDate on) {
        return db.sql(
                        """
                        select * from unit u where exists (
                            select from holding h join post p on p.id = h.post
                            where p.unit = u.id and h.person = :person
                              and h.valid_from <= :on and (h.valid_to is null or h.valid_to > :on))
                        order by u.code
                        """)
                .param("person", person)
                .param("on", on)
                .query(StoredOrganisation::unit)
                .list();
    }

    static Unit unit(ResultSet row, int n) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("supervisor"));
    }

    static Section section(ResultSet row, int n) throws SQLException {
        return new Section(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                row.getString("code"),
                row.getString("name"),
                row.getString("duty"),
                row.getInt("position"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
