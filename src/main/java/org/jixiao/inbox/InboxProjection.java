package org.jixiao.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jixiao.base.Ids;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.StepWatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the inbox's rows, in the transaction that moved the tasks; the same code rebuilds them from nothing. */
@Component
class InboxProjection implements StepWatcher {

    private static final int PAGE = 500;
    private static final int HOLDER = 1;
    private static final long NO_DUE = Long.MAX_VALUE;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Cases cases;
    private final Organisation organisation;
    private final ProductClock clock;
    private final Titles titles;
    private final ApplicationEventPublisher events;

    InboxProjection(
            JdbcClient jdbc,
            JdbcTemplate batch,
            Cases cases,
            Organisation organisation,
            ProductClock clock,
            Titles titles,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.cases = cases;
        this.organisation = organisation;
        this.clock = clock;
        this.titles = titles;
        this.events = events;
    }

    @Override
    public void changed(Collection<String> taskIds) {
        var touched = new HashSet<>(
                jdbc.sql("delete from inbox_item where task_id = any(?) and box in ('TODO', 'DONE') returning holder")
                        .param(taskIds.toArray(String[]::new))
                        .query(UUID.class)
                        .list());
        List<Cases.Row> rows = cases.rows(taskIds);
        var sections = new HashMap<String, Map<String, String>>();
        List<Object[]> items = new ArrayList<>();
        for (Cases.Row row : rows) {
            String section = sectionName(row, sections);
            if ("OPEN".equals(row.state()) && row.holder() != null) {
                long due = row.due() == null ? NO_DUE : row.due().toEpochMilli();
                items.add(item(row, row.holder(), Box.TODO, due, row.taskId(), section));
            } else if ("DONE".equals(row.state()) && row.endedBy() != null && row.ended() != null) {
                long newest = -row.ended().toEpochMilli();
                items.add(item(row, row.endedBy(), Box.DONE, newest, row.taskId(), section));
            }
            Instant at = row.handed().at();
            for (UUID by : row.handed().by()) {
                if (at != null) items.add(item(row, by, Box.DONE, -at.toEpochMilli(), row.taskId(), section));
            }
        }
        insert(items);
        items.forEach(item -> touched.add((UUID) item[HOLDER]));
        touched.addAll(started(rows, sections));
        if (!touched.isEmpty()) events.publishEvent(new RowsMoved(touched));
    }

    /** One row a case for whoever started it and whoever submitted it last, standing where the case stands now. */
    private Set<UUID> started(List<Cases.Row> rows, Map<String, Map<String, String>> sections) {
        var latest = new HashMap<String, Cases.Row>();
        for (Cases.Row row : rows) {
            if (owners(row).isEmpty() || "CANCELLED".equals(row.state())) continue;
            latest.merge(
                    row.facts().caseId(),
                    row,
                    (a, b) -> "OPEN".equals(a.state()) && !"OPEN".equals(b.state()) ? a : b);
        }
        if (latest.isEmpty()) return Set.of();
        jdbc.sql("delete from inbox_item where case_id = any(?) and box = 'STARTED'")
                .param(latest.keySet().toArray(String[]::new))
                .update();
        List<Object[]> items = new ArrayList<>();
        for (Cases.Row row : latest.values()) {
            Instant at = row.submittedAt() == null ? row.arrived() : row.submittedAt();
            for (UUID owner : owners(row))
                items.add(item(row, owner, Box.STARTED, -at.toEpochMilli(), row.taskId(), sectionName(row, sections)));
        }
        insert(items);
        return latest.values().stream().flatMap(row -> owners(row).stream()).collect(Collectors.toSet());
    }

    private static Set<UUID> owners(Cases.Row row) {
        return Stream.of(row.starter(), row.submitter()).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @Override
    public void copied(String taskId, Set<UUID> posts) {
        List<Object[]> items = new ArrayList<>();
        for (Cases.Row row : cases.rows(List.of(taskId))) {
            String section = sectionName(row, new HashMap<>());
            for (UUID post : posts) {
                items.add(item(row, post, Box.COPIED, -clock.now().toEpochMilli(), taskId, section));
            }
        }
        insert(items);
        events.publishEvent(new RowsMoved(Set.copyOf(posts)));
    }

    /** Writes every box but 抄送我 anew from the cases; reading marks stay. Pages through all steps. */
    @Transactional
    void rebuild() {
        jdbc.sql("delete from inbox_item where box <> 'COPIED'").update();
        String after = null;
        while (true) {
            List<String> ids = cases.taskIds(after, PAGE);
            if (ids.isEmpty()) return;
            changed(ids);
            after = ids.get(ids.size() - 1);
        }
    }

    private String sectionName(Cases.Row row, Map<String, Map<String, String>> sections) {
        var facts = row.facts();
        if (facts.section() == null) return "";
        String name = sections.computeIfAbsent(
                        facts.unit(),
                        unit -> organisation.sections(unit, clock.today()).stream()
                                .collect(Collectors.toMap(Section::code, Section::name, (x, y) -> y)))
                .get(facts.section());
        if (name != null) return name;
        return organisation.section(facts.unit(), facts.section()).map(Section::name).orElse(facts.section());
    }

    private Object[] item(
            Cases.Row row, UUID holder, Box box, long sortKey, String taskId, String sectionName) {
        var f = row.facts();
        var a = row.attention();
        String submitter = row.submittedBy() == null ? "" : row.submittedBy();
        String starter = row.started() == null ? "" : row.started().by();
        return new Object[] {
            Ids.next(),
            holder,
            box.name(),
            sortKey,
            -(row.submittedAt() == null ? row.arrived() : row.submittedAt()).toEpochMilli(),
            taskId,
            f.caseId(),
            f.process(),
            f.unit(),
            f.year(),
            f.section(),
            sectionName,
            f.period(),
            row.step(),
            row.stepName(),
            row.stepNameEn(),
            row.submitter(),
            row.submittedBy(),
            utc(row.submittedAt()),
            utc(row.arrived()),
            utc(row.due()),
            row.round(),
            box == Box.TODO && !row.fills(),
            a.warnings(),
            a.red(),
            a.yellow(),
            row.urged(),
            row.endedVerb() == null ? null : row.endedVerb().name(),
            row.started() == null ? null : row.started().by(),
            row.started() == null ? null : utc(row.started().at()),
            box == Box.TODO ? row.delegatedBy() : null,
            Terms.of(sectionName, row.stepName(), row.stepNameEn(), submitter, starter, String.valueOf(f.year()), kind(f))
        };
    }

    /** The case's kind in both languages, so that 自评 and evaluation both find it. */
    private String kind(CaseFacts f) {
        return titles.kind(Messages.CHINESE, f.process(), f.period(), f.process()) + " "
                + titles.kind(Locale.ENGLISH, f.process(), f.period(), f.process());
    }

    private void insert(List<Object[]> items) {
        if (items.isEmpty()) return;
        batch.batchUpdate(
                """
                insert into inbox_item (id, holder, box, sort_key, submit_key, task_id, case_id, process, unit, year, section,
                    section_name, period, step, step_name, step_name_en, submitter, submitted_by, submitted_at,
                    arrived_at, due_at, round, approving, warnings, red, yellow, urged, ended_verb, started_by, started_at,
                    delegated_by, terms)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (task_id, holder, box) do nothing""",
                items);
    }

    private static @Nullable Object utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
