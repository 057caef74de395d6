package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.Posts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where cases stand: their open steps, else what the engine waits for. */
@Component
class Places {

    private final CaseSteps steps;
    private final Posts posts;
    private final RuntimeService runtime;

    Places(CaseSteps steps, Posts posts, RuntimeService runtime) {
        this.steps = steps;
        this.posts = posts;
        this.runtime = runtime;
    }

    List<Place> of(String caseId) {
        var open = steps.open(caseId);
        if (open.isEmpty()) return waits(caseId);
        var names = posts.posts(ids(open.stream().map(CaseSteps.CaseStep::post))).stream()
                .collect(Collectors.toMap(Post::id, Post::name));
        var people = ids(open.stream().map(CaseSteps.CaseStep::assignee));
        if (!people.isEmpty()) names.putAll(posts.persons(people));
        return open.stream()
                .map(s -> new Place(
                        s.activity(),
                        s.name(),
                        s.nameEn(),
                        names.get(s.assignee() == null ? s.post() : s.assignee()),
                        s.due()))
                .toList();
    }

    private static List<UUID> ids(Stream<@Nullable UUID> some) {
        return some.filter(Objects::nonNull).distinct().toList();
    }

    private List<Place> waits(String caseId) {
        var found = new ArrayList<Place>();
        ActivityInstance root = runtime.getActivityInstance(caseId);
        if (root != null) waits(root, found);
        return found;
    }

    private static void waits(ActivityInstance in, List<Place> found) {
        for (ActivityInstance child : in.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length > 0) waits(child, found);
            else found.add(wait(child.getActivityId(), child.getActivityName()));
        }
        for (TransitionInstance child : in.getChildTransitionInstances()) {
            found.add(wait(child.getActivityId(), child.getActivityName()));
        }
    }

    private static Place wait(String step, @Nullable String name) {
        String called = name == null ? step : name;
        return new Place(step, called, called, null, null);
    }
}
