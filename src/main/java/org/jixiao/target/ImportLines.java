package org.jixiao.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jixiao.base.Ids;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Section;
import org.jixiao.target.ImportPreview.Line;
import org.jixiao.target.ImportPreview.Problem;
import org.jixiao.target.ImportPreview.Question;
import org.jixiao.target.ImportPreview.Status;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a table into rows, beside the rows that are there; pure. */
final class ImportLines {

    private static final Map<String, Measure> MEASURES = new HashMap<>();
    private static final Map<String, Direction> DIRECTIONS = new HashMap<>();

    static {
        for (Measure m : Measure.values()) MEASURES.put(m.name(), m);
        MEASURES.putAll(Map.of("CUMULATIVE_RATE", Measure.RATE, "累计", Measure.FLOW, "存量", Measure.STOCK, "水平", Measure.LEVEL,
                "累计比率", Measure.RATE, "里程碑", Measure.MILESTONE, "年末", Measure.YEAR_END, "定性", Measure.QUALITATIVE,
                "不明", Measure.UNCLEAR, "", Measure.UNCLEAR));
        for (Direction d : Direction.values()) DIRECTIONS.put(d.name(), d);
        DIRECTIONS.putAll(Map.of("越大越好", Direction.HIGHER_BETTER, "越小越好", Direction.LOWER_BETTER, "等于目标", Direction.ON_TARGET));
    }

    private static final String NUMBER = "\\d{1,5}";

    private final Map<String, Section> sections = new HashMap<>();
    private final Map<String, DraftRow> existing;
    private final Set<String> levels;
    private final Map<String, String> answers;
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private int lastSeq;

    /**
     * @param existing rows that stand now (or stood last year): the same section, key work and name is the same row
     * @param levels level 1 names of the year
     * @param answers {@code <line>/<cell>} → what the person said: a value, or the value in the file to confirm it
     */
    ImportLines(List<Section> sections, List<DraftRow> existing, Set<String> levels, Map<String, String> answers) {
        for (Section section : sections) {
            this.sections.put(section.code(), section);
            this.sections.put(section.name(), section);
        }
        this.existing = existing.stream().collect(Collectors.toMap(ImportLines::key, Function.identity(), (a, b) -> a));
        this.levels = levels;
        this.answers = answers;
        this.lastSeq = existing.stream().mapToInt(DraftRow::seq).max().orElse(0);
    }

    ImportPreview read(List<CsvFile.Line> lines) {
        lines.stream()
                .map(line -> line.cell("seq").strip())
                .filter(seq -> seq.matches(NUMBER))
                .forEach(seq -> lastSeq = Math.max(lastSeq, Integer.parseInt(seq)));
        return new ImportPreview(lines.stream().map(this::line).toList());
    }

    private Line line(CsvFile.Line in) {
        var problems = new ArrayList<Problem>();
        var open = new LinkedHashSet<String>(Arrays.asList(in.cell("uncertain").strip().split("[ ,，、]+")));
        open.remove("");
        String sectionText = answered(in, "section", in.cell("section"), open).strip();
        Section section = sections.get(sectionText);
        if (section == null) problems.add(new Problem("section", sectionText));
        String measureText = answered(in, "measure", in.cell("measure"), open).strip();
        Measure measure = MEASURES.get(measureText);
        if (measure == null) problems.add(new Problem("measure", measureText));
        if (measure == Measure.UNCLEAR) open.add(Uncertain.MEASURE);
        String level1 = in.cell("level1").strip();
        if (!levels.contains(level1)) problems.add(new Problem("level1", level1));
        if (in.cell("name").isBlank()) problems.add(new Problem("name", ""));
        in.cells().forEach((column, text) -> {
            boolean brief = Set.of("half_text", "annual_text", "tolerance", "baseline", "weight").contains(column);
            if (text.length() > (brief ? JsonFields.SHORT : JsonFields.TEXT)) problems.add(new Problem("long", column));
        });
        DraftRow row = new DraftRow(
                Ids.next(), Ids.next(), section == null ? "" : section.code(), seq(in, problems), level1,
                answered(in, "level2", in.cell("level2"), open), in.cell("duty"),
                answered(in, "key_work", in.cell("key_work"), open), in.cell("name"), in.cell("half_text"),
                in.cell("annual_text"), measure == null ? Measure.UNCLEAR : measure, direction(in, problems),
                in.cell("tolerance"), in.cell("baseline"), in.cell("weight"), false, "", Set.copyOf(open), "");
        if (!row.name().isBlank() && !seen.add(key(row))) problems.add(new Problem("twice", row.name()));
        DraftRow before = in.has("key_work") ? existing.get(key(row)) : named(row);
        DraftRow after = before == null ? row : onto(before, row, in);
        var change = before == null ? null : Snapshot.change(before, after);
        Status status = !problems.isEmpty() ? Status.REFUSED
                : before == null ? Status.CREATED
                : change == null && before.uncertain().equals(after.uncertain()) ? Status.UNCHANGED
                : Status.CHANGED;
        return new Line(
                in.line(), status, section == null ? sectionText : section.code(),
                section == null ? sectionText : section.name(), after,
                change == null ? Map.of() : change.old(),
                after.uncertain().stream().sorted().map(cell -> new Question(cell, value(cell, after, section))).toList(),
                List.copyOf(problems));
    }

