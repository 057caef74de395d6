package org.jixiao.organisation;

import static org.jixiao.organisation.PostKind.BUREAU;
import static org.jixiao.organisation.PostKind.COORDINATOR;
import static org.jixiao.organisation.PostKind.DEPUTY;
import static org.jixiao.organisation.PostKind.DIRECTOR;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Administered.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps units and their sections, for the system administrator. A new unit comes with its four posts and a new section
 * with its chief, each falling to the next post up while vacant, so that a year can be opened at once.
 */
@Service
@Transactional
public class Structure {

    private final JdbcClient db;
    private final Organisation organisation;
    private final Posts posts;
    private final Administration administration;
    private final Messages messages;

    Structure(
            JdbcClient db,
            Organisation organisation,
            Posts posts,
            Administration administration,
            Messages messages) {
        this.db = db;
        this.organisation = organisation;
        this.posts = posts;
        this.administration = administration;
        this.messages = messages;
    }

    /** Every section the unit has or had, the dissolved ones too. */
    @Transactional(readOnly = true)
    public List<Section> sections(Actor actor, String unit) {
        administration.permit(actor, Role.SYSADMIN);
        return db.sql(StoredOrganisation.SECTION + "where u.code = ? order by s.position, s.code")
                .param(unit)
                .query(StoredOrganisation::section)
                .list();
    }

    public Unit addUnit(Actor actor, String code, String name, String supervisor, LocalDate from) {
        administration.permit(actor, Role.SYSADMIN);
        new Form()
                .code(code)
                .name("name", name)
                .name("supervisor", supervisor)
                .times(from, null)
                .require(organisation.unit(code).isEmpty(), "code", "code-taken", code)
                .settle();
        var unit = new Unit(Ids.next(), code, name.strip(), supervisor.strip());
        int added = db.sql("insert into unit (id, code, name, supervisor) values (?, ?, ?, ?) on conflict do nothing")
                .params(unit.id(), unit.code(), unit.name(), unit.supervisor())
                .update();
        if (added == 0) throw Form.refusal("code", "code-taken", code);
        UUID bureau = addPost(unit.id(), BUREAU, null, unit.supervisor(), null, from);
        UUID director = addPost(unit.id(), DIRECTOR, null, usual(DIRECTOR), bureau, from);
        UUID deputy = addPost(unit.id(), DEPUTY, null, usual(DEPUTY), director, from);
        addPost(unit.id(), COORDINATOR, null, usual(COORDINATOR), deputy, from);
        administration.done(actor, Change.UNIT_ADDED, code + " " + unit.name());
        return unit;
    }

    public void changeUnit(Actor actor, String code, String name, String supervisor) {
        administration.permit(actor, Role.SYSADMIN);
        var unit = organisation.unit(code).orElseThrow(Refusal::forbidden);
        new Form().name("name", name).name("supervisor", supervisor).settle();
        db.sql("update unit set name = ?, supervisor = ? where id = ?")
                .params(name.strip(), supervisor.strip(), unit.id())
                .update();
        administration.done(actor, Change.UNIT_CHANGED, code + " " + name.strip());
    }

    public Section addSection(Actor actor, String unitCode, SectionEntry entry) {
        administration.permit(actor, Role.SYSADMIN);
        var unit = locked(unitCode);
        checked(entry)
                .code(entry.code())
                .require(
                        organisation.section(unitCode, entry.code()).isEmpty(), "code", "code-taken", entry.code())
                .settle();
        var section = new Section(
                Ids.next(),
                unitCode,
                entry.code(),
                entry.name().strip(),
                entry.duty().strip(),
                entry.position(),
                entry.from(),
                entry.to());
        db.sql("insert into section (id, unit, code, name, duty, position, valid_from, valid_to)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        section.id(),
                        unit.id(),
                        section.code(),
                        section.name(),
                        section.duty(),
                        section.position(),
                        section.from(),
                        section.to())
                .update();
        UUID coordinator =
                posts.find(COORDINATOR, unitCode, section.code()).map(Post::id).orElse(null);
        addPost(unit.id(), PostKind.CHIEF, section.id(), chiefOf(section.name()), coordinator, section.from());
        administration.done(actor, Change.SECTION_ADDED, unitCode + "/" + section.code() + " " + section.name());
        return section;
    }

    /** Changes all but the code. An end dissolves the section from that day on, no end lets it stand again. */
    public void changeSection(Actor actor, String unitCode, SectionEntry entry) {
        administration.permit(actor, Role.SYSADMIN);
        locked(unitCode);
        var before = organisation.section(unitCode, entry.code()).orElseThrow(Refusal::forbidden);
        checked(entry).settle();
        db.sql("update section set name = ?, duty = ?, position = ?, valid_from = ?, valid_to = ? where id = ?")
                .params(
                        entry.name().strip(),
                        entry.duty().strip(),
                        entry.position(),
                        entry.from(),
                        entry.to(),
                        before.id())
                .update();
        db.sql("""
                update post set valid_from = :from, valid_to = :to,
                    name = case when name = :usual then :renamed else name end
                where section = :section
                """)
                .param("from", entry.from())
                .param("to", entry.to())
                .param("usual", chiefOf(before.name()))
                .param("renamed", chiefOf(entry.name().strip()))
                .param("section", before.id())
                .update();
        boolean dissolved = before.to() == null && entry.to() != null;
        administration.done(
                actor,
                dissolved ? Change.SECTION_DISSOLVED : Change.SECTION_CHANGED,
                unitCode + "/" + entry.code() + " " + entry.name().strip()
                        + (dissolved ? " " + entry.to() : ""));
    }

    /** The section exists up to the day before. */
    public void dissolve(Actor actor, String unitCode, String code, LocalDate on) {
        var s = organisation.section(unitCode, code).orElseThrow(Refusal::forbidden);
        changeSection(actor, unitCode, new SectionEntry(code, s.name(), s.duty(), s.position(), s.from(), on));
    }

    private static Form checked(SectionEntry entry) {
        return new Form().name("name", entry.name()).times(entry.from(), entry.to());
    }

    private Unit locked(String code) {
        return db.sql("select * from unit where code = ? for update")
                .param(code)
                .query(StoredOrganisation::unit)
                .optional()
                .orElseThrow(Refusal::forbidden);
    }

    private UUID addPost(
            UUID unit, PostKind kind, @Nullable UUID section, String name, @Nullable UUID fallback, LocalDate from) {
        UUID id = Ids.next();
        db.sql("insert into post (id, unit, kind, section, name, fallback, valid_from) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, unit, kind.name(), section, name, fallback, from)
                .update();
        return id;
    }

    private String usual(PostKind kind) {
        return messages.text(Messages.CHINESE, "organisation.post." + kind);
    }

    private String chiefOf(String section) {
        return messages.text(Messages.CHINESE, "organisation.post.chief-of", section);
    }

    /**
     * A section as the administrator enters it.
     *
     * @param to null while it stands
     */
    public record SectionEntry(
            String code, String name, String duty, int position, LocalDate from, @Nullable LocalDate to) {}
}
