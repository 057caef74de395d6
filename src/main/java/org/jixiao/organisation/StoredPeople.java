package org.jixiao.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of persons. */
@Repository
class StoredPeople {

    private final JdbcClient db;

    StoredPeople(JdbcClient db) {
        this.db = db;
    }

    static Person person(ResultSet row, int n) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                roles(row),
                row.getBoolean("locked"));
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("roles").getArray();
        return Arrays.stream(names).map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
