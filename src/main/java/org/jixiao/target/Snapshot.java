package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jixiao.target.SheetPage.Change;
import org.jixiao.target.SheetPage.Removed;
import org.jspecify.annotations.Nullable;

/** A sheet as it was submitted, kept with the submission; later rounds are read against it. */
record Snapshot(List<DraftRow> rows, @Nullable UnitPart unit, @Nullable Adjustment adjustment) {

    static Snapshot of(Workbook.Sheet sheet) {
        return new Snapshot(sheet.rows(), sheet.unitHere() ? sheet.unit() : null, sheet.adjustment());
    }

    /** The sheet as it was then. */
    Workbook.Sheet on(Workbook.Sheet now) {
        return new Workbook.Sheet(now.table(), now.sheet(), rows, unit == null ? now.unit() : unit, adjustment, now.changes());
    }

    JsonNode json(ObjectMapper json) {
        return json.valueToTree(this);
    }

    static @Nullable Snapshot read(JsonNode node, ObjectMapper json) {
        return node.isObject() && node.has("rows") ? json.convertValue(node, Snapshot.class) : null;
    }

    /** What changed since; null when nothing did. */
    static @Nullable Change change(@Nullable DraftRow before, DraftRow now) {
        if (before == null) return new Change(true, Map.of());
        return changed(fields(before), fields(now));
    }

    static @Nullable Change change(UnitPart.@Nullable Fund before, UnitPart.Fund now) {
        if (before == null) return new Change(true, Map.of());
        return changed(fields(before), fields(now));
    }

    static @Nullable Change change(UnitPart before, UnitPart now) {
        return changed(fields(before), fields(now));
    }

    static @Nullable Change change(@Nullable Adjustment before, Adjustment now) {
        return before == null ? null : changed(before.texts(), now.texts());
    }

    List<Removed> removedSince(List<DraftRow> now) {
        Set<?> there = now.stream().map(DraftRow::id).collect(Collectors.toSet());
        var removed = new ArrayList<Removed>();
        for (DraftRow row : rows)
            if (!there.contains(row.id()))
                removed.add(new Removed(row.id().toString(), row.seq(), row.name(), row.halfText(), row.annualText()));
        return removed;
    }

    private static @Nullable Change changed(Map<String, String> before, Map<String, String> now) {
        var old = new LinkedHashMap<String, String>();
        now.forEach((field, text) -> {
            if (!text.equals(before.get(field))) old.put(field, before.getOrDefault(field, ""));
        });
        return old.isEmpty() ? null : new Change(false, old);
    }

    private static Map<String, String> fields(DraftRow r) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("level1", r.level1());
        fields.put("level2", r.level2());
        fields.put("duty", r.duty());
        fields.put("keyWork", r.keyWork());
        fields.put("name", r.name());
        fields.put("halfText", r.halfText());
        fields.put("annualText", r.annualText());
        fields.put("measure", r.measure().name());
        fields.put("direction", r.direction() == null ? "" : r.direction().name());
        fields.put("tolerance", r.tolerance());
        fields.put("baseline", r.baseline());
        fields.put("weight", r.weight());
        fields.put("notApplicable", String.valueOf(r.notApplicable()));
        fields.put("notApplicableReason", r.notApplicableReason());
        fields.put("explanation", r.explanation());
        return fields;
    }

    private static Map<String, String> fields(UnitPart.Fund f) {
        return Map.of("side", f.side(), "kind", f.kind(), "item", f.item(), "halfPlan", f.halfPlan(), "annualBudget", f.annualBudget());
    }

    private static Map<String, String> fields(UnitPart u) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("mainFunctions", u.mainFunctions());
        fields.put("orgText", u.orgText());
        fields.put("staffingType", u.staffingType());
        fields.put("authorised", u.authorised());
        fields.put("actual", u.actual());
        fields.put("longTermGoal", u.longTermGoal());
        fields.put("annualGoal", u.annualGoal());
        u.weights().forEach((level, points) -> fields.put("weights." + level, points));
        fields.put("words", String.join("、", u.words()));
        return fields;
    }
}