    /** An answered cell is open no longer. */
    private String answered(CsvFile.Line in, String cell, String text, Set<String> open) {
        String answer = answers.get(in.line() + "/" + cell);
        if (answer == null || answer.isBlank()) return text;
        open.remove(cell);
        return answer;
    }

    private static String value(String cell, DraftRow row, @Nullable Section section) {
        return switch (cell) {
            case "section" -> section == null ? "" : section.name();
            case "key_work" -> row.keyWork();
            case "level2" -> row.level2();
            case "measure" -> row.measure().name();
            default -> "";
        };
    }

    private int seq(CsvFile.Line in, List<Problem> problems) {
        String text = in.cell("seq").strip();
        if (text.isEmpty()) return ++lastSeq;
        if (!text.matches(NUMBER)) {
            problems.add(new Problem("seq", text));
            return 0;
        }
        int seq = Integer.parseInt(text);
        if (!numbers.add(seq)) problems.add(new Problem("seqTwice", text));
        return seq;
    }

    private static @Nullable Direction direction(CsvFile.Line in, List<Problem> problems) {
        String text = in.cell("direction").strip();
        if (text.isEmpty()) return null;
        Direction direction = DIRECTIONS.get(text);
        if (direction == null) problems.add(new Problem("direction", text));
        return direction;
    }

    /** The one row of the section with this name, where the file does not say which key work it serves. */
    private @Nullable DraftRow named(DraftRow row) {
        var same = existing.values().stream()
                .filter(r -> r.section().equals(row.section()) && r.name().strip().equals(row.name().strip()))
                .toList();
        return same.size() == 1 ? same.get(0) : null;
    }

    /** What the file has no column for stays as it is; an empty cell leaves the figures few files carry. */
    private static DraftRow onto(DraftRow before, DraftRow row, CsvFile.Line in) {
        boolean measured = in.has("measure");
        return new DraftRow(
                before.id(), before.indicator(), row.section(), row.seq(), row.level1(),
                in.has("level2") ? row.level2() : before.level2(), in.has("duty") ? row.duty() : before.duty(),
                in.has("key_work") ? row.keyWork() : before.keyWork(), row.name(), row.halfText(), row.annualText(),
                measured ? row.measure() : before.measure(), in.has("direction") ? row.direction() : before.direction(),
                kept(row.tolerance(), before.tolerance()), kept(row.baseline(), before.baseline()),
                kept(row.weight(), before.weight()), before.notApplicable(), before.notApplicableReason(),
                in.has("uncertain") || measured ? row.uncertain() : before.uncertain(), before.explanation());
    }

    private static String kept(String given, String before) {
        return given.isEmpty() ? before : given;
    }

    static String key(DraftRow row) {
        return row.section() + "\n" + row.keyWork().strip() + "\n" + row.name().strip();
    }

    /** An import with a refused line is refused whole, naming the lines. */
    static List<DraftRow> accepted(ImportPreview preview) {
        if (preview.refused()) {
            String lines = preview.lines().stream()
                    .filter(l -> l.status() == Status.REFUSED)
                    .map(l -> String.valueOf(l.line()))
                    .limit(20)
                    .collect(Collectors.joining("、"));
            throw Refusal.invalid("import.refused", String.valueOf(preview.count(Status.REFUSED)), lines);
        }
        return preview.lines().stream().map(Line::row).toList();
    }
}
