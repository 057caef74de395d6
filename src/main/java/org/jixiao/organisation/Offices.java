package org.jixiao.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.Ids;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Administered.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps posts and who holds them when, for the system administrator. */
@Service
@Transactional
public class Offices {

    private final JdbcClient db;
    private final Organisation organisation;
    private final Posts posts;
    private final StoredOffices stored;
    private final Administration administration;

    Offices(
            JdbcClient db,
            Organisation organisation,
            Posts posts,
            StoredOffices stored,
            Administration administration) {
        this.db = db;
        this.organisation = organisation;
        this.posts = posts;
        this.stored = stored;
        this.administration = administration;
    }

    /** The unit's posts, unit posts first, with every holding and with who acts that day. */
    @Transactional(readOnly = true)
    public List<Office> of(Actor actor, String unit, LocalDate on) {
        administration.permit(actor, Role.SYSADMIN);
        return stored.offices(unit, on);
    }

    /** One more deputy, in charge of the named sections; the first deputy keeps all that no other has. */
    public UUID addDeputy(Actor actor, String unitCode, String name, Collection<String> sections, LocalDate from) {
        administration.permit(actor, Role.SYSADMIN);
        var unit = lockedUnit(unitCode);
        UUID id = Ids.next();
        new Form().name("name", name).times(from, null).settle();
        UUID director = posts.find(PostKind.DIRECTOR, unitCode, "").map(Post::id).orElse(null);
        db.sql("insert into post (id, unit, kind, name, fallback, valid_from) values (?, ?, 'DEPUTY', ?, ?, ?)")
                .params(id, unit, name.strip(), director, from)
                .update();
        inCharge(unitCode, id, sections);
        administration.done(actor, Change.POST_ADDED, unitCode + " " + name.strip());
        return id;
    }

    /** Changes name, fallback and, of a further deputy, the sections and the end. */
    public void change(Actor actor, UUID id, PostEntry entry) {
        administration.permit(actor, Role.SYSADMIN);
        var post = posts.post(id).orElseThrow(Refusal::forbidden);
        lockedUnit(post.unit());
        boolean furtherDeputy = post.kind() == PostKind.DEPUTY && stored.hasSections(id);
        new Form()
                .name("name", entry.name())
                .require(entry.to() == null || furtherDeputy, "to", "post-needed")
                .require(
                        entry.to() == null || !entry.to().isBefore(stored.from(id)), "to", "to-before-from")
                .require(furtherDeputy || entry.sections().isEmpty(), "sections", "deputy-for-all")
                .settle();
        if (entry.fallback() != null) {
            var fallback = posts.post(entry.fallback()).orElseThrow(Refusal::forbidden);
            if (!fallback.unit().equals(post.unit())) throw Refusal.forbidden();
            if (stored.chain(entry.fallback()).contains(id))
                throw Form.refusal("fallback", "fallback-cycle", fallback.name(), post.name());
        }
        db.sql("update post set name = ?, fallback = ? where id = ?")
                .params(entry.name().strip(), entry.fallback(), id)
                .update();
        if (furtherDeputy) {
            db.sql("update post set valid_to = ? where id = ?").params(entry.to(), id).update();
            inCharge(post.unit(), id, entry.sections());
        }
        administration.done(actor, Change.POST_CHANGED, post.unit() + " " + entry.name().strip());
    }

    public UUID appoint(
            Actor actor, UUID post, @Nullable UUID person, @Nullable LocalDate from, @Nullable LocalDate to) {
        administration.permit(actor, Role.SYSADMIN);
        var office = posts.post(post).orElseThrow(Refusal::forbidden);
        new Form().require(person != null, "person", "missing").times(from, to).settle();
        var holder = lockedPerson(person);
        UUID id = Ids.next();
        refuseOverlap(id, holder, post, from, to);
        db.sql("insert into holding (id, person, post, valid_from, valid_to) values (?, ?, ?, ?, ?)")
                .params(id, person, post, from, to)
                .update();
        administration.done(
                actor, Change.HOLDER_APPOINTED, subject(office, holder, from, to));
        return id;
    }

    /** An end on its own first day means the holding never was. */
    public void changeHolding(Actor actor, UUID id, LocalDate from, @Nullable LocalDate to) {
        administration.permit(actor, Role.SYSADMIN);
        var holding = stored.holding(id).orElseThrow(Refusal::forbidden);
        var holder = lockedPerson(holding.person());
        new Form().times(from, to).settle();
        refuseOverlap(id, holder, holding.post(), from, to);
        db.sql("update holding set valid_from = ?, valid_to = ? where id = ?")
                .params(from, to, id)
                .update();
        var office = posts.post(holding.post()).orElseThrow(Refusal::forbidden);
        administration.done(actor, Change.HOLDING_CHANGED, subject(office, holder, from, to));
    }

    private void refuseOverlap(UUID id, Person holder, UUID post, LocalDate from, @Nullable LocalDate to) {
        stored.overlapping(id, holder.id(), post, from, to).ifPresent(other -> {
            throw Form.refusal(
                    "from", "holding-overlaps", holder.name(), "" + other.from(), other.to() == null ? "…" : "" + other.to());
        });
    }

    private void inCharge(String unit, UUID deputy, Collection<String> sections) {
        var form = new Form().require(!sections.isEmpty(), "sections", "deputy-sections-missing");
        for (String code : sections) {
            form.require(organisation.section(unit, code).isPresent(), "sections", "section-unknown", code);
            stored.deputyOf(unit, code)
                    .filter(other -> !other.equals(deputy))
                    .flatMap(posts::post)
                    .ifPresent(other -> form.require(false, "sections", "section-has-deputy", code, other.name()));
        }
        form.settle();
        stored.putInCharge(unit, deputy, sections);
    }

    private UUID lockedUnit(String code) {
        return db.sql("select id from unit where code = ? for update")
                .param(code)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::forbidden);
    }

    private Person lockedPerson(UUID id) {
        return db.sql("select * from person where id = ? for update")
                .param(id)
                .query(StoredPeople::person)
                .optional()
                .orElseThrow(Refusal::forbidden);
    }

    private static String subject(Post post, Person holder, LocalDate from, @Nullable LocalDate to) {
        return post.unit() + " " + post.name() + " " + holder.login() + " " + from + "–" + (to == null ? "" : to);
    }

    /**
     * A post with its history and its present.
     *
     * @param sections of a deputy; empty for all that no other deputy has
     * @param acting who acts on the day asked, by holding it or because it falls to them
     * @param vacant nobody holds it that day, {@code acting} come from {@code fallsTo}
     */
    public record Office(
            Post post,
            LocalDate from,
            @Nullable LocalDate to,
            List<String> sections,
            List<Holding> holdings,
            List<Person> acting,
            boolean vacant,
            @Nullable String fallsTo) {

        public String actingNames() {
            return acting.stream().map(Person::name).collect(Collectors.joining("、"));
        }
    }

    public record Holding(
            UUID id, UUID post, UUID person, String personName, LocalDate from, @Nullable LocalDate to) {

        public boolean on(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }
    }

    public record PostEntry(String name, @Nullable UUID fallback, Set<String> sections, @Nullable LocalDate to) {}
}
