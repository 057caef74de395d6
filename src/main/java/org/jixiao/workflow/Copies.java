package org.jixiao.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Posts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 抄送: which posts got a copy of a case, and who of them has opened it. A copy gives the right to read, no more. */
@Component
class Copies {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Posts posts;
    private final ProductClock clock;
    private final ObjectProvider<StepWatcher> watchers;

    Copies(
            JdbcClient jdbc,
            JdbcTemplate batch,
            Posts posts,
            ProductClock clock,
            ObjectProvider<StepWatcher> watchers) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.posts = posts;
        this.clock = clock;
        this.watchers = watchers;
    }

    /** @param sender null: the model, or the system */
    void send(@Nullable Actor sender, CaseSteps.CaseStep step, Set<UUID> holders, Instant at, @Nullable String note) {
        List<Object[]> rows = new ArrayList<>();
        for (UUID holder : holders) {
            rows.add(new Object[] {
                Ids.next(), step.caseId(), step.taskId(), holder,
                sender == null ? null : sender.id(), sender == null ? "" : sender.name(), CaseFiles.utc(at), note
            });
        }
        batch.batchUpdate(
                """
                insert into case_copy (id, case_id, task_id, holder, sender, sender_name, sent_at, note)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (task_id, holder) do nothing""",
                rows);
        watchers.forEach(w -> w.copied(step.taskId(), holders));
    }

    Set<UUID> holders(String taskId) {
        return new HashSet<>(jdbc.sql("select holder from case_copy where task_id = ?")
                .param(taskId)
                .query(UUID.class)
                .list());
    }

    /** Whether one of the posts the person acts for today has a copy of the case. */
    boolean reached(String caseId, Actor actor) {
        List<UUID> copied = jdbc.sql("select distinct holder from case_copy where case_id = ?")
                .param(caseId)
                .query(UUID.class)
                .list();
        if (copied.isEmpty()) return false;
        var held = posts.heldBy(actor.id(), clock.today());
        return copied.stream().anyMatch(held::contains);
    }

    /** The reader has opened the case: the copies they hold are read. */
    void read(Actor reader, String caseId) {
        var held = posts.heldBy(reader.id(), clock.today());
        jdbc.sql(
                        """
                        insert into case_copy_read (copy, person, person_name, read_at)
                        select id, ?, ?, ? from case_copy where case_id = ? and holder = any(?)
                            and sender is distinct from ?
                        on conflict do nothing""")
                .params(
                        reader.id(),
                        reader.name(),
                        CaseFiles.utc(clock.now()),
                        caseId,
                        held.toArray(UUID[]::new),
                        reader.id())
                .update();
    }

    /** Newest first. */
    List<Cases.Copy> of(String caseId) {
        Map<UUID, List<Cases.CopyRead>> reads = new HashMap<>();
        jdbc.sql(
                        """
                        select r.* from case_copy_read r join case_copy c on c.id = r.copy where c.case_id = ?
                        order by r.read_at""")
                .param(caseId)
                .query(r -> {
                    reads.computeIfAbsent(r.getObject("copy", UUID.class), c -> new ArrayList<>())
                            .add(new Cases.CopyRead(
                                    r.getString("person_name"), CaseSteps.instant(r, "read_at")));
                });
        record Sent(UUID id, UUID holder, Instant at, String by, @Nullable String note) {}
        var sent = jdbc.sql("select * from case_copy where case_id = ? order by sent_at desc, id")
                .param(caseId)
                .query((r, i) -> new Sent(
                        r.getObject("id", UUID.class),
                        r.getObject("holder", UUID.class),
                        CaseSteps.instant(r, "sent_at"),
                        r.getString("sender_name"),
                        r.getString("note")))
                .list();
        var names = new HashMap<UUID, String>();
        if (!sent.isEmpty()) {
            posts.posts(sent.stream().map(Sent::holder).toList()).forEach(p -> names.put(p.id(), p.name()));
        }
        return sent.stream()
                .map(s -> new Cases.Copy(
                        names.getOrDefault(s.holder(), ""), s.by(), s.at(), s.note(), reads.getOrDefault(s.id(), List.of())))
                .toList();
    }
}
