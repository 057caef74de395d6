package org.jixiao.target;

import static org.jixiao.target.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.Ids;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.RowScope;
import org.jspecify.annotations.Nullable;

/** What a save does to the unit's part; pure, so a refused edit has changed nothing. */
final class UnitEdits {

    private UnitEdits() {}

    record Result(UnitPart part, Set<UUID> removedFunds) {}

    /** @param submittedBefore whether an approver has seen the part; then the scope binds it */
    static Result apply(UUID table, UnitPart before, JsonNode edit, boolean submittedBefore, Set<UUID> submittedFunds, RowScope scope) {
        var removed = new LinkedHashSet<UUID>();
        var part = new UnitPart(
                text(edit, "mainFunctions", before.mainFunctions(), JsonFields.LONG),
                text(edit, "orgText", before.orgText(), JsonFields.LONG),
                text(edit, "staffingType", before.staffingType(), JsonFields.SHORT),
                text(edit, "authorised", before.authorised(), JsonFields.SHORT),
                text(edit, "actual", before.actual(), JsonFields.SHORT),
                text(edit, "longTermGoal", before.longTermGoal(), JsonFields.LONG),
                text(edit, "annualGoal", before.annualGoal(), JsonFields.LONG),
                weights(edit, before.weights()),
                JsonFields.texts(edit, "words", before.words(), JsonFields.SHORT),
                funds(table, edit, before.funds(), submittedFunds, scope, removed));
        if (submittedBefore && !scope.permits(UnitPart.ROW) && !withoutMoney(part).equals(withoutMoney(before)))
            throw Refusal.invalid("targets.unitLocked", List.of(Finding.error("row.locked", UnitPart.ROW, null)));
        return new Result(part, removed);
    }

    /** Only the levels the year was opened with; their points as typed. */
    private static Map<String, String> weights(JsonNode edit, Map<String, String> before) {
        JsonNode given = edit.get("weights");
        if (given == null) return before;
        if (!given.isObject()) throw Refusal.malformed("body.field", "weights");
        var weights = new LinkedHashMap<String, String>();
        before.forEach((level, points) -> weights.put(level, text(given, level, points, JsonFields.SHORT)));
        return weights;
    }

    private static List<UnitPart.Fund> funds(UUID table, JsonNode edit, List<UnitPart.Fund> before, Set<UUID> submitted,
            RowScope scope, Set<UUID> removed) {
        var funds = new LinkedHashMap<UUID, UnitPart.Fund>();
        before.forEach(fund -> funds.put(fund.id(), fund));
        for (JsonNode line : JsonFields.objects(edit, "funds")) {
            String given = text(line, "id", "", JsonFields.SHORT);
            UUID known = JsonFields.uuid(given);
            UUID id = known != null ? known
                    : given.isBlank() ? Ids.next()
                    : UUID.nameUUIDFromBytes((table + "/" + given).getBytes(StandardCharsets.UTF_8));
            UnitPart.Fund old = funds.get(id);
            boolean bound = submitted.contains(id) && !scope.permits(id.toString());
            if (JsonFields.flag(line, "removed", false)) {
                if (old == null) continue;
                if (bound) throw locked(old);
                funds.remove(id);
                removed.add(id);
                continue;
            }
            UnitPart.Fund fund = edited(id, old, line);
            if (bound && !fund.equals(old)) throw locked(fund);
            funds.put(id, fund);
        }
        if (funds.size() > 200) throw Refusal.malformed("body.many", "funds", "200");
        return List.copyOf(funds.values());
    }

    private static UnitPart.Fund edited(UUID id, UnitPart.@Nullable Fund old, JsonNode line) {
        var from = old == null ? new UnitPart.Fund(id, Money.EXPENDITURE, Money.DETAIL, "", "", "", "") : old;
        return new UnitPart.Fund(
                id,
                oneOf(line, "side", from.side(), Money.INCOME, Money.EXPENDITURE),
                oneOf(line, "kind", from.kind(), Money.TOTAL, Money.SUBTOTAL, Money.DETAIL),
                text(line, "item", from.item(), JsonFields.TEXT),
                text(line, "halfPlan", from.halfPlan(), JsonFields.SHORT),
                text(line, "annualBudget", from.annualBudget(), JsonFields.SHORT),
                from.adjustedBudget());
    }

    private static String oneOf(JsonNode line, String field, String current, String... allowed) {
        String value = text(line, field, current, JsonFields.SHORT);
        if (!List.of(allowed).contains(value)) throw Refusal.malformed("body.field", field);
        return value;
    }

    private static Refusal locked(UnitPart.Fund fund) {
        return Refusal.invalid(
                "targets.fundLocked", List.of(Finding.error("row.locked", fund.id().toString(), "item")), fund.item());
    }

    private static UnitPart withoutMoney(UnitPart part) {
        return new UnitPart(part.mainFunctions(), part.orgText(), part.staffingType(), part.authorised(), part.actual(),
                part.longTermGoal(), part.annualGoal(), part.weights(), part.words(), List.of());
    }
}
