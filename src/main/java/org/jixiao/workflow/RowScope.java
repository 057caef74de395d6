package org.jixiao.workflow;

import java.util.Map;

/**
 * The rows a filling step may change.
 *
 * @param all every row; else only those in {@code reasons}, though rows may be added
 * @param reasons row id → why it was returned
 */
public record RowScope(boolean all, Map<String, String> reasons) {

    public static final RowScope ALL = new RowScope(true, Map.of());

    public static RowScope only(Map<String, String> reasons) {
        return new RowScope(false, Map.copyOf(reasons));
    }

    public boolean permits(String row) {
        return all || reasons.containsKey(row);
    }
}
