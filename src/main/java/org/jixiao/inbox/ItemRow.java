package org.jixiao.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code inbox_item} as read, before what stands elsewhere is known. */
record ItemRow(UUID holder, String caseId, Inbox.Item item) {

    static ItemRow read(ResultSet r) throws SQLException {
        String verb = r.getString("ended_verb");
        return new ItemRow(
                r.getObject("holder", UUID.class),
                r.getString("case_id"),
                new Inbox.Item(
                        r.getString("task_id"),
                        r.getString("case_id"),
                        0,
                        r.getString("unit"),
                        r.getInt("year"),
                        r.getString("section"),
                        r.getString("section_name"),
                        r.getString("period"),
                        r.getString("process"),
                        r.getString("step"),
                        r.getString("step_name"),
                        r.getString("step_name_en"),
                        r.getString("submitted_by"),
                        instant(r.getTimestamp("submitted_at")),
                        r.getTimestamp("arrived_at").toInstant(),
                        instant(r.getTimestamp("due_at")),
                        r.getBoolean("unread"),
                        r.getInt("round"),
                        r.getInt("warnings"),
                        r.getInt("red"),
                        r.getInt("yellow"),
                        r.getInt("urged"),
                        null,
                        r.getBoolean("approving") && r.getString("delegated_by") == null,
                        verb == null ? null : verb.toLowerCase(Locale.ROOT).replace('_', '-'),
                        r.getString("started_by"),
                        instant(r.getTimestamp("started_at")),
                        r.getString("delegated_by")));
    }

    Inbox.Item item(Map<String, Long> revisions, Map<UUID, String> substituted) {
        return new Inbox.Item(
                item.taskId(), caseId, revisions.getOrDefault(caseId, 0L), item.unit(), item.year(), item.section(),
                item.sectionName(), item.period(), item.process(), item.step(), item.stepName(), item.stepNameEn(),
                item.submittedBy(), item.submittedAt(), item.arrived(), item.due(), item.unread(), item.round(),
                item.warnings(), item.red(), item.yellow(), item.urged(), substituted.get(holder), item.approving(),
                item.endedVerb(), item.startedBy(), item.startedAt(), item.delegatedBy());
    }

    private static @Nullable Instant instant(@Nullable Timestamp t) {
        return t == null ? null : t.toInstant();
    }
}
