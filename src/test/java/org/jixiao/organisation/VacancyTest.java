package org.jixiao.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jixiao.ProductTest;
import org.jixiao.organisation.Structure.SectionEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ProductTest
@Transactional
class VacancyTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);
    private static final Actor ADMIN = new Actor(UUID.randomUUID(), "admin", "管理员", EnumSet.allOf(Role.class));

    @Autowired
    private Structure structure;

    @Autowired
    private Offices offices;

    @Autowired
    private People people;

    @Autowired
    private Posts posts;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void a_unit_with_one_section() {
        structure.addUnit(ADMIN, "archive", "市档案中心", "市档案局", START);
        structure.addSection(ADMIN, "archive", new SectionEntry("office", "办公室", "", 1, START, null));
    }

    private Post post(PostKind kind) {
        return posts.find(kind, "archive", "office").orElseThrow();
    }

    private Person appointed(String login, PostKind kind, LocalDate from, LocalDate to) {
        var person = people.add(ADMIN, login, login);
        offices.appoint(ADMIN, post(kind).id(), person.id(), from, to);
        return person;
    }

    @Test
    void a_unit_comes_with_its_four_posts_and_a_section_with_its_chief_each_falling_to_the_next_post_up() {
        assertThat(post(PostKind.CHIEF).fallback()).isEqualTo(post(PostKind.COORDINATOR).id());
        assertThat(post(PostKind.COORDINATOR).fallback()).isEqualTo(post(PostKind.DEPUTY).id());
        assertThat(post(PostKind.DEPUTY).fallback()).isEqualTo(post(PostKind.DIRECTOR).id());
        assertThat(post(PostKind.DIRECTOR).fallback()).isEqualTo(post(PostKind.BUREAU).id());
        assertThat(post(PostKind.BUREAU).fallback()).isNull();
        assertThat(post(PostKind.CHIEF).name()).isEqualTo("办公室负责人");
        assertThat(post(PostKind.BUREAU).name()).isEqualTo("市档案局");
    }

    @Test
    void a_post_nobody_holds_and_all_its_fallbacks_too_has_no_holder_and_does_not_throw() {
        assertThat(posts.holders(post(PostKind.CHIEF).id(), DAY)).isEmpty();
        assertThat(posts.holders(UUID.randomUUID(), DAY)).isEmpty();
    }

    @Test
    void a_vacant_post_falls_through_vacant_posts_to_the_first_that_is_held() {
        var director = appointed("director", PostKind.DIRECTOR, START, null);
        assertThat(posts.holders(post(PostKind.CHIEF).id(), DAY)).containsExactly(director);
        assertThat(posts.heldBy(director.id(), DAY))
                .containsExactlyInAnyOrder(
                        post(PostKind.CHIEF).id(),
                        post(PostKind.COORDINATOR).id(),
                        post(PostKind.DEPUTY).id(),
                        post(PostKind.DIRECTOR).id());
    }

    @Test
    void a_holder_between_stops_the_fall() {
        var director = appointed("director", PostKind.DIRECTOR, START, null);
        var deputy = appointed("deputy", PostKind.DEPUTY, START, null);
        assertThat(posts.holders(post(PostKind.CHIEF).id(), DAY)).containsExactly(deputy);
        assertThat(posts.heldBy(director.id(), DAY)).containsExactly(post(PostKind.DIRECTOR).id());
    }

    @Test
    void a_post_is_held_from_its_first_day_to_the_day_before_its_end() {
        var chief = appointed("chief", PostKind.CHIEF, DAY, DAY.plusDays(10));
        UUID post = post(PostKind.CHIEF).id();
        assertThat(posts.holders(post, DAY.minusDays(1))).isEmpty();
        assertThat(posts.holders(post, DAY)).containsExactly(chief);
        assertThat(posts.holders(post, DAY.plusDays(9))).containsExactly(chief);
        assertThat(posts.holders(post, DAY.plusDays(10))).isEmpty();
        assertThat(posts.holds(chief.id(), post, DAY.plusDays(10))).isFalse();
    }

    @Test
    void a_locked_holder_leaves_the_post_vacant() {
        var chief = appointed("chief", PostKind.CHIEF, START, null);
        var coordinator = appointed("coordinator", PostKind.COORDINATOR, START, null);
        people.lock(ADMIN, chief.id());
        assertThat(posts.holders(post(PostKind.CHIEF).id(), DAY)).containsExactly(coordinator);
        assertThat(posts.heldBy(chief.id(), DAY)).isEmpty();
        assertThat(posts.heldBy(coordinator.id(), DAY)).contains(post(PostKind.CHIEF).id());
    }

    @Test
    void two_holders_both_act() {
        var one = appointed("chief1", PostKind.CHIEF, START, null);
        var two = appointed("chief2", PostKind.CHIEF, START, null);
        assertThat(posts.holders(post(PostKind.CHIEF).id(), DAY)).containsExactly(one, two);
    }

    @Test
    void the_chief_of_a_dissolved_section_falls_to_the_coordinator() {
        appointed("chief", PostKind.CHIEF, START, null);
        var coordinator = appointed("coordinator", PostKind.COORDINATOR, START, null);
        structure.dissolve(ADMIN, "archive", "office", DAY);
        assertThat(posts.holders(post(PostKind.CHIEF).id(), DAY)).containsExactly(coordinator);
        assertThat(posts.holders(post(PostKind.CHIEF).id(), DAY.minusDays(1)))
                .extracting(Person::login)
                .containsExactly("chief");
    }

    @Test
    void a_deputy_for_named_sections_goes_before_the_one_for_all() {
        structure.addSection(ADMIN, "archive", new SectionEntry("stacks", "保管科", "", 2, START, null));
        UUID further = offices.addDeputy(ADMIN, "archive", "分管领导（保管）", List.of("stacks"), START);
        assertThat(posts.find(PostKind.DEPUTY, "archive", "stacks")).get().extracting(Post::id).isEqualTo(further);
        assertThat(posts.find(PostKind.DEPUTY, "archive", "office")).get().extracting(Post::id).isNotEqualTo(further);
    }

    @Test
    void whoever_holds_a_post_is_whoever_it_says_whatever_the_chain_circles_included() {
        var random = new Random(20231231);
        List<Post> all = offices.of(ADMIN, "archive", DAY).stream().map(Offices.Office::post).toList();
        List<Person> persons = List.of(
                people.add(ADMIN, "p1", "p1"), people.add(ADMIN, "p2", "p2"), people.add(ADMIN, "p3", "p3"));
        for (int round = 0; round < 60; round++) {
            db.sql("delete from holding").update();
            for (var post : all) {
                var fallback = all.get(random.nextInt(all.size()));
                db.sql("update post set fallback = ? where id = ?")
                        .params(fallback.id().equals(post.id()) ? null : fallback.id(), post.id())
                        .update();
                if (random.nextInt(3) == 0)
                    offices.appoint(ADMIN, post.id(), persons.get(random.nextInt(3)).id(), START, null);
            }
            var together = posts.holders(all.stream().map(Post::id).toList(), DAY);
            for (var post : all) {
                var holders = posts.holders(post.id(), DAY);
                assertThat(together.getOrDefault(post.id(), List.of())).isEqualTo(holders);
                for (var person : persons)
                    assertThat(posts.holds(person.id(), post.id(), DAY)).isEqualTo(holders.contains(person));
            }
        }
    }

    @Test
    void a_unit_with_three_sections_and_one_with_a_single_section_need_nothing_but_data() {
        structure.addUnit(ADMIN, "library", "市图书馆", "市文化局", START);
        for (var code : List.of("lending", "reading", "events"))
            structure.addSection(ADMIN, "library", new SectionEntry(code, code + "部", "", 1, START, null));
        assertThat(offices.of(ADMIN, "library", DAY)).hasSize(7);
        assertThat(offices.of(ADMIN, "archive", DAY)).hasSize(5);
        assertThat(Set.copyOf(offices.of(ADMIN, "library", DAY)).stream().filter(o -> o.post().section() != null))
                .hasSize(3);
    }
}
