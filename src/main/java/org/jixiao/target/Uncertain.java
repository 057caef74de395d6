package org.jixiao.target;

import java.util.Set;

/** Cells that the source of an import does not settle, by the names its column {@code uncertain} uses. */
final class Uncertain {

    static final String MEASURE = "measure";
    private static final Set<String> KNOWN = Set.of(MEASURE, "section", "key_work", "level2", "pairing");

    private Uncertain() {}

    static String code(String cell) {
        return "uncertain." + (KNOWN.contains(cell) ? cell : "other");
    }

    /** The field of {@code /api} the cell is. */
    static String field(String cell) {
        return cell.equals("key_work") ? "keyWork" : cell;
    }
}
