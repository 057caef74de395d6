package org.jixiao.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of persons. */
@Repository
class StoredPeople {

    private final JdbcClient db;

    StoredPeople(JdbcClient db) {
        this.db = db;
    }

    boolean none() {
        return db.sql("select not exists (select from person)").query(Boolean.class).single();
    }

    Optional<Person> byLogin(String login) {
        return db.sql("select * from person where lower(login) = lower(?)")
                .param(login)
                .query(StoredPeople::person)
                .optional();
    }

    /** Locks the row until the transaction ends. */
    Optional<Person> forChange(UUID id) {
        return db.sql("select * from person where id = ? for update")
                .param(id)
                .query(StoredPeople::person)
                .optional();
    }

    Optional<Credentials> credentials(String login) {
        return db.sql("select * from person where lower(login) = lower(?)")
                .param(login)
                .query((row, n) ->
                        new Credentials(
                                person(row, n),
                                row.getString("password_hash"),
                                row.getBoolean("password_once"),
                                row.getInt("sign_ins_ended")))
                .optional();
    }

    List<Person> like(String text, int limit) {
        return db.sql(
                        """
                        select * from person where position(lower(:text) in lower(login)) > 0
                            or position(lower(:text) in lower(name)) > 0
                        order by login limit :limit
                        """)
                .param("text", text)
                .param("limit", limit)
                .query(StoredPeople::person)
                .list();
    }

    int count(String text) {
        return db.sql(
                        """
                        select count(*) from person where position(lower(:text) in lower(login)) > 0
                            or position(lower(:text) in lower(name)) > 0
                        """)
                .param("text", text)
                .query(Integer.class)
                .single();
    }

    /** False when somebody has the login meanwhile. */
    boolean add(Person person, @Nullable String passwordHash, Instant now) {
        return db.sql("insert into person (id, login, name, roles, locked, password_hash, created_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        person.id(),
                        person.login(),
                        person.name(),
                        names(person.roles()),
                        person.locked(),
                        passwordHash,
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update()
                > 0;
    }

    void rename(UUID id, String name) {
        db.sql("update person set name = ? where id = ?").params(name, id).update();
    }

    void roles(UUID id, Set<Role> roles) {
        db.sql("update person set roles = ? where id = ?").params(names(roles), id).update();
    }

    void lock(UUID id, boolean locked) {
        db.sql("update person set locked = ? where id = ?").params(locked, id).update();
    }

    void password(UUID id, String hash, boolean once) {
        db.sql("update person set password_hash = ?, password_once = ? where id = ?")
                .params(hash, once, id)
                .update();
    }

    /** Locks the persons who can still unlock others, so that two of them cannot lock each other out at once. */
    List<UUID> securityAdministratorsForChange() {
        return db.sql("select id from person where 'SECADMIN' = any(roles) and not locked order by id for update")
                .query(UUID.class)
                .list();
    }

    /** The language chosen and the theme; the language may be null. */
    Map<String, @Nullable String> choices(UUID id) {
        return db.sql("select locale, theme from person where id = ?")
                .param(id)
                .query((row, n) -> {
                    Map<String, @Nullable String> choices = new HashMap<>();
                    choices.put("locale", row.getString("locale"));
                    choices.put("theme", row.getString("theme"));
                    return choices;
                })
                .single();
    }

    boolean hintGone(UUID id, String hint) {
        return db.sql("select ? = any(hints_gone) from person where id = ?")
                .params(hint, id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void putAway(UUID id, String hint) {
        db.sql("update person set hints_gone = array_append(hints_gone, ?) where id = ? and not ? = any(hints_gone)")
                .params(hint, id, hint)
                .update();
    }

    void hintsAgain(UUID id) {
        db.sql("update person set hints_gone = '{}' where id = ?").param(id).update();
    }

    void locale(UUID id, String languageTag) {
        db.sql("update person set locale = ? where id = ?").params(languageTag, id).update();
    }

    void theme(UUID id, String theme) {
        db.sql("update person set theme = ? where id = ?").params(theme, id).update();
    }

    static Person person(ResultSet row, int n) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                roles(row),
                row.getBoolean("locked"));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("roles").getArray();
        return Arrays.stream(names).map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /**
     * @param once the password was given by an administrator and must be changed first
     * @param ended how often the person's sign-ins have ended
     */
    record Credentials(Person person, @Nullable String passwordHash, boolean once, int ended) {}
}
