package org.jixiao.organisation;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Administered.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first person of an empty installation, for whoever can read the log: there is no default password. */
@Service
@Transactional
public class SetUp {

    private final JdbcClient db;
    private final StoredPeople stored;
    private final People people;
    private final Passwords passwords;
    private final Administration administration;
    private final ProductClock clock;

    SetUp(
            JdbcClient db,
            StoredPeople stored,
            People people,
            Passwords passwords,
            Administration administration,
            ProductClock clock) {
        this.db = db;
        this.stored = stored;
        this.people = people;
        this.passwords = passwords;
        this.administration = administration;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean needed() {
        return stored.none();
    }

    /** A new one-time token; one given before no longer counts. */
    String token() {
        String token = Secrets.next();
        db.sql("delete from setup_token").update();
        db.sql("insert into setup_token (hash, made_at) values (?, ?)")
                .params(Secrets.hash(token), OffsetDateTime.ofInstant(clock.now(), ZoneOffset.UTC))
                .update();
        return token;
    }

    /** The first person keeps the organisation and gives roles; refused once there is anybody. */
    public void complete(
            @Nullable String token,
            @Nullable String login,
            @Nullable String name,
            @Nullable String password,
            @Nullable String again) {
        db.sql("select 1 from setup_token for update").query(Integer.class).list();
        if (!needed()) throw Refusal.forbidden();
        boolean known = db.sql("select exists (select from setup_token where hash = ?)")
                .param(Secrets.hash(token == null ? "" : token.strip()))
                .query(Boolean.class)
                .single();
        if (!known) throw Form.refusal("token", "setup-token");
        passwords
                .check(people.checked(login, name), "password", password, login == null ? "" : login)
                .require(password != null && password.equals(again), "again", "password-again")
                .settle();
        var roles = EnumSet.of(Role.SYSADMIN, Role.SECADMIN);
        var person = new Person(Ids.next(), login, name.strip(), roles, false);
        stored.add(person, passwords.hash(password), clock.now());
        db.sql("delete from setup_token").update();
        administration.done(PasswordDoor.actor(person), Change.SET_UP, login + " " + person.name());
    }
}
