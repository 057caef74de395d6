package org.jixiao.target.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Row;

/** Rows as the form groups them: level 1 → level 2, or for duties level 1 → key work; each group once. */
final class Groups {

    /** @param title level 1; duty of the section for 履职, else empty */
    record Level(String title, String duty, List<Group> groups) {
        int size() {
            return groups.stream().mapToInt(g -> g.rows().size()).sum();
        }

        List<Row> rows() {
            return groups.stream().flatMap(g -> g.rows().stream()).toList();
        }
    }

    /** @param duties the rows are key work's */
    record Group(String title, boolean duties, List<Row> rows) {}

    private Groups() {}

    static List<Level> of(SheetPage page) {
        var byLevel = new LinkedHashMap<String, List<Row>>();
        for (String level : page.levels()) byLevel.put(level, new ArrayList<>());
        for (Row row : page.rows()) byLevel.computeIfAbsent(row.level1().strip(), l -> new ArrayList<>()).add(row);
        var levels = new ArrayList<Level>();
        byLevel.forEach((title, rows) -> {
            if (rows.isEmpty()) return;
            boolean duties = rows.get(0).isDuty();
            Map<String, List<Row>> groups = new LinkedHashMap<>();
            if (duties) page.keyWorks().forEach(k -> groups.put(k.strip(), new ArrayList<>()));
            for (Row row : rows)
                groups.computeIfAbsent((duties ? row.keyWork() : row.level2()).strip(), g -> new ArrayList<>()).add(row);
            levels.add(new Level(
                    title,
                    duties ? rows.get(0).duty() : "",
                    groups.entrySet().stream().map(g -> new Group(g.getKey(), duties, g.getValue())).toList()));
        });
        return levels;
    }
}
