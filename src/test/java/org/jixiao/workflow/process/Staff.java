package org.jixiao.workflow.process;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Offices;
import org.jixiao.organisation.People;
import org.jixiao.organisation.Person;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Role;
import org.jixiao.organisation.Structure;

/** Units and people for the paths, made through the organisation's own services. */
class Staff {

    static final LocalDate SINCE = LocalDate.of(2023, 1, 1);

    private static final Actor ADMINISTRATOR =
            new Actor(Ids.next(), "sysadmin", "系统管理员", EnumSet.of(Role.SYSADMIN, Role.SECADMIN));

    private final Structure structure;
    private final People people;
    private final Offices offices;
    private final Posts posts;
    private final Map<String, Actor> actors = new HashMap<>();

    Staff(Structure structure, People people, Offices offices, Posts posts) {
        this.structure = structure;
        this.people = people;
        this.offices = offices;
        this.posts = posts;
    }

    void forget() {
        actors.clear();
    }

    /** A unit with these sections and nobody on any post. */
    void vacantUnit(String unit, String... sections) {
        structure.addUnit(ADMINISTRATOR, unit, "单位 " + unit, "主管部门", SINCE);
        for (int i = 0; i < sections.length; i++) {
            structure.addSection(
                    ADMINISTRATOR,
                    unit,
                    new Structure.SectionEntry(sections[i], "科室 " + sections[i], "", i + 1, SINCE, null));
        }
    }

    /** A unit where every post has its own person, called {@code chief.a}, {@code coordinator}, {@code deputy} … */
    void unit(String unit, String... sections) {
        vacantUnit(unit, sections);
        for (String section : sections) appoint(unit, PostKind.CHIEF, section, "chief." + section);
        appoint(unit, PostKind.COORDINATOR, "", "coordinator");
        appoint(unit, PostKind.DEPUTY, "", "deputy");
        appoint(unit, PostKind.DIRECTOR, "", "director");
        appoint(unit, PostKind.BUREAU, "", "bureau");
    }

    void appoint(String unit, PostKind kind, String section, String person) {
        UUID post = posts.find(kind, unit, section).orElseThrow().id();
        Actor actor = actors.computeIfAbsent(unit + ":" + person, key -> {
            Person added = people.add(ADMINISTRATOR, unit + "." + person, person);
            return new Actor(added.id(), added.login(), added.name(), Set.of());
        });
        offices.appoint(ADMINISTRATOR, post, actor.id(), SINCE, null);
    }

    Actor of(String unit, String person) {
        return actors.get(unit + ":" + person);
    }
}
