package org.jixiao.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jixiao.base.ProductClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * After five wrong passwords a login waits a minute, then twice as long with each further one, a quarter of an hour at
 * most. Unknown logins wait alike, so waiting tells nothing. A day without failure is forgotten.
 */
@Repository
class LoginFailures {

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int LONGEST_LOGIN = 64;

    private final JdbcClient db;
    private final ProductClock clock;

    LoginFailures(JdbcClient db, ProductClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Until when the login waits; empty when it may try. */
    Optional<Instant> waits(String login) {
        return db
                .sql("select until from login_failure where login = ? and until > ?")
                .params(key(login), at(clock.now()))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void record(String login) {
        Instant now = clock.now();
        db.sql("delete from login_failure where last_at < ?")
                .param(at(now.minus(Duration.ofDays(1))))
                .update();
        int failures = db.sql(
                        """
                        insert into login_failure (login, failures, last_at) values (:login, 1, :now)
                        on conflict (login) do update set failures = login_failure.failures + 1, last_at = :now
                        returning failures
                        """)
                .param("login", key(login))
                .param("now", at(now))
                .query(Integer.class)
                .single();
        if (failures >= FREE)
            db.sql("update login_failure set until = ? where login = ?")
                    .params(at(now.plus(wait(failures))), key(login))
                    .update();
    }

    void forget(String login) {
        db.sql("delete from login_failure where login = ?").param(key(login)).update();
    }

    static Duration wait(int failures) {
        var doubled = Duration.ofMinutes(1L << Math.min(failures - FREE, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private static String key(String login) {
        String lower = login.toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST_LOGIN ? lower.substring(0, LONGEST_LOGIN) : lower;
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
