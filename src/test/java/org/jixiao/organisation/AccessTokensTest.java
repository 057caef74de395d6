package org.jixiao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.AccessTokens.AccessToken;
import org.jixiao.organisation.Administered.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@DemoData
@Transactional
@RecordApplicationEvents
class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2023-07-03T01:00:00Z");
    private static final String INBOX = "/api/inbox?box=todo";
    private static final String VERSION = "/engine-rest/version";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private People people;

    @Autowired
    private Self self;

    @Autowired
    private ProductClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private TransactionTemplate transaction;

    private Actor modeller;
    private Actor secadmin;

    @BeforeEach
    void morning() {
        clock.set(NOW);
        modeller = SignIn.in(context, "modeller");
        secadmin = SignIn.actor(context, "secadmin");
    }

    @AfterEach
    void out() {
        SignIn.out();
    }

    private String make(TokenScope scope) {
        SignIn.in(context, "modeller");
        return tokens.make(modeller, "办公室", scope, 30);
    }

    private MockHttpServletResponse call(String method, String path, String token) throws Exception {
        return mvc.perform(request(HttpMethod.valueOf(method), path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    private int status(String path, String token) throws Exception {
        return call("GET", path, token).getStatus();
    }

    private static void refused(String field, String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.findings())
                .extracting(Finding::field, Finding::code)
                .contains(tuple(field, code)));
    }

    private static void forbidden(ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    private List<Change> changes() {
        return events.stream(Administered.class).map(Administered::change).toList();
    }

    @ParameterizedTest(name = "{0}: {1} {2} is answered {3}")
    @CsvSource({
        "MODELER, GET,  /engine-rest/version, 200",
        "MODELER, POST, /engine-rest/process-definition/x/start, 400",
        "MODELER, GET,  /api/inbox?box=todo, 403",
        "MODELER, POST, /api/token, 403",
        "MODELER, GET,  /%65ngine-rest/version, 403",
        "READ,    GET,  /api/inbox?box=todo, 200",
        "READ,    GET,  /api/openapi.json, 200",
        "READ,    POST, /api/inbox/approvals, 403",
        "READ,    PUT,  /api/units/szxxzx/years/2023/dates, 403",
        "READ,    GET,  /engine-rest/version, 403",
        "ALL,     GET,  /api/inbox?box=todo, 200",
        "ALL,     POST, /api/inbox/approvals, 400",
        "ALL,     GET,  /engine-rest/version, 200",
        "ALL,     POST, /api/token, 403",
    })
    void a_token_opens_what_it_is_for(TokenScope scope, String method, String path, int status) throws Exception {
        var answer = mvc.perform(request(HttpMethod.valueOf(method), java.net.URI.create(path))
                        .header("Authorization", "Bearer " + make(scope)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        if (status == 403 && !path.equals("/api/token"))
            assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.code")).isEqualTo("token-scope");
    }

    @Test
    void only_a_hash_is_kept_and_the_list_names_the_token() {
        String secret = make(TokenScope.MODELER);
        assertThat(secret).startsWith(AccessTokens.PREFIX).hasSize(50);
        assertThat(jdbc.sql("select t::text from api_token t").query(String.class).list())
                .hasSize(1)
                .noneMatch(row -> row.contains(secret) || row.contains(secret.substring(AccessTokens.PREFIX.length())));
        AccessToken token = tokens.mine(modeller).get(0);
        assertThat(token.name()).isEqualTo("办公室");
        assertThat(token.made()).isEqualTo("2023-07-03");
        assertThat(token.expires()).isEqualTo("2023-08-02");
        assertThat(token.usedOn()).isNull();
        assertThat(tokens.mine(secadmin)).isEmpty();
    }

    @Test
    void a_name_a_use_and_an_end_are_needed_and_the_modelers_door_is_the_modellers() {
        refused("name", "org-missing", () -> tokens.make(modeller, " ", TokenScope.ALL, 30));
        refused("scope", "org-missing", () -> tokens.make(modeller, "一", null, 30));
        for (Integer days : new Integer[] {null, 0, 29, 366, Integer.MAX_VALUE})
            refused("days", "org-missing", () -> tokens.make(modeller, "一", TokenScope.ALL, days));
        SignIn.in(context, "secadmin");
        refused("scope", "org-missing", () -> tokens.make(secadmin, "一", TokenScope.MODELER, 30));
        assertThat(tokens.mine(modeller)).isEmpty();
    }

    @Test
    void ten_may_live_at_once_and_an_expired_one_leaves_its_place() {
        for (int i = 0; i < AccessTokens.MOST; i++) make(TokenScope.READ);
        refused("name", "org-token-most", () -> make(TokenScope.READ));
        clock.set(NOW.plus(Duration.ofDays(30)));
        make(TokenScope.READ);
        assertThat(tokens.mine(modeller)).hasSize(11).extracting(AccessToken::expired).containsOnlyOnce(false);
        clock.set(NOW.plus(Duration.ofDays(61)));
        make(TokenScope.READ);
        assertThat(jdbc.sql("select count(*) from api_token").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void it_ends_on_its_day_or_when_revoked() throws Exception {
        String one = make(TokenScope.MODELER);
        String other = make(TokenScope.MODELER);
        tokens.revoke(modeller, tokens.mine(modeller).get(0).id());
        assertThat(List.of(status(VERSION, one), status(VERSION, other))).containsExactlyInAnyOrder(200, 401);
        clock.set(NOW.plus(Duration.ofDays(30)));
        assertThat(List.of(status(VERSION, one), status(VERSION, other))).containsOnly(401);
    }

    @Test
    void the_half_hour_tokens_of_basic_come_and_go_beside_it() throws Exception {
        String token = make(TokenScope.ALL);
        jdbc.sql("insert into api_token (hash, person, expires_at) values ('\\x00', ?, now() - interval '9 years')")
                .param(modeller.id())
                .update();
        clock.set(NOW.plus(Duration.ofDays(31)));
        context.getBean(Tokens.class).issue(modeller);
        assertThat(tokens.mine(modeller)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from api_token").query(Integer.class).single()).isEqualTo(2);
        assertThat(status(INBOX, token)).isEqualTo(401);
    }

    @Test
    void another_password_other_roles_or_a_lock_end_it() throws Exception {
        List<Runnable> ends = List.of(
                () -> self.changePassword(modeller, "Jixiao-2023", "a longer password", "a longer password"),
                () -> people.giveRoles(secadmin, modeller.id(), Set.of(Role.MODELLER)),
                () -> people.lock(secadmin, modeller.id()));
        for (Runnable end : ends) {
            String token = make(TokenScope.ALL);
            assertThat(status(INBOX, token)).isEqualTo(200);
            end.run();
            assertThat(status(INBOX, token)).isEqualTo(401);
            assertThat(tokens.mine(modeller)).isEmpty();
        }
        people.unlock(secadmin, modeller.id());
        people.resetPassword(secadmin, modeller.id());
        refused("name", "org-token-own-password", () -> make(TokenScope.ALL));
    }

    /** What ends the sign-ins has begun and not committed yet; the other goes on when it has. */
    @Test
    @Transactional(propagation = Propagation.NEVER)
    void what_opens_a_door_in_the_moment_of_another_password_other_roles_or_a_lock_is_refused() {
        var deputy = SignIn.actor(context, "deputy");
        List<Runnable> ends = List.of(
                () -> self.changePassword(deputy, "Jixiao-2023", "a longer password", "a longer password"),
                () -> people.giveRoles(secadmin, deputy.id(), deputy.roles()),
                () -> people.lock(secadmin, deputy.id()));
        List<Runnable> doors = List.of(
                () -> tokens.make(deputy, "一", TokenScope.ALL, 30), () -> context.getBean(Tokens.class).issue(deputy));
        for (int i = 0; i < ends.size() * doors.size(); i++) {
            Runnable door = doors.get(i % doors.size());
            Runnable end = ends.get(i / doors.size());
            if (i == 1) continue; // the password is another by now
            var late = new CompletableFuture<Void>();
            transaction.executeWithoutResult(t -> {
                end.run();
                CompletableFuture.runAsync(() -> {
                            SignIn.in(context, "deputy");
                            try {
                                door.run();
                            } finally {
                                SignIn.out();
                            }
                        })
                        .whenComplete((done, failed) -> {
                            if (failed == null) late.complete(null);
                            else late.completeExceptionally(failed);
                        });
                untilSomebodyWaits();
            });
            forbidden(() -> {
                try {
                    late.join();
                } catch (CompletionException e) {
                    throw e.getCause();
                }
            });
            assertThat(tokens.of(secadmin, deputy.id())).isEmpty();
        }
        people.unlock(secadmin, deputy.id());
        SignIn.in(context, "deputy");
        tokens.make(deputy, "一", TokenScope.ALL, 30);
        jdbc.sql("delete from api_token where person = ?").param(deputy.id()).update();
    }

    private void untilSomebodyWaits() {
        Instant patience = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(patience))
            if (jdbc.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() > 0) return;
        throw new AssertionError("nobody waits for the person");
    }

    @ParameterizedTest(name = "{0} leaves {1}")
    @CsvSource({"READ, 0", "ALL, 1"})
    void what_a_program_reads_with_a_token_for_reading_alone_is_not_opened(TokenScope scope, int marks) throws Exception {
        SignIn.in(context, "chief.data");
        String token = tokens.make(SignIn.actor(context, "chief.data"), "一", scope, 30);
        String inbox = call("GET", INBOX, token).getContentAsString();
        String task = JsonPath.read(inbox, "$.items[0].taskId");
        assertThat(status("/api/tasks/" + task, token)).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from inbox_read").query(Integer.class).single()).isEqualTo(marks);
    }

    @Test
    void with_a_token_nobody_makes_tokens_or_passwords_or_roles() {
        SignIn.in(context, "secadmin");
        var person = SecurityContextHolder.getContext().getAuthentication().getPrincipal();
        SecurityContextHolder.getContext().setAuthentication(new PreAuthenticatedAuthenticationToken(person, null, List.of()));
        forbidden(() -> tokens.make(secadmin, "一", TokenScope.ALL, 30));
        forbidden(() -> tokens.revoke(secadmin, UUID.randomUUID()));
        forbidden(() -> self.changePassword(secadmin, "Jixiao-2023", "a longer password", "a longer password"));
        forbidden(() -> people.resetPassword(secadmin, modeller.id()));
        forbidden(() -> people.giveRoles(secadmin, modeller.id(), Set.of(Role.AUDITOR)));
    }

    @Test
    void the_security_administrator_sees_and_revokes_those_of_others_and_nobody_else_does() throws Exception {
        String token = make(TokenScope.READ);
        UUID id = tokens.mine(modeller).get(0).id();
        assertThat(tokens.counts(secadmin, List.of(modeller.id(), secadmin.id()))).containsOnlyKeys(modeller.id());
        assertThat(tokens.of(secadmin, modeller.id())).extracting(AccessToken::id).containsExactly(id);
        for (String login : List.of("sysadmin", "auditor", "director")) {
            var other = SignIn.actor(context, login);
            forbidden(() -> tokens.of(other, modeller.id()));
            forbidden(() -> tokens.counts(other, List.of(modeller.id())));
            tokens.revoke(other, id);
        }
        assertThat(status(INBOX, token)).isEqualTo(200);
        tokens.revoke(secadmin, id);
        tokens.revoke(secadmin, id);
        assertThat(status(INBOX, token)).isEqualTo(401);
        assertThat(changes()).containsOnlyOnce(Change.TOKEN_REVOKED);
    }

    @Test
    void made_first_used_and_revoked_stand_on_the_record_with_whose_and_which() throws Exception {
        String token = make(TokenScope.READ);
        for (int i = 0; i < 3; i++) status(INBOX, token);
        clock.set(NOW.plus(Duration.ofDays(1)));
        status(INBOX, token);
        assertThat(tokens.mine(modeller).get(0).usedOn()).isEqualTo("2023-07-04");
        tokens.revoke(secadmin, tokens.mine(modeller).get(0).id());
        assertThat(jdbc.sql("select what, actor_name, subject from record_entry where what like 'token%' and subject like 'modeller %' order by seq")
                        .query((row, n) -> row.getString(1) + " " + row.getString(3))
                        .list())
                .containsExactly(
                        "token-made modeller “办公室” [READ]",
                        "token-first-used modeller “办公室” [READ]",
                        "token-revoked modeller “办公室” [READ]");
    }
}
