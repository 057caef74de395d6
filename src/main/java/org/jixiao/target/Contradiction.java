package org.jixiao.target;

import java.util.List;
import org.jixiao.base.Finding;

/**
 * Two rows that do not go together, seen from one of them.
 *
 * @param code rule and message, e.g. {@code rows.alike}
 * @param field of the row, the one to look at
 * @param args of the message; first the number and the name of the other row
 */
record Contradiction(String code, DraftRow row, DraftRow other, String field, List<String> args) {

    Finding finding() {
        return new Finding(Finding.Severity.WARNING, code, row.id().toString(), field, args);
    }

    /** The same from either side: what is asked once is answered once. */
    String key() {
        return rowFirst() ? pair(row, other) : pair(other, row);
    }

    /** What the question was asked about; other figures ask anew. */
    String figures() {
        return rowFirst() ? said(row) + " | " + said(other) : said(other) + " | " + said(row);
    }

    private boolean rowFirst() {
        return row.indicator().compareTo(other.indicator()) < 0;
    }

    /** A rate against a count asks one thing whichever of the two is looked at. */
    private String pair(DraftRow a, DraftRow b) {
        return code.replaceFirst("\\.count$", "") + ":" + a.indicator() + ":" + b.indicator();
    }

    /** What a row says, as far as a question goes. */
    static String said(DraftRow row) {
        return String.join(" ", row.name().strip(), row.halfText().strip(), row.annualText().strip(), row.baseline().strip())
                .strip();
    }
}
