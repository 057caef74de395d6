package org.jixiao.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Administered.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens at the door of {@code /api} and of the Modeler: those of half an hour, so that a password is hashed once in
 * that time and not at every call, and those that a person made, see {@link AccessTokens}.
 */
@Repository
class Tokens {

    static final Duration LIFE = Duration.ofMinutes(30);

    private final JdbcClient db;
    private final ProductClock clock;
    private final Revocations revocations;
    private final Administration administration;

    Tokens(JdbcClient db, ProductClock clock, Revocations revocations, Administration administration) {
        this.db = db;
        this.clock = clock;
        this.revocations = revocations;
        this.administration = administration;
    }

    @Transactional
    Issued issue(Actor actor) {
        revocations.hold(actor);
        Instant now = clock.now();
        db.sql("delete from api_token where name is null and expires_at < ?").param(at(now)).update();
        var issued = new Issued(Secrets.next(), now.plus(LIFE));
        db.sql("insert into api_token (hash, person, expires_at) values (?, ?, ?)")
                .params(Secrets.hash(issued.token()), actor.id(), at(issued.expires()))
                .update();
        return issued;
    }

    Optional<Held> holder(String token) {
        long moment = revocations.moment();
        byte[] hash = Secrets.hash(token);
        return db.sql(
                        """
                        select p.*, t.name as token_name, t.scope, t.used_on from api_token t join person p on p.id = t.person
                        where t.hash = ? and t.expires_at > ? and not p.locked
                        """)
                .params(hash, at(clock.now()))
                .query((row, n) -> new Held(
                        new SignedInPerson(
                                PasswordDoor.actor(StoredPeople.person(row, n)),
                                row.getBoolean("password_once"),
                                moment,
                                row.getInt("sign_ins_ended")),
                        hash,
                        row.getString("token_name"),
                        TokenScope.valueOf(row.getString("scope")),
                        row.getObject("used_on", LocalDate.class)))
                .optional();
    }

    /** Writes the day of use once a day, the first use on the record; a token of half an hour leaves no trace. */
    @Transactional
    public void used(Held held) {
        var today = clock.today();
        if (held.name() == null || today.equals(held.usedOn())) return;
        boolean first = held.usedOn() == null
                && db.sql("update api_token set used_on = ? where hash = ? and used_on is null")
                                .params(today, held.hash())
                                .update()
                        > 0;
        if (first) administration.done(held.person().actor(), Change.TOKEN_FIRST_USED, subject(held));
        else db.sql("update api_token set used_on = ? where hash = ?").params(today, held.hash()).update();
    }

    private static String subject(Held held) {
        return AccessTokens.subject(held.person().actor().login(), "" + held.name(), held.scope());
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    record Issued(String token, Instant expires) {}

    /** @param name null for a token of half an hour */
    record Held(SignedInPerson person, byte[] hash, @Nullable String name, TokenScope scope, @Nullable LocalDate usedOn) {}
}
