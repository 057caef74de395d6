package org.jixiao.workflow;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code copies} in expressions: 抄送 and 通知 as a step of the model, to the posts its property {@code to} names and
 * with what its property {@code note} says; the case it stands in, no other.
 */
@Component
class CopiesBean implements ProcessBean {

    private static final Logger LOG = LoggerFactory.getLogger(CopiesBean.class);

    private final RestrictedExpressions.CaseOfExpression current;
    private final CaseFiles files;
    private final CaseSteps steps;
    private final Copies copies;
    private final Ledger ledger;
    private final Posts posts;
    private final ProductClock clock;

    CopiesBean(
            RestrictedExpressions.CaseOfExpression current,
            CaseFiles files,
            CaseSteps steps,
            Copies copies,
            Ledger ledger,
            Posts posts,
            ProductClock clock) {
        this.current = current;
        this.files = files;
        this.steps = steps;
        this.copies = copies;
        this.ledger = ledger;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "copies";
    }

    /** A copy of the case as it is at its latest step; before the first step there is nothing to read yet. */
    @Callable
    public void send() {
        var properties = current.properties();
        CaseFacts facts = current.facts();
        List<CaseSteps.CaseStep> all = steps.ofCase(facts.caseId());
        if (all.isEmpty()) {
            LOG.warn("{} sends a copy before its first step", facts.process());
            return;
        }
        List<Post> to = posts(facts, properties.getOrDefault("to", ""));
        if (to.isEmpty()) return;
        Instant now = clock.now();
        var step = all.get(all.size() - 1);
        var file = files.find(facts.caseId()).orElseThrow();
        String names = String.join("、", to.stream().map(Post::name).toList());
        @Nullable String note = properties.get("note");
        var entry = ledger.note(file, step, null, Verb.COPY, now, note, names);
        copies.send(null, step, new LinkedHashSet<>(to.stream().map(Post::id).toList()), now, note);
        ledger.publish(entry, file.facts());
    }

    /** Of chiefs and deputies the section's own. */
    private List<Post> posts(CaseFacts facts, String kinds) {
        Set<String> asked = Arrays.stream(kinds.split(",")).map(String::strip).collect(Collectors.toSet());
        String section = facts.section() == null ? "" : facts.section();
        return Arrays.stream(PostKind.values())
                .filter(kind -> asked.contains(kind.name().toLowerCase(Locale.ROOT)))
                .flatMap(kind -> posts.find(kind, facts.unit(), kind == PostKind.CHIEF || kind == PostKind.DEPUTY ? section : "").stream())
                .toList();
    }
}
