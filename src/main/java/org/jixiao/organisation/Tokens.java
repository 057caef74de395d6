package org.jixiao.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jixiao.base.ProductClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Short-lived tokens of {@code /api}, so that a password is hashed once in half an hour and not at every call. */
@Repository
class Tokens {

    static final Duration LIFE = Duration.ofMinutes(30);

    private final JdbcClient db;
    private final ProductClock clock;
    private final Revocations revocations;

    Tokens(JdbcClient db, ProductClock clock, Revocations revocations) {
        this.db = db;
        this.clock = clock;
        this.revocations = revocations;
    }

    @Transactional
    Issued issue(Actor actor) {
        Instant now = clock.now();
        db.sql("delete from api_token where expires_at < ?").param(at(now)).update();
        var issued = new Issued(Secrets.next(), now.plus(LIFE));
        db.sql("insert into api_token (hash, person, expires_at) values (?, ?, ?)")
                .params(Secrets.hash(issued.token()), actor.id(), at(issued.expires()))
                .update();
        return issued;
    }

    Optional<SignedInPerson> holder(String token) {
        long moment = revocations.moment();
        return db.sql(
                        """
                        select p.* from api_token t join person p on p.id = t.person
                        where t.hash = ? and t.expires_at > ? and not p.locked
                        """)
                .params(Secrets.hash(token), at(clock.now()))
                .query((row, n) -> new SignedInPerson(
                        PasswordDoor.actor(StoredPeople.person(row, n)), row.getBoolean("password_once"), moment))
                .optional();
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    record Issued(String token, Instant expires) {}
}
