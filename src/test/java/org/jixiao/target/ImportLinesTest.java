package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Ids;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Section;
import org.jixiao.target.ImportPreview.Status;
import org.junit.jupiter.api.Test;

class ImportLinesTest {

    private static final String HEAD = "seq,level1,level2,section,duty,key_work,name,half_text,annual_text,measure_hint,direction_hint,uncertain\n";
    private static final String ROW = "1,过程,预算执行,甲科,,,预算执行率,＝7%,＝100%,CUMULATIVE_RATE,HIGHER_BETTER,section\n";

    private static ImportPreview read(String csv, List<DraftRow> existing, Map<String, String> answers) {
        return read(csv.getBytes(StandardCharsets.UTF_8), existing, answers);
    }

    private static ImportPreview read(byte[] csv, List<DraftRow> existing, Map<String, String> answers) {
        var sections = new ArrayList<Section>();
        for (String name : List.of("甲科", "乙科"))
            sections.add(new Section(Ids.next(), "u", name.equals("甲科") ? "a" : "b", name, "", 1, LocalDate.MIN, null));
        return new ImportLines(sections, existing, TheRealTable.weights().keySet(), answers)
                .read(CsvFile.read(csv, "section", "level1", "name", "half_text", "annual_text"));
    }

    @Test
    void a_line_becomes_a_row_and_its_open_cells_are_asked_about() {
        var line = read(HEAD + ROW, List.of(), Map.of()).lines().get(0);
        assertThat(line.status()).isEqualTo(Status.CREATED);
        assertThat(line.section()).isEqualTo("a");
        assertThat(line.row().measure()).isEqualTo(Measure.RATE);
        assertThat(line.questions()).extracting(ImportPreview.Question::cell).containsExactly("section");
        assertThat(line.row().uncertain()).containsExactly("section");
    }

    @Test
    void an_answered_cell_is_open_no_longer() {
        var line = read(HEAD + ROW, List.of(), Map.of("2/section", "乙科")).lines().get(0);
        assertThat(line.section()).isEqualTo("b");
        assertThat(line.questions()).isEmpty();
    }

    @Test
    void what_stands_already_is_unchanged_or_shows_what_would_change() {
        var row = read(HEAD + ROW, List.of(), Map.of()).lines().get(0).row();
        assertThat(read(HEAD + ROW, List.of(row), Map.of()).count(Status.UNCHANGED)).isEqualTo(1);
        var changed = read(HEAD + ROW.replace("＝7%", "＝8%"), List.of(row), Map.of()).lines().get(0);
        assertThat(changed.status()).isEqualTo(Status.CHANGED);
        assertThat(changed.old()).containsExactly(Map.entry("halfText", "＝7%"));
        assertThat(changed.row().id()).isEqualTo(row.id());
    }

    @Test
    void what_the_file_has_no_column_for_stays_as_it_is() {
        var row = read(HEAD + ROW, List.of(), Map.of("2/section", "甲科")).lines().get(0).row();
        String brief = "section,level1,name,half_text,annual_text\n甲科,%s,%s,＝8%%,＝100%%\n"
                .formatted(row.level1(), row.name());
        var line = read(brief, List.of(row), Map.of()).lines().get(0);
        assertThat(line.status()).isEqualTo(Status.CHANGED);
        assertThat(line.old()).containsOnlyKeys("halfText");
        assertThat(line.row().measure()).isEqualTo(Measure.RATE);
        assertThat(line.row().level2()).isEqualTo(row.level2());
        assertThat(line.questions()).isEmpty();
    }

    @Test
    void a_row_without_a_number_gets_none_that_a_later_line_names() {
        var preview = read(
                HEAD + ROW.replaceFirst("^1,", ",") + ROW.replace("预算执行率", "另一项"), List.of(), Map.of());
        assertThat(preview.lines()).extracting(line -> line.row().seq()).containsExactly(2, 1);
        assertThat(preview.refused()).isFalse();
    }

    @Test
    void one_refused_line_refuses_the_whole_import() {
        var preview = read(HEAD + ROW + ROW.replace("甲科", "丙科").replace("1,", "x,") + "3,别的,,甲科,,,,,,NEVER,UP,\n", List.of(), Map.of());
        assertThat(preview.count(Status.REFUSED)).isEqualTo(2);
        assertThat(preview.lines().get(1).problems()).extracting(ImportPreview.Problem::code).contains("section", "seq");
        assertThat(preview.lines().get(2).problems()).extracting(ImportPreview.Problem::code)
                .contains("level1", "name", "measure", "direction");
        var refusal = catchThrowableOfType(Refusal.class, () -> ImportLines.accepted(preview));
        assertThat(refusal.code()).isEqualTo("import.refused");
        assertThat(refusal.args()).containsExactly("2", "3、4");
    }

    @Test
    void a_mark_before_the_text_and_the_spreadsheets_own_encoding_are_read_alike() {
        var plain = read(HEAD + ROW, List.of(), Map.of()).lines().get(0).row().name();
        assertThat(read("\uFEFF" + HEAD + ROW, List.of(), Map.of()).lines().get(0).row().name()).isEqualTo(plain);
        byte[] gb = (HEAD + ROW).getBytes(Charset.forName("GB18030"));
        assertThat(read(gb, List.of(), Map.of()).lines().get(0).row().halfText()).isEqualTo("＝7%");
    }

    @Test
    void what_is_no_table_is_refused_in_words() {
        assertThat(code("")).isEqualTo("import.empty");
        assertThat(code("a,b\n1,2\n")).isEqualTo("import.columns");
        assertThat(code(HEAD + "1,\"open\n")).isEqualTo("import.notCsv");
        assertThat(code("a\u0000b")).isEqualTo("import.notCsv");
        var large = catchThrowableOfType(Refusal.class, () -> CsvFile.read(new byte[CsvFile.MOST_BYTES + 1]));
        assertThat(large.code()).isEqualTo("import.large");
    }

    private static String code(String csv) {
        return catchThrowableOfType(Refusal.class, () -> read(csv, List.of(), Map.of())).code();
    }
}
