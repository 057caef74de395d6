package org.jixiao.inbox.ui;

import java.util.List;
import java.util.Optional;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Hints;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.StockOpinions;
import org.jixiao.inbox.Titles;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.SignedIn;
import org.jixiao.organisation.WorkingDays;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jixiao.workflow.Visits;
import org.springframework.stereotype.Component;

/** What the task page is made with. */
@Component
record TaskParts(
        Cases cases,
        Verbs verbs,
        Inbox inbox,
        SignedIn signedIn,
        Posts posts,
        Titles titles,
        Arrivals arrivals,
        InboxRow.Maker rows,
        ProductClock clock,
        WorkingDays workingDays,
        Visits visits,
        StockOpinions stock,
        Hints hints,
        List<TaskForm> forms,
        Messages messages,
        List<ClosedTaskOffer> closedOffers) {

    /** The case's last finished task, when this person may still have it back. */
    Optional<Own> own(Actor actor, CaseFacts facts) {
        return cases.lastDone(facts.caseId()).flatMap(task -> verbs.allowed(actor, task).stream()
                .filter(verb -> verb == Verb.WITHDRAW || verb == Verb.TAKE_BACK)
                .findFirst()
                .map(verb -> new Own(task, verb)));
    }

    /** @param verb withdraw or take back */
    record Own(String taskId, Verb verb) {}

    /** The vacant post in whose place whoever handles the task acts. */
    Optional<Post> vacantPost(String taskId) {
        return cases.rows(List.of(taskId)).stream()
                .map(Cases.Row::post)
                .filter(post -> post != null && posts.vacant(post, clock.today()))
                .findFirst()
                .flatMap(posts::post);
    }

    Optional<TaskForm> form(String key) {
        return forms.stream().filter(form -> form.formKeys().contains(key)).findFirst();
    }
}
