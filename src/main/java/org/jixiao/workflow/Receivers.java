package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Person;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.workflow.Verbs.Receiver;
import org.springframework.stereotype.Component;

/** To whom a task may be transferred or copied: people and posts of the case's unit, today. */
@Component
class Receivers {

    private final Posts posts;
    private final CaseSteps steps;
    private final ProductClock clock;
    private final Turns turns;

    Receivers(Posts posts, CaseSteps steps, ProductClock clock, Turns turns) {
        this.turns = turns;
        this.posts = posts;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Persons who may stand in the step's post: the unit's own people for the unit's steps, the supervisor's for the
     * supervisor's, so that nobody is handed the examination of what their own side submitted; never a submitter.
     */
    List<Receiver> forTransfer(Actor actor, CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done) {
        List<Post> all = ofUnit(file);
        boolean supervisors = all.stream()
                .anyMatch(p -> p.id().equals(step.nominalPost()) && p.kind() == PostKind.BUREAU);
        Set<UUID> out = new HashSet<>(step.fills() ? Set.of() : Rights.submitters(done));
        out.add(actor.id());
        Map<Person, List<String>> found = new LinkedHashMap<>();
        List<Post> side = all.stream().filter(p -> (p.kind() == PostKind.BUREAU) == supervisors).toList();
        held(side).forEach((post, holders) -> holders.stream()
                .filter(person -> !out.contains(person.id()))
                .forEach(person -> found.computeIfAbsent(person, p -> new ArrayList<>()).add(post.name())));
        return found.entrySet().stream()
                .map(e -> new Receiver(e.getKey().id(), e.getKey().name(), String.join("、", e.getValue())))
                .toList();
    }

    /** Posts somebody acts for; the supervisor's only when the case has reached it, for before it reads nothing of it. */
    List<Receiver> forCopy(Actor actor, CaseSteps.CaseStep step, CaseFiles.CaseFile file) {
        Set<UUID> reached =
                steps.ofCase(file.caseId()).stream().map(CaseSteps.CaseStep::post).collect(Collectors.toSet());
        List<Receiver> receivers = new ArrayList<>();
        held(ofUnit(file)).forEach((post, holders) -> {
            boolean self = holders.stream().allMatch(person -> person.id().equals(actor.id()));
            boolean early = post.kind() == PostKind.BUREAU && !reached.contains(post.id());
            if (self || early || post.id().equals(step.post())) return;
            String names = holders.stream().map(Person::name).collect(Collectors.joining("、"));
            receivers.add(new Receiver(post.id(), post.name(), names));
        });
        return receivers;
    }

    private List<Post> ofUnit(CaseFiles.CaseFile file) {
        return file.unit() == null ? List.of() : posts.of(file.unit());
    }

    /**
     * Posts of the unit that may examine along: held by somebody else who submitted none of it, and not asked yet; the
     * supervisor's only when the case has reached it.
     */
    List<Receiver> forSigning(Actor actor, CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done) {
        var all = steps.ofCase(file.caseId());
        Set<UUID> reached = all.stream().map(CaseSteps.CaseStep::post).collect(Collectors.toSet());
        Set<UUID> asked = new HashSet<>(turns.asked(step.taskId()));
        all.stream()
                .filter(s -> s.activity().equals(step.activity()) && s.round() == file.round())
                .forEach(s -> asked.add(s.nominalPost()));
        Set<UUID> out = new HashSet<>(Rights.submitters(done));
        out.add(actor.id());
        List<Receiver> receivers = new ArrayList<>();
        held(ofUnit(file)).forEach((post, holders) -> {
            boolean able = holders.stream().anyMatch(person -> !out.contains(person.id()));
            boolean self = holders.stream().anyMatch(person -> person.id().equals(actor.id()));
            boolean early = post.kind() == PostKind.BUREAU && !reached.contains(post.id());
            if (!able || self || early || asked.contains(post.id())) return;
            String names = holders.stream().map(Person::name).collect(Collectors.joining("、"));
            receivers.add(new Receiver(post.id(), post.name(), names));
        });
        return receivers;
    }

    /** In the order given; posts for which nobody acts are left out. */
    private Map<Post, List<Person>> held(List<Post> asked) {
        var holders = posts.holders(asked.stream().map(Post::id).toList(), clock.today());
        Map<Post, List<Person>> held = new LinkedHashMap<>();
        for (Post post : asked) if (holders.containsKey(post.id())) held.put(post, holders.get(post.id()));
        return held;
    }
}
