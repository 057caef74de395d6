package org.jixiao.inbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jixiao.workflow.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox and its tasks for other programs: the services of the pages, nothing more. */
@RestController
@RequestMapping("/api")
@Tag(name = "Tasks")
class TasksApi {

    private static final int LARGEST_PAGE = 200;

    private final Inbox inbox;
    private final Batch batch;
    private final Messages messages;
    private final Cases cases;
    private final Verbs verbs;
    private final TaskContents contents;
    private final SignedIn signedIn;
    private final Titles titles;
    private final Visits visits;

    TasksApi(
            Inbox inbox,
            Batch batch,
            Messages messages,
            Cases cases,
            Verbs verbs,
            TaskContents contents,
            SignedIn signedIn,
            Titles titles,
            Visits visits) {
        this.inbox = inbox;
        this.batch = batch;
        this.messages = messages;
        this.cases = cases;
        this.verbs = verbs;
        this.contents = contents;
        this.signedIn = signedIn;
        this.titles = titles;
        this.visits = visits;
    }

    /** An inbox row with its title in the asker's language. */
    record TitledItem(@JsonUnwrapped Inbox.Item item, String title) {}

    record TitledPage(List<TitledItem> items, @Nullable String next) {}

    @GetMapping("/inbox")
    @Operation(
            summary = "A page of one of the asker's boxes",
            description = "Narrowed by q, section, year, process, period; by overdue, today, unread, substituted, again"
                    + " and urged where they are 1; sort=submitted: the latest submission first.")
    TitledPage inbox(
            @RequestParam(defaultValue = "todo") String box,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> words,
            Locale locale) {
        Box asked;
        try {
            asked = Box.valueOf(box.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("box.unknown", box);
        }
        var page = inbox.page(signedIn.actor(), asked, Query.read(words), after, Math.min(size, LARGEST_PAGE));
        return new TitledPage(
                page.items().stream()
                        .map(i -> new TitledItem(i, titles.of(locale, i)))
                        .toList(),
                page.next());
    }

    record Approvals(@Nullable List<Batch.Asked> items, @Nullable String opinion) {}

    /** @param code and {@code detail}: why it was refused */
    record Approved(String taskId, boolean done, @Nullable String code, @Nullable String detail) {}

    @PostMapping("/inbox/approvals")
    @Operation(summary = "Approves tasks of one kind, each judged by itself; answers what became of each")
    List<Approved> approve(@RequestBody Approvals asked, Locale locale) {
        var items = asked.items() == null ? List.<Batch.Asked>of() : asked.items();
        return batch.approve(signedIn.actor(), items, asked.opinion(), outcome -> {}).stream()
                .map(o -> o.refusal() == null
                        ? new Approved(o.taskId(), true, null, null)
                        : new Approved(
                                o.taskId(), false, o.refusal().code(), messages.refusal(locale, o.refusal())))
                .toList();
    }

    /**
     * @param verbs what the asker may do now
     * @param fields what the model asks for at this step and what was entered; sent back as {@code form}, value by key
     * @param content the content as the feature shows it
     */
    record Task(
            String taskId,
            String caseId,
            long revision,
            String form,
            List<String> verbs,
            boolean open,
            String process,
            String step,
            String stepName,
            String unit,
            int year,
            @Nullable String section,
            @Nullable String period,
            int round,
            Instant arrived,
            @Nullable Instant due,
            List<Cases.Step> returnTargets,
            Cases.@Nullable Step directTo,
            Map<String, String> returnedRows,
            List<Cases.Entry> timeline,
            @Nullable Closed closing,
            Cases.@Nullable FormSheet fields,
            @Nullable Object content) {}

    /** @param until the day until which it is open late, null while it is locked */
    record Closed(boolean locked, @Nullable LocalDate until, String message) {}

    private @Nullable Closed closed(@Nullable Closing closing, Locale locale) {
        if (closing instanceof Closing.OpenedLate late)
            return new Closed(false, late.until(),
                    messages.text(locale, "inbox.lock.openedLate", late.until(), late.by(), late.reason()));
        return closing instanceof Closing.Shut shut
                ? new Closed(true, null, messages.refusal(locale, shut.refusal()))
                : null;
    }

    @GetMapping("/tasks/{id}")
    @Operation(summary = "A task: its revision, form, content, what was done, and what the asker may do")
    Task task(@PathVariable String id, Locale locale) {
        Actor actor = signedIn.actor();
        var sheet = cases.task(actor, id);
        var f = sheet.facts();
        if (!signedIn.readsOnly()) {
            inbox.opened(actor, id);
            visits.opened(actor, f.caseId());
        }
        return new Task(
                id,
                f.caseId(),
                sheet.revision(),
                sheet.formKey(),
                sheet.verbs().stream().map(Verb::code).toList(),
                sheet.open(),
                f.process(),
                sheet.step(),
                sheet.stepName(),
                f.unit(),
                f.year(),
                f.section(),
                f.period(),
                f.round(),
                sheet.arrived(),
                sheet.due(),
                sheet.returnTargets(),
                sheet.directTo(),
                sheet.scope().reasons(),
                cases.timeline(f.caseId()),
                closed(sheet.closing(), locale),
                sheet.form(),
                contents.view(f, sheet.step(), actor));
    }

    @PostMapping("/tasks/{id}/{verb}")
    @Operation(summary = "Acts on a task: save submit approve accept return reject withdraw take-back transfer delegate resolve"
            + " add-signer add-before add-after copy urge")
    Verbs.Result act(@PathVariable String id, @PathVariable String verb, @RequestBody JsonNode body) {
        Verb asked = Verb.of(verb).orElseThrow(() -> Refusal.malformed("verb.unknown", verb));
        if (!(body instanceof ObjectNode request)) throw Refusal.malformed("body.not-an-object");
        if (!request.path("revision").isIntegralNumber() && asked != Verb.URGE) {
            throw Refusal.malformed("revision.missing");
        }
        var rows = new ArrayList<Act.MarkedRow>();
        if (asked == Verb.RETURN) {
            if (request.hasNonNull("rows") && !request.get("rows").isArray()) throw Refusal.malformed("body.field", "rows");
            for (JsonNode row : request.path("rows")) {
                if (!row.path("id").isTextual()) throw Refusal.malformed("row.without-id");
                rows.add(new Act.MarkedRow(row.path("id").asText(), text(row, "reason")));
            }
        }
        boolean saves = asked == Verb.SAVE || asked == Verb.SUBMIT || request.has("form");
        return verbs.act(
                signedIn.actor(),
                id,
                new Act(
                        asked,
                        request.path("revision").asLong(),
                        text(request, "opinion"),
                        rows,
                        text(request, "to"),
                        saves ? request.deepCopy().without(List.of("revision", "opinion", "to")) : null,
                        receivers(request)));
    }

    /** @param refused the sentence's code, null when the handlers were told */
    record UrgedTask(String taskId, @Nullable String refused, @Nullable String message) {}

    @PostMapping("/urges")
    @Operation(summary = "Urges the handlers of several tasks, each judged by itself")
    List<UrgedTask> urgeAll(@RequestBody JsonNode body, Locale locale) {
        if (!body.path("tasks").isArray()) throw Refusal.malformed("body.field", "tasks");
        var tasks = new ArrayList<String>();
        for (JsonNode task : body.get("tasks")) tasks.add(task.asText());
        return verbs.urgeAll(signedIn.actor(), tasks).stream()
                .map(u -> u.refused() == null
                        ? new UrgedTask(u.taskId(), null, null)
                        : new UrgedTask(u.taskId(), u.refused().code(), messages.refusal(locale, u.refused())))
                .toList();
    }

    @GetMapping("/tasks/{id}/receivers")
    @Operation(summary = "To whom the verb may go: persons (transfer, delegate), posts (copy, add-signer, add-before, add-after)")
    List<Verbs.Receiver> receivers(@PathVariable String id, @RequestParam String verb) {
        Verb asked = Verb.of(verb).orElseThrow(() -> Refusal.malformed("verb.unknown", verb));
        return verbs.receivers(signedIn.actor(), id, asked);
    }

    private static List<UUID> receivers(ObjectNode request) {
        var receivers = new ArrayList<UUID>();
        for (JsonNode one : request.path("receivers")) {
            try {
                receivers.add(UUID.fromString(one.asText()));
            } catch (IllegalArgumentException e) {
                throw Refusal.malformed("body.field", "receivers");
            }
        }
        return receivers;
    }

    private static @Nullable String text(JsonNode node, String field) {
        if (!node.hasNonNull(field)) return null;
        if (!node.get(field).isTextual()) throw Refusal.malformed("body.field", field);
        return node.get(field).asText();
    }
}
