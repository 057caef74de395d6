package org.jixiao.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Person;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Role;
import org.jixiao.workflow.Verbs.Receiver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class InterventionService implements Interventions {

    private static final int REASON = 500;

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final CaseFiles files;
    private final CaseSteps steps;
    private final Acts acts;
    private final Models models;
    private final EngineMoves engine;
    private final RuntimeService runtime;
    private final Receivers receivers;
    private final Touched touched;
    private final AdminEntries entries;
    private final Places places;
    private final Posts posts;
    private final ProductClock clock;

    InterventionService(
            JdbcClient jdbc,
            Attempts attempts,
            CaseFiles files,
            CaseSteps steps,
            Acts acts,
            Models models,
            EngineMoves engine,
            RuntimeService runtime,
            Receivers receivers,
            Touched touched,
            AdminEntries entries,
            Places places,
            Posts posts,
            ProductClock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.files = files;
        this.steps = steps;
        this.acts = acts;
        this.models = models;
        this.engine = engine;
        this.runtime = runtime;
        this.receivers = receivers;
        this.touched = touched;
        this.entries = entries;
        this.places = places;
        this.posts = posts;
        this.clock = clock;
    }

    private static void administrator(Actor by) {
        if (!by.is(Role.SYSADMIN)) throw Refusal.forbidden();
    }

    @Override
    public List<Open> open(Actor by, Filter filter, int from, int size) {
        administrator(by);
        var ids = jdbc.sql(
                        """
                        select s.task_id from case_step s join case_file f on f.case_id = s.case_id
                        where s.state = 'OPEN' and f.ended_at is null
                            and (?::text is null or f.process = ?) and (?::text is null or f.unit = ?)
                            and (?::text is null or f.section = ?)
                        order by s.due_at nulls last, s.seq offset ? limit ?""")
                .params(
                        filter.process(), filter.process(), filter.unit(), filter.unit(), filter.section(),
                        filter.section(), from, size)
                .query(String.class)
                .list();
        var open = steps.of(ids);
        var facts = files.of(open.stream().map(CaseSteps.CaseStep::caseId).toList());
        var held = open.stream().map(CaseSteps.CaseStep::post).filter(Objects::nonNull).distinct().toList();
        var holders = posts.holders(held, clock.today());
        var names = posts.posts(held).stream().collect(Collectors.toMap(Post::id, Post::name));
        var people = open.stream().map(CaseSteps.CaseStep::assignee).filter(Objects::nonNull).distinct().toList();
        var persons = people.isEmpty() ? Map.<UUID, String>of() : posts.persons(people);
        return open.stream()
                .sorted(Comparator.comparing(s -> ids.indexOf(s.taskId())))
                .map(s -> {
                    boolean own = s.assignee() != null;
                    String holder = own ? persons.get(s.assignee()) : names.get(s.post());
                    var may = own
                            ? List.of(String.valueOf(holder))
                            : holders.getOrDefault(s.post(), List.of()).stream().map(Person::name).toList();
                    var place = new Place(s.activity(), s.name(), s.nameEn(), holder, s.due());
                    return new Open(s.taskId(), Objects.requireNonNull(facts.get(s.caseId())).facts(), place, may);
                })
                .toList();
    }

    @Override
    public Offer offer(Actor by, String taskId) {
        administrator(by);
        var step = steps.find(taskId).orElseThrow(Refusal::forbidden);
        var file = files.find(step.caseId()).orElseThrow(Refusal::forbidden);
        var done = acts.ofCase(file.caseId());
        if (!step.open()) throw VerbService.over(step, done);
        var place = places.of(file.caseId()).stream()
                .filter(p -> p.step().equals(step.activity()))
                .findFirst()
                .orElseThrow(Refusal::forbidden);
        return new Offer(
                taskId,
                file.facts(),
                file.revision(),
                place,
                receivers.forTransfer(by, step, file, done).stream()
                        .filter(person -> !person.id().equals(step.assignee()))
                        .toList(),
                others(by, step, file, done),
                targets(step, file));
    }

    /** Posts of the same side with somebody to act who submitted nothing of it; never one that the administrator holds. */
    private List<Receiver> others(Actor by, CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done) {
        if (file.unit() == null) return List.of();
        var all = posts.of(file.unit());
        boolean supervisors = all.stream()
                .anyMatch(p -> p.id().equals(step.nominalPost()) && p.kind() == PostKind.BUREAU);
        var submitters = step.fills() ? Set.<UUID>of() : Rights.submitters(done);
        var holders = posts.holders(all.stream().map(Post::id).toList(), clock.today());
        var found = new ArrayList<Receiver>();
        for (Post post : all) {
            var people = holders.getOrDefault(post.id(), List.of());
            boolean free = people.stream().anyMatch(p -> !submitters.contains(p.id()));
            boolean own = people.stream().anyMatch(p -> p.id().equals(by.id()));
            boolean has = step.assignee() == null && post.id().equals(step.post());
            if (!free || own || has || (post.kind() == PostKind.BUREAU) != supervisors) continue;
            found.add(new Receiver(
                    post.id(), post.name(), people.stream().map(Person::name).collect(Collectors.joining("、"))));
        }
        return found;
    }

    /** Empty where setting one token would leave others behind. What was not submitted nobody can examine. */
    private List<Target> targets(CaseSteps.CaseStep step, CaseFiles.CaseFile file) {
        boolean alone = steps.open(file.caseId()).stream().allMatch(s -> s.activity().equals(step.activity()))
                && runtime.getActiveActivityIds(file.caseId()).stream().allMatch(step.activity()::equals);
        if (!alone) return List.of();
        return models.beside(file.definitionId(), step.activity()).stream()
                .filter(to -> !to.id().equals(step.activity()) && (!step.fills() || !"approve".equals(to.kind())))
                .map(to -> new Target(to.id(), to.name(), to.nameEn()))
                .toList();
    }

    @Override
    public Changed preview(Actor by, Deed deed) {
        administrator(by);
        return attempts.rehearse(() -> change(by, deed, "").changed());
    }

    @Override
    public Changed act(Actor by, Deed deed, String reason) {
        administrator(by);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON) throw Refusal.invalid("intervene.reason");
        return attempts.attempt(() -> {
            var done = change(by, deed, why);
            entries.publish(done.entered(), done.facts());
            return done.changed();
        });
    }

    private record Outcome(Changed changed, List<Acts.Done> entered, CaseFacts facts) {}

    private Outcome change(Actor by, Deed deed, String reason) {
        String caseId = steps.find(deed.taskId()).orElseThrow(Refusal::forbidden).caseId();
        files.lock(files.find(caseId).orElseThrow(Refusal::forbidden).rootId());
        var file = files.find(caseId).orElseThrow(Refusal::forbidden);
        var step = steps.find(deed.taskId()).orElseThrow(Refusal::forbidden);
        var done = acts.ofCase(caseId);
        if (!step.open()) throw VerbService.over(step, done);
        Instant now = clock.now();
        Verb verb = deed instanceof Deed.Jump ? Verb.JUMP : Verb.REASSIGN;
        VerbService.ensureFresh(
                new VerbService.Context(by, Act.of(verb, deed.revision()), file, step, done, "", now));
        var before = places.of(caseId);
        touched.deed(new Touched.Deed(verb, by.id(), null, now, null, null));
        String to;
        if (deed instanceof Deed.ToPerson person) to = hand(by, step, file, done, person);
        else if (deed instanceof Deed.ToPost post) to = hand(by, step, file, done, post);
        else to = jump(step, file, (Deed.Jump) deed, reason);
        touched.flush();
        var entered = entries.enter(file, step, by, verb, now, reason, to, true);
        return new Outcome(new Changed(before, places.of(caseId)), entered, file.facts());
    }

    private String hand(
            Actor by, CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done, Deed.ToPerson deed) {
        ensureNoTurn(step);
        var receiver = receivers.forTransfer(by, step, file, done).stream()
                .filter(r -> r.id().equals(deed.person()) && !r.id().equals(step.assignee()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("intervene.not-able", step.name()));
        engine.assign(step.taskId(), receiver.id());
        return receiver.name();
    }

    private String hand(
            Actor by, CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done, Deed.ToPost deed) {
        ensureNoTurn(step);
        var receiver = others(by, step, file, done).stream()
                .filter(r -> r.id().equals(deed.post()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("intervene.not-able", step.name()));
        if (step.assignee() != null) engine.assign(step.taskId(), null);
        if (!receiver.id().equals(step.post())) engine.hand(step.taskId(), step.post(), receiver.id());
        steps.nominal(step.taskId(), receiver.id());
        return receiver.name();
    }

    private static void ensureNoTurn(CaseSteps.CaseStep step) {
        if (step.turn() != null) throw Refusal.invalid("intervene.turn", step.name());
    }

    private String jump(CaseSteps.CaseStep step, CaseFiles.CaseFile file, Deed.Jump deed, String reason) {
        var target = targets(step, file).stream()
                .filter(s -> s.id().equals(deed.step()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("intervene.not-there"));
        boolean refills = !step.fills()
                && !"approve".equals(models.step(file.definitionId(), target.id()).kind());
        if (refills) files.advance(file.caseId(), file.revision(), file.round() + 1);
        var open = steps.open(file.caseId()).stream().map(CaseSteps.CaseStep::taskId).toList();
        engine.move(file.caseId(), open, target.id(), reason);
        return target.name();
    }
}
