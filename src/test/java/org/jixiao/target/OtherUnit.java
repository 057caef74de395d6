package org.jixiao.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Offices;
import org.jixiao.organisation.People;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Role;
import org.jixiao.organisation.Structure;
import org.springframework.context.ApplicationContext;

/** A unit of any number of sections with a person on each post; the first section's chief coordinates. */
public record OtherUnit(String code, List<String> sections, List<Actor> chiefs, Actor deputy, Actor director, Actor bureau) {

    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final Actor ADMIN = new Actor(new UUID(0, 1), "admin", "admin", EnumSet.allOf(Role.class));

    public static OtherUnit with(ApplicationContext context, String code, int sections) {
        var structure = context.getBean(Structure.class);
        structure.addUnit(ADMIN, code, "单位" + code, "主管部门", FROM);
        var codes = new ArrayList<String>();
        var chiefs = new ArrayList<Actor>();
        for (int i = 1; i <= sections; i++) {
            String section = "s" + i;
            structure.addSection(ADMIN, code, new Structure.SectionEntry(section, "第" + i + "处", "", i, FROM, null));
            codes.add(section);
            chiefs.add(appoint(context, code, PostKind.CHIEF, section, code + ".chief" + i));
        }
        context.getBean(Offices.class).appoint(
                ADMIN, context.getBean(Posts.class).find(PostKind.COORDINATOR, code, "").orElseThrow().id(),
                chiefs.get(0).id(), FROM, null);
        return new OtherUnit(code, codes, chiefs, appoint(context, code, PostKind.DEPUTY, codes.get(0), code + ".deputy"),
                appoint(context, code, PostKind.DIRECTOR, "", code + ".director"),
                appoint(context, code, PostKind.BUREAU, "", code + ".bureau"));
    }

    private static Actor appoint(ApplicationContext context, String unit, PostKind kind, String section, String login) {
        var person = context.getBean(People.class).add(ADMIN, login, login);
        var post = context.getBean(Posts.class).find(kind, unit, section).orElseThrow();
        context.getBean(Offices.class).appoint(ADMIN, post.id(), person.id(), FROM, null);
        return new Actor(person.id(), person.login(), person.name(), person.roles());
    }

    public Actor coordinator() {
        return chiefs.get(0);
    }

    public Actor chief(String section) {
        return chiefs.get(sections.indexOf(section));
    }

    public Actor approver(String step) {
        return switch (step) {
            case "Task_CoordinatorExamines" -> coordinator();
            case "Task_DeputyExamines" -> deputy;
            case "Task_DirectorDecides" -> director;
            default -> bureau;
        };
    }
}
