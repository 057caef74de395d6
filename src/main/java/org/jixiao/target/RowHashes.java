package org.jixiao.target;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Row id → SHA-256 of what an approver answers for: the row's commitment, not its order, nor remarks on warnings. */
final class RowHashes {

    private RowHashes() {}

    /** @param unit the unit's part when it stands on this sheet */
    static Map<String, String> of(List<DraftRow> rows, @Nullable UnitPart unit) {
        var hashes = new LinkedHashMap<String, String>();
        for (DraftRow row : rows) hashes.put(row.id().toString(), of(row));
        if (unit != null) {
            hashes.put(UnitPart.ROW, of(unit));
            for (UnitPart.Fund fund : unit.funds())
                hashes.put(fund.id().toString(), hash(fund.side(), fund.kind(), fund.item(), fund.halfPlan(), fund.annualBudget()));
        }
        return hashes;
    }

    static String of(DraftRow row) {
        return hash(
                row.indicator().toString(), row.section(), row.level1(), row.level2(), row.duty(), row.keyWork(),
                row.name(), row.halfText(), row.annualText(), row.measure().name(), String.valueOf(row.direction()),
                row.tolerance(), row.baseline(), row.weight(), String.valueOf(row.notApplicable()),
                row.notApplicableReason());
    }

    private static String of(UnitPart unit) {
        return hash(
                unit.mainFunctions(), unit.orgText(), unit.staffingType(), unit.authorised(), unit.actual(),
                unit.longTermGoal(), unit.annualGoal(), unit.weights().toString(), unit.words().toString());
    }

    /** Each part with its length before it, so that no two lists of parts read the same. */
    static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
