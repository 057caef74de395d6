package org.jixiao.target;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jixiao.base.Ids;

/** The published table of 2023, read straight from the files, for tests of the rules. */
final class TheRealTable {

    final List<DraftRow> rows = new ArrayList<>();
    final UnitPart unit;

    TheRealTable() {
        for (CSVRecord line : read("/demo/targets-2023.csv")) {
            String measure = line.get("measure_hint").replace("CUMULATIVE_RATE", "RATE");
            String direction = line.get("direction_hint");
            String uncertain = line.get("uncertain");
            rows.add(new DraftRow(
                    Ids.next(), Ids.next(), line.get("section"), Integer.parseInt(line.get("seq")), line.get("level1"),
                    line.get("level2"), line.get("duty"), line.get("key_work"), line.get("name"), line.get("half_text"),
                    line.get("annual_text"), Measure.valueOf(measure),
                    direction.isEmpty() ? null : Direction.valueOf(direction), "", "", "", false, "",
                    uncertain.isEmpty() ? Set.of() : Set.of(uncertain.split(" ")), ""));
        }
        var funds = new ArrayList<UnitPart.Fund>();
        for (CSVRecord line : read("/demo/funds-2023.csv"))
            funds.add(new UnitPart.Fund(Ids.next(), line.get("side"), line.get("kind"), line.get("item"),
                    line.get("half_plan"), line.get("annual_budget"), ""));
        var words = rows.stream().filter(r -> r.measure() == Measure.QUALITATIVE).map(DraftRow::halfText).distinct().toList();
        unit = new UnitPart("", "", "全额事业编制", "32", "15", "", "", weights(), words, funds);
    }

    static Map<String, String> weights() {
        var weights = new LinkedHashMap<String, String>();
        weights.put("决策", "10");
        weights.put("过程", "20");
        weights.put("履职", "50");
        weights.put("效益", "10");
        weights.put("满意度", "10");
        return weights;
    }

    List<String> sections() {
        return rows.stream().map(DraftRow::section).distinct().toList();
    }

    List<DraftRow> of(String section) {
        return rows.stream().filter(r -> r.section().equals(section)).toList();
    }

    DraftRow row(int seq) {
        return rows.get(seq - 1);
    }

    Surroundings around(String section, boolean unitHere) {
        var others = rows.stream().filter(r -> !r.section().equals(section)).toList();
        return new Surroundings(unit, others, others, List.of(), Map.of(), unitHere);
    }

    private static Iterable<CSVRecord> read(String file) {
        try (var reader = new InputStreamReader(TheRealTable.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
