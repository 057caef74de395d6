package org.jixiao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Administered.Change;
import org.jixiao.organisation.Offices.PostEntry;
import org.jixiao.organisation.Structure.SectionEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

@ProductTest
@DemoData
@Transactional
@RecordApplicationEvents
class KeepingTest {

    private static final String UNIT = "szxxzx";
    private static final LocalDate DAY = LocalDate.of(2023, 7, 3);

    @Autowired
    private Structure structure;

    @Autowired
    private Offices offices;

    @Autowired
    private People people;

    @Autowired
    private Calendar calendar;

    @Autowired
    private Self self;

    @Autowired
    private Posts posts;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ApplicationEvents events;

    private Actor sysadmin;
    private Actor secadmin;
    private UUID director;

    @BeforeEach
    void administrators() {
        sysadmin = SignIn.actor(context, "sysadmin");
        secadmin = SignIn.actor(context, "secadmin");
        director = post(PostKind.DIRECTOR).id();
    }

    private Post post(PostKind kind) {
        return posts.find(kind, UNIT, "data").orElseThrow();
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

    @Test
    void every_keeping_asks_for_its_role() {
        var section = new SectionEntry("new", "新科", "", 9, DAY, null);
        var entry = new PostEntry("主任", null, Set.of(), null);
        UUID person = SignIn.actor(context, "deputy").id();
        for (String login : List.of("chief.general", "deputy", "director", "bureau", "modeller", "auditor", "secadmin")) {
            var actor = SignIn.actor(context, login);
            forbidden(() -> structure.sections(actor, UNIT));
            forbidden(() -> structure.addUnit(actor, "other", "别的", "上级", DAY));
            forbidden(() -> structure.changeUnit(actor, UNIT, "别的", "上级"));
            forbidden(() -> structure.addSection(actor, UNIT, section));
            forbidden(() -> structure.dissolve(actor, UNIT, "data", DAY));
            forbidden(() -> offices.of(actor, UNIT, DAY));
            forbidden(() -> offices.addDeputy(actor, UNIT, "副主任", List.of("data"), DAY));
            forbidden(() -> offices.change(actor, director, entry));
            forbidden(() -> offices.appoint(actor, director, person, DAY, null));
            forbidden(() -> people.add(actor, "someone", "某人"));
            forbidden(() -> people.rename(actor, person, "某人"));
            forbidden(() -> calendar.of(actor, 2023));
            forbidden(() -> calendar.put(actor, DAY, false, "假"));
            forbidden(() -> calendar.clear(actor, DAY));
        }
        for (String login : List.of("chief.general", "deputy", "director", "bureau", "modeller", "auditor", "sysadmin")) {
            var actor = SignIn.actor(context, login);
            forbidden(() -> people.giveRoles(actor, person, Set.of(Role.AUDITOR)));
            forbidden(() -> people.lock(actor, person));
            forbidden(() -> people.unlock(actor, person));
            forbidden(() -> people.resetPassword(actor, person));
        }
        forbidden(() -> people.search(SignIn.actor(context, "auditor"), "", 10));
    }

    @Test
    void unknown_things_get_the_answer_of_foreign_ones() {
        forbidden(() -> structure.changeUnit(sysadmin, "nowhere", "名", "上级"));
        forbidden(() -> offices.appoint(sysadmin, UUID.randomUUID(), sysadmin.id(), DAY, null));
        forbidden(() -> offices.changeHolding(sysadmin, UUID.randomUUID(), DAY, null));
        forbidden(() -> people.lock(secadmin, UUID.randomUUID()));
    }

    @Test
    void codes_are_unique_and_times_run_forward() {
        refused("code", "org-code-taken", () -> structure.addUnit(sysadmin, UNIT, "又一个", "上级", DAY));
        refused("code", "org-code-taken", () -> structure.addSection(
                sysadmin, UNIT, new SectionEntry("data", "又一个", "", 9, DAY, null)));
        refused("to", "org-to-before-from", () -> structure.addSection(
                sysadmin, UNIT, new SectionEntry("late", "晚科", "", 9, DAY, DAY.minusDays(1))));
        refused("to", "org-to-before-from", () -> offices.appoint(
                sysadmin, director, sysadmin.id(), DAY, DAY.minusDays(1)));
        refused("login", "org-login-taken", () -> people.add(sysadmin, "Chief.Data", "大小写"));
    }

    @Test
    void one_person_cannot_hold_one_post_twice_at_a_time() {
        UUID person = SignIn.actor(context, "director").id();
        refused("from", "org-holding-overlaps", () -> offices.appoint(sysadmin, director, person, DAY, null));
        var holding = offices.of(sysadmin, UNIT, DAY).stream()
                .filter(o -> o.post().id().equals(director))
                .flatMap(o -> o.holdings().stream())
                .findFirst()
                .orElseThrow();
        offices.changeHolding(sysadmin, holding.id(), holding.from(), DAY);
        assertThat(posts.holders(director, DAY)).extracting(Person::login).containsExactly("bureau");
        offices.appoint(sysadmin, director, person, DAY.plusDays(5), null);
        assertThat(posts.holders(director, DAY.plusDays(5))).extracting(Person::login).containsExactly("director");
    }

    @Test
    void a_fallback_may_not_come_back_to_its_post() {
        UUID chief = post(PostKind.CHIEF).id();
        refused("fallback", "org-fallback-cycle", () -> offices.change(
                sysadmin, director, new PostEntry("主任", chief, Set.of(), null)));
        refused("fallback", "org-fallback-cycle", () -> offices.change(
                sysadmin, director, new PostEntry("主任", director, Set.of(), null)));
        structure.addUnit(sysadmin, "other", "别的单位", "上级", DAY);
        UUID foreign = posts.find(PostKind.BUREAU, "other", "").orElseThrow().id();
        forbidden(() -> offices.change(sysadmin, director, new PostEntry("主任", foreign, Set.of(), null)));
        offices.change(sysadmin, chief, new PostEntry("数据负责人", director, Set.of(), null));
        assertThat(post(PostKind.CHIEF)).extracting(Post::name, Post::fallback).containsExactly("数据负责人", director);
    }

    @Test
    void a_section_has_one_further_deputy_at_a_time_and_the_first_deputy_stays() {
        UUID further = offices.addDeputy(sysadmin, UNIT, "副主任甲", List.of("data", "city"), DAY);
        refused("sections", "org-section-has-deputy", () -> offices.addDeputy(
                sysadmin, UNIT, "副主任乙", List.of("city"), DAY));
        refused("sections", "org-deputy-sections-missing", () -> offices.addDeputy(
                sysadmin, UNIT, "副主任乙", List.of(), DAY));
        offices.change(sysadmin, further, new PostEntry("副主任甲", director, Set.of("data"), null));
        offices.addDeputy(sysadmin, UNIT, "副主任乙", List.of("city"), DAY);
        UUID first = posts.find(PostKind.DEPUTY, UNIT, "general").orElseThrow().id();
        refused("to", "org-post-needed", () -> offices.change(
                sysadmin, first, new PostEntry("分管领导", director, Set.of(), DAY)));
    }

    @Test
    void renaming_a_section_renames_the_post_of_its_chief_unless_it_was_named_by_hand() {
        var data = structure.sections(sysadmin, UNIT).stream()
                .filter(s -> s.code().equals("data"))
                .findFirst()
                .orElseThrow();
        structure.changeSection(
                sysadmin, UNIT, new SectionEntry("data", "数据科", data.duty(), data.position(), data.from(), null));
        assertThat(post(PostKind.CHIEF).name()).isEqualTo("数据科负责人");
    }

    @Test
    void a_section_dissolved_is_there_up_to_the_day_before() {
        structure.dissolve(sysadmin, UNIT, "data", DAY);
        assertThat(context.getBean(Organisation.class).sections(UNIT, DAY.minusDays(1))).hasSize(8);
        assertThat(context.getBean(Organisation.class).sections(UNIT, DAY)).hasSize(7);
        assertThat(context.getBean(Organisation.class).section(UNIT, "data")).isPresent();
    }

    @Test
    void the_last_security_administrator_neither_goes_nor_is_locked() {
        refused("locked", "org-last-secadmin", () -> people.lock(secadmin, secadmin.id()));
        people.giveRoles(secadmin, sysadmin.id(), Set.of(Role.SECADMIN));
        people.lock(secadmin, secadmin.id());
    }

    @Test
    void roles_are_given_by_another_and_that_of_giving_them_stands_alone() {
        refused("roles", "org-own-roles", () -> people.giveRoles(secadmin, secadmin.id(), Set.of(Role.SYSADMIN)));
        for (Role other : List.of(Role.SYSADMIN, Role.AUDITOR))
            refused("roles", "org-roles-apart", () -> people.giveRoles(
                    secadmin, sysadmin.id(), Set.of(Role.SECADMIN, other)));
    }

    @Test
    void the_calendar_is_kept_day_by_day() {
        var days = context.getBean(WorkingDays.class);
        var saturday = LocalDate.of(2023, 7, 8);
        calendar.put(sysadmin, saturday, true, "补班");
        assertThat(days.isWorking(saturday)).isTrue();
        calendar.clear(sysadmin, saturday);
        assertThat(days.isWorking(saturday)).isFalse();
        refused("name", "org-missing", () -> calendar.put(sysadmin, saturday, true, " "));
    }

    @Test
    void ones_own_password_needs_the_old_one_and_follows_the_rules() {
        var actor = SignIn.actor(context, "chief.data");
        refused("old", "org-password-wrong", () -> self.changePassword(actor, "wrong", "long enough 1", "long enough 1"));
        refused("chosen", "org-password-short", () -> self.changePassword(actor, "Jixiao-2023", "short", "short"));
        refused("chosen", "org-password-login", () -> self.changePassword(actor, "Jixiao-2023", "Chief.Data", "Chief.Data"));
        self.changePassword(actor, "Jixiao-2023", "long enough 1", "long enough 1");
        refused("old", "org-password-wrong", () -> self.changePassword(actor, "Jixiao-2023", "long enough 2", "long enough 2"));
    }

    @Test
    void each_change_tells_who_did_what_to_whom() {
        people.add(sysadmin, "new.person", "新人");
        people.lock(secadmin, SignIn.actor(context, "new.person").id());
        assertThat(events.stream(Administered.class))
                .extracting(e -> e.by().login(), Administered::change, Administered::subject)
                .containsExactly(
                        tuple("sysadmin", Change.PERSON_ADDED, "new.person 新人"),
                        tuple("secadmin", Change.PERSON_LOCKED, "new.person"));
    }
}
