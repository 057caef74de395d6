package org.jixiao.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Administered.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens that a person makes for a program acting in their name. They end on their day, when revoked, and with
 * everything that ends the person's sign-ins: another password, other roles, a lock. No token makes or revokes one.
 */
@Service
@Transactional
public class AccessTokens {

    /** Days a token may live. */
    public static final List<Integer> LIVES = List.of(30, 90, 365);

    static final int MOST = 10;

    /** So that a token left lying in a file is recognised as one. */
    static final String PREFIX = "jixiao_";

    /** An expired one is listed so long, so that its person finds out why the program stopped. */
    private static final Duration LISTED = Duration.ofDays(30);

    private final JdbcClient db;
    private final StoredPeople people;
    private final Revocations revocations;
    private final Administration administration;
    private final ProductClock clock;

    AccessTokens(
            JdbcClient db, StoredPeople people, Revocations revocations, Administration administration, ProductClock clock) {
        this.db = db;
        this.people = people;
        this.revocations = revocations;
        this.administration = administration;
        this.clock = clock;
    }

    /** What the person can choose from, the smallest first. */
    public static List<TokenScope> scopes(Actor actor) {
        return actor.is(Role.MODELLER)
                ? List.of(TokenScope.values())
                : List.of(TokenScope.READ, TokenScope.ALL);
    }

    /** The actor's own, the newest first. */
    @Transactional(readOnly = true)
    public List<AccessToken> mine(Actor actor) {
        return of(actor.id());
    }

    /** The secret is told here and never again. */
    public String make(Actor actor, @Nullable String name, @Nullable TokenScope scope, @Nullable Integer days) {
        administration.inPerson();
        revocations.hold(actor);
        var credentials = people.credentials(actor.login()).orElseThrow(Refusal::forbidden);
        Instant now = clock.now();
        new Form()
                .name("name", name)
                .require(scope != null && scopes(actor).contains(scope), "scope", "missing")
                .require(days != null && LIVES.contains(days), "days", "missing")
                .require(!credentials.once(), "name", "token-own-password")
                .require(living(actor.id(), now) < MOST, "name", "token-most", "" + MOST)
                .settle();
        db.sql("delete from api_token where name is not null and expires_at < ?").param(at(now.minus(LISTED))).update();
        String secret = PREFIX + Secrets.next();
        db.sql("insert into api_token (id, hash, person, name, scope, made_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(), Secrets.hash(secret), actor.id(), name.strip(), scope.name(), at(now), at(now.plus(Duration.ofDays(days))))
                .update();
        administration.done(actor, Change.TOKEN_MADE, subject(actor.login(), name.strip(), scope));
        return secret;
    }

    /** One's own, or as security administrator anybody's. One that is gone already is no mistake. */
    public void revoke(Actor actor, UUID token) {
        administration.inPerson();
        record Revoked(UUID person, String name, TokenScope scope) {}
        db.sql("delete from api_token where id = ? and name is not null and (person = ? or ?) returning person, name, scope")
                .params(token, actor.id(), actor.is(Role.SECADMIN))
                .query((row, n) -> new Revoked(
                        row.getObject("person", UUID.class), row.getString("name"), TokenScope.valueOf(row.getString("scope"))))
                .optional()
                .ifPresent(gone -> {
                    String login = gone.person().equals(actor.id())
                            ? actor.login()
                            : people.forChange(gone.person()).orElseThrow().login();
                    administration.done(actor, Change.TOKEN_REVOKED, subject(login, gone.name(), gone.scope()));
                });
    }

    /** Another person's, for the security administrator. */
    @Transactional(readOnly = true)
    public List<AccessToken> of(Actor actor, UUID person) {
        administration.permit(actor, Role.SECADMIN);
        return of(person);
    }

    /** How many live ones each of these persons has, of those who have any; for the security administrator. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> counts(Actor actor, Collection<UUID> persons) {
        administration.permit(actor, Role.SECADMIN);
        var counts = new HashMap<UUID, Integer>();
        db.sql("select person, count(*) from api_token where name is not null and expires_at > ? and person = any(?) group by person")
                .params(at(clock.now()), persons.toArray(UUID[]::new))
                .query((row, n) -> counts.put(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
        return counts;
    }

    private int living(UUID person, Instant now) {
        return db.sql("select count(*) from api_token where name is not null and person = ? and expires_at > ?")
                .params(person, at(now))
                .query(Integer.class)
                .single();
    }

    private List<AccessToken> of(UUID person) {
        Instant now = clock.now();
        return db.sql(
                        """
                        select * from api_token where name is not null and person = ? and expires_at > ?
                        order by made_at desc, id desc
                        """)
                .params(person, at(now.minus(LISTED)))
                .query((row, n) -> token(row, now))
                .list();
    }

    private static AccessToken token(ResultSet row, Instant now) throws SQLException {
        Instant expires = instant(row, "expires_at");
        return new AccessToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                TokenScope.valueOf(row.getString("scope")),
                day(instant(row, "made_at")),
                day(expires),
                !expires.isAfter(now),
                row.getObject("used_on", LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static LocalDate day(Instant moment) {
        return ProductClock.local(moment).toLocalDate();
    }

    static String subject(String login, String name, TokenScope scope) {
        return login + " “" + name + "” [" + scope + "]";
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** @param usedOn the last day it was used, null when never */
    public record AccessToken(
            UUID id, String name, TokenScope scope, LocalDate made, LocalDate expires, boolean expired, @Nullable LocalDate usedOn) {}
}
