package org.jixiao.target;

import static org.jixiao.target.JsonFields.choice;
import static org.jixiao.target.JsonFields.flag;
import static org.jixiao.target.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jixiao.base.Finding;
import org.jixiao.base.Ids;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.RowScope;
import org.jspecify.annotations.Nullable;

/** What a save does to a section's rows; pure, so a refused edit has changed nothing. */
final class RowEdits {

    private static final int MOST_ROWS = 500;

    private final TargetSheet sheet;
    private final Map<UUID, DraftRow> rows = new LinkedHashMap<>();
    private final Set<UUID> submitted;
    private final RowScope scope;
    private final Predicate<UUID> takenElsewhere;
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final Set<UUID> removed = new LinkedHashSet<>();
    private int seq;

    /**
     * @param submitted rows an approver has seen; the scope binds these, rows added since are free
     * @param lastSeq the highest printed number in the unit's table
     * @param takenElsewhere whether an id belongs to a row of another sheet
     */
    RowEdits(TargetSheet sheet, List<DraftRow> existing, Set<UUID> submitted, RowScope scope, int lastSeq,
            Predicate<UUID> takenElsewhere) {
        this.sheet = sheet;
        existing.forEach(row -> rows.put(row.id(), row));
        this.submitted = submitted;
        this.scope = scope;
        this.seq = lastSeq;
        this.takenElsewhere = takenElsewhere;
    }

    /** @param rows all rows in their new order; {@code changed} those to be stored */
    record Result(List<DraftRow> rows, Set<UUID> changed, Set<UUID> removed) {}

    Result apply(List<JsonNode> edits) {
        var order = new ArrayList<UUID>();
        for (JsonNode edit : edits) {
            UUID id = id(text(edit, "id", "", JsonFields.SHORT));
            if (flag(edit, "removed", false)) {
                remove(id);
            } else {
                put(id, edit);
                order.add(id);
            }
        }
        if (rows.size() > MOST_ROWS) throw Refusal.malformed("body.many", "rows", String.valueOf(MOST_ROWS));
        return new Result(ordered(order, edits), changed, removed);
    }

    /** A client may name a new row as it likes; the same name in the same sheet is the same row. */
    private UUID id(String given) {
        if (given.isBlank()) return Ids.next();
        UUID id = JsonFields.uuid(given);
        if (id != null && (rows.containsKey(id) || !takenElsewhere.test(id))) return id;
        if (id != null) throw Refusal.forbidden();
        return UUID.nameUUIDFromBytes((sheet.id() + "/" + given).getBytes(StandardCharsets.UTF_8));
    }

    private void remove(UUID id) {
        DraftRow row = rows.get(id);
        if (row == null) return;
        mustBeInScope(row, null);
        rows.remove(id);
        changed.remove(id);
        removed.add(id);
    }

    private void put(UUID id, JsonNode edit) {
        DraftRow before = rows.get(id);
        DraftRow after = edited(before == null ? blank(id, edit) : before, edit);
        if (before == null) {
            seq++;
            after = numbered(after, seq);
        } else if (after.equals(before)) {
            return;
        } else {
            mustBeInScope(before, edit);
        }
        rows.put(id, after);
        changed.add(id);
    }

    private void mustBeInScope(DraftRow row, @Nullable JsonNode edit) {
        if (!submitted.contains(row.id()) || scope.permits(row.id().toString())) return;
        String field = edit == null ? null : "name";
        throw Refusal.invalid(
                "targets.rowLocked",
                List.of(Finding.error("row.locked", row.id().toString(), field)),
                String.valueOf(row.seq()),
                row.name());
    }

    private static DraftRow edited(DraftRow row, JsonNode edit) {
        Measure measure = Objects.requireNonNullElse(choice(edit, "measure", Measure.class, row.measure()), Measure.UNCLEAR);
        var uncertain = new HashSet<>(JsonFields.texts(edit, "uncertain", List.copyOf(row.uncertain()), JsonFields.SHORT));
        // only what the source left open can be open, and what has been settled or changed is open no longer
        uncertain.retainAll(row.uncertain());
        if (measure != Measure.UNCLEAR && row.measure() == Measure.UNCLEAR) uncertain.remove(Uncertain.MEASURE);
        String level2 = text(edit, "level2", row.level2(), JsonFields.TEXT);
        String keyWork = text(edit, "keyWork", row.keyWork(), JsonFields.TEXT);
        if (!level2.equals(row.level2())) uncertain.remove("level2");
        if (!keyWork.equals(row.keyWork())) uncertain.remove("key_work");
        return new DraftRow(
                row.id(),
                row.indicator(),
                row.section(),
                row.seq(),
                text(edit, "level1", row.level1(), JsonFields.SHORT).strip(),
                level2,
                text(edit, "duty", row.duty(), JsonFields.TEXT),
                keyWork,
                text(edit, "name", row.name(), JsonFields.TEXT),
                text(edit, "halfText", row.halfText(), JsonFields.SHORT),
                text(edit, "annualText", row.annualText(), JsonFields.SHORT),
                measure,
                choice(edit, "direction", Direction.class, row.direction()),
                text(edit, "tolerance", row.tolerance(), JsonFields.SHORT),
                text(edit, "baseline", row.baseline(), JsonFields.SHORT),
                text(edit, "weight", row.weight(), JsonFields.SHORT),
                flag(edit, "notApplicable", row.notApplicable()),
                text(edit, "notApplicableReason", row.notApplicableReason(), JsonFields.TEXT),
                Set.copyOf(uncertain),
                text(edit, "explanation", row.explanation(), JsonFields.TEXT));
    }

    /** A new row may say itself what its source leaves open. */
    private DraftRow blank(UUID id, JsonNode edit) {
        var open = Set.copyOf(JsonFields.texts(edit, "uncertain", List.of(), JsonFields.SHORT));
        return new DraftRow(id, Ids.next(), sheet.section(), 0, "", "", "", "", "", "", "", Measure.UNCLEAR, null, "", "",
                "", false, "", open, "");
    }

    private static DraftRow numbered(DraftRow r, int seq) {
        return new DraftRow(r.id(), r.indicator(), r.section(), seq, r.level1(), r.level2(), r.duty(), r.keyWork(),
                r.name(), r.halfText(), r.annualText(), r.measure(), r.direction(), r.tolerance(), r.baseline(),
                r.weight(), r.notApplicable(), r.notApplicableReason(), r.uncertain(), r.explanation());
    }

    /** All rows listed: the list's order. Else each stays where it was, and a new one goes after the row it names. */
    private List<DraftRow> ordered(List<UUID> listed, List<JsonNode> edits) {
        if (new HashSet<>(listed).containsAll(rows.keySet()))
            return new LinkedHashSet<>(listed).stream().map(rows::get).filter(Objects::nonNull).toList();
        var order = new ArrayList<>(rows.keySet());
        for (JsonNode edit : edits) {
            UUID after = JsonFields.uuid(text(edit, "after", "", JsonFields.SHORT));
            UUID id = JsonFields.uuid(text(edit, "id", "", JsonFields.SHORT));
            if (after == null || id == null || after.equals(id) || !rows.containsKey(id) || !rows.containsKey(after)) continue;
            order.remove(id);
            order.add(order.indexOf(after) + 1, id);
        }
        return order.stream().map(rows::get).toList();
    }
}
