package org.jixiao.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DemoData
class DemoOrganisationTest {

    private static final LocalDate DAY = LocalDate.of(2023, 7, 3);
    private static final String UNIT = "szxxzx";

    @Autowired
    private Organisation organisation;

    @Autowired
    private Posts posts;

    @Autowired
    private DemoOrganisation loader;

    @Autowired
    private StoredPeople people;

    @Test
    void has_eight_sections_in_their_order_each_with_a_chief_named_after_it() {
        var sections = organisation.sections(UNIT, DAY);
        assertThat(sections)
                .extracting(Section::code)
                .containsExactly(
                        "general", "data", "application", "construction", "security", "citizen", "city", "command");
        assertThat(sections).allSatisfy(section -> {
            var chief = posts.find(PostKind.CHIEF, UNIT, section.code()).orElseThrow();
            assertThat(posts.holders(chief.id(), DAY))
                    .singleElement()
                    .extracting(Person::login, Person::name)
                    .containsExactly("chief." + section.code(), section.name() + "负责人");
            assertThat(section.duty()).isNotBlank();
        });
    }

    @Test
    void one_chief_is_the_coordinator_too_and_the_unit_posts_have_their_holders() {
        var general = people.byLogin("chief.general").orElseThrow();
        assertThat(posts.heldIn(UNIT, general.id(), DAY))
                .extracting(Post::kind)
                .containsExactlyInAnyOrder(PostKind.CHIEF, PostKind.COORDINATOR);
        assertThat(posts.acts(people.byLogin("deputy").orElseThrow().id(), PostKind.DEPUTY, UNIT, "city", DAY))
                .isTrue();
        assertThat(posts.acts(people.byLogin("bureau").orElseThrow().id(), PostKind.BUREAU, UNIT, "", DAY))
                .isTrue();
    }

    @Test
    void a_second_start_changes_nothing() throws Exception {
        int before = people.count("");
        loader.run(null);
        assertThat(people.count("")).isEqualTo(before).isEqualTo(15);
    }

    @Test
    void administrators_hold_no_post_and_one_role_each() {
        for (var role : Role.values()) {
            var person = people.like("", 100).stream()
                    .filter(p -> p.roles().contains(role))
                    .toList();
            assertThat(person).singleElement().satisfies(p -> {
                assertThat(p.roles()).containsExactly(role);
                assertThat(posts.heldBy(p.id(), DAY)).isEmpty();
            });
        }
    }
}
