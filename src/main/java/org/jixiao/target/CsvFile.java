package org.jixiao.target;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/** A CSV file as records of column → text; UTF-8 with or without a mark, or GB18030 as spreadsheets here write it. */
final class CsvFile {

    static final int MOST_BYTES = 2_000_000;
    private static final int MOST_LINES = 2_000;

    /** Headings as people write them → the column's own name. */
    private static final Map<String, String> HEADINGS = new HashMap<>();

    static {
        String[][] names = {
            {"seq", "序号", "序"}, {"level1", "一级指标"}, {"level2", "二级指标"}, {"section", "科室", "承担科室", "责任科室"},
            {"duty", "部门职能", "职能"}, {"key_work", "重点工作"}, {"name", "三级指标", "指标", "指标名称"},
            {"half_text", "半年指标值"}, {"annual_text", "全年指标值"}, {"measure", "measure_hint", "计量"},
            {"direction", "direction_hint", "方向"}, {"uncertain", "待确认"}, {"tolerance", "允差"}, {"baseline", "基数"},
            {"weight", "分值", "权重"}, {"side", "收支"}, {"kind", "类别"}, {"item", "项目"}, {"half_plan", "半年计划", "半年计划执行数"},
            {"annual_budget", "全年预算", "全年预算数"}
        };
        for (String[] row : names) for (String heading : row) HEADINGS.put(heading, row[0]);
    }

    private CsvFile() {}

    /** @param line in the file, the heading being line 1 */
    record Line(int line, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        boolean has(String column) {
            return cells.containsKey(column);
        }
    }

    static List<Line> read(byte[] file, String... required) {
        if (file.length > MOST_BYTES) throw Refusal.invalid("import.large", String.valueOf(MOST_BYTES / 1_000_000));
        return read(decode(file), required);
    }

    static List<Line> read(String text, String... required) {
        if (text.indexOf('\0') >= 0) throw Refusal.invalid("import.notCsv");
        var lines = new ArrayList<Line>();
        try (var parser = CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(false).get().parse(new StringReader(text))) {
            List<String> columns = null;
            for (CSVRecord record : parser) {
                if (blank(record)) continue;
                if (columns == null) {
                    columns = columns(record, required);
                    continue;
                }
                if (lines.size() >= MOST_LINES) throw Refusal.invalid("import.lines", String.valueOf(MOST_LINES));
                var cells = new LinkedHashMap<String, String>();
                for (int i = 0; i < columns.size() && i < record.size(); i++) cells.put(columns.get(i), record.get(i));
                lines.add(new Line((int) record.getRecordNumber(), cells));
            }
            if (columns == null) throw Refusal.invalid("import.empty");
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            throw Refusal.invalid("import.notCsv");
        }
        return lines;
    }

    private static List<String> columns(CSVRecord heading, String... required) {
        var columns = new ArrayList<String>();
        for (String cell : heading) columns.add(HEADINGS.getOrDefault(cell.strip(), cell.strip()));
        var missing = List.of(required).stream().filter(c -> !columns.contains(c)).toList();
        if (!missing.isEmpty()) throw Refusal.invalid("import.columns", String.join(", ", missing));
        return columns;
    }

    private static boolean blank(CSVRecord record) {
        for (String cell : record) if (!cell.isBlank()) return false;
        return true;
    }

    static String decode(byte[] file) {
        String text = strict(file, StandardCharsets.UTF_8);
        if (text == null) text = strict(file, Charset.forName("GB18030"));
        if (text == null) throw Refusal.invalid("import.notCsv");
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable String strict(byte[] file, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
