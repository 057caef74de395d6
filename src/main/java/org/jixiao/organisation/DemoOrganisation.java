package org.jixiao.organisation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code demo/organisation.json} while its unit is not there yet. */
@Component
@ConditionalOnProperty(name = Demo.PROPERTY, havingValue = "true")
@Order(Demo.ORGANISATION)
class DemoOrganisation implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOrganisation.class);
    /** Whom the record names for what the product itself brings along. */
    private static final Actor PRODUCT = new Actor(new UUID(0, 0), "jixiao", "绩效通", EnumSet.allOf(Role.class));

    private final Organisation organisation;
    private final Structure structure;
    private final Offices offices;
    private final Posts posts;
    private final People people;
    private final StoredPeople stored;
    private final Passwords passwords;
    private final ObjectMapper json;

    DemoOrganisation(
            Organisation organisation,
            Structure structure,
            Offices offices,
            Posts posts,
            People people,
            StoredPeople stored,
            Passwords passwords,
            ObjectMapper json) {
        this.organisation = organisation;
        this.structure = structure;
        this.offices = offices;
        this.posts = posts;
        this.people = people;
        this.stored = stored;
        this.passwords = passwords;
        this.json = json;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) throws IOException {
        Data data;
        try (var file = new ClassPathResource("demo/organisation.json").getInputStream()) {
            data = json.readValue(file, Data.class);
        }
        var unit = data.unit();
        if (organisation.unit(unit.code()).isPresent()) return;
        structure.addUnit(PRODUCT, unit.code(), unit.name(), unit.supervisor(), data.from());
        int position = 0;
        for (var s : unit.sections())
            structure.addSection(
                    PRODUCT,
                    unit.code(),
                    new Structure.SectionEntry(s.code(), s.name(), s.duty(), ++position, data.from(), null));
        String hash = passwords.hash(data.password());
        for (var p : data.people()) {
            var person = people.add(PRODUCT, p.login(), p.name());
            stored.password(person.id(), hash, false);
            if (!p.roles().isEmpty()) people.giveRoles(PRODUCT, person.id(), p.roles());
            p.posts().forEach((kind, section) -> {
                var post = posts.find(kind, unit.code(), section).orElseThrow();
                offices.appoint(PRODUCT, post.id(), person.id(), data.from(), null);
            });
        }
        LOG.info("Demo organisation loaded: unit {} with {} sections", unit.code(), unit.sections().size());
    }

    record Data(LocalDate from, String password, UnitData unit, List<PersonData> people) {}

    record UnitData(String code, String name, String supervisor, List<SectionData> sections) {}

    record SectionData(String code, String name, String duty) {}

    /** @param posts kind of post → section code, empty for the posts of the unit */
    record PersonData(String login, String name, Set<Role> roles, Map<PostKind, String> posts) {

        PersonData {
            roles = roles == null ? Set.of() : roles;
            posts = posts == null ? Map.of() : posts;
        }
    }
}
