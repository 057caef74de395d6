package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jixiao.base.Finding;
import org.jixiao.workflow.Cases.FormSheet;
import org.jixiao.workflow.gate.FormFile;

/** Whatever is entered, what a form hides is not asked, and what it asks hangs on nothing hidden. */
class FormViewTest {

    private static final StepForm PURCHASE = form();

    private static StepForm form() {
        try (var in = FormViewTest.class.getResourceAsStream("/models/purchase.form")) {
            return FormFile.read(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static FormSheet view(Map<String, Object> entered) {
        return FormView.of(PURCHASE, entered, Map::of);
    }

    @Property
    void what_is_hidden_is_neither_judged_nor_kept(
            @ForAll @IntRange(max = 3) int kind, @ForAll @StringLength(max = 12) String place,
            @ForAll @Size(max = 4) List<@StringLength(max = 3) String> counts) {
        var entered = new LinkedHashMap<String, Object>();
        if (kind > 0) entered.put("kind", List.of("training", "purchase", "\"] or true or [\"").get(kind - 1));
        entered.put("place", place);
        entered.put("items", counts.stream().map(count -> Map.<String, Object>of("count", count, "why", "w")).toList());
        var sheet = view(entered);
        assertThat(sheet.hidden().contains("place")).isEqualTo(kind != 1);
        assertThat(sheet.hidden().contains("items")).isEqualTo(kind != 2);
        assertThat(FormRules.check(sheet)).extracting(Finding::field).doesNotContainAnyElementsOf(sheet.hidden());
        var shown = FormView.shown(sheet);
        assertThat(shown.entered().keySet()).doesNotContainAnyElementsOf(sheet.hidden());
        if (kind != 2) return;
        List<Map<String, Object>> rows = FormRules.rows(shown.entered().get("items"));
        for (int i = 0; i < rows.size(); i++)
            assertThat(rows.get(i).containsKey("why"))
                    .as("asked from ten on: %s", counts.get(i))
                    .isEqualTo(counts.get(i).matches("\\d{1,3}") && Integer.parseInt(counts.get(i)) >= 10);
    }

    @Property
    void a_count_of_ten_and_more_asks_why(@ForAll @IntRange(min = -20, max = 40) int count) {
        var sheet = view(Map.of("kind", "purchase", "items", List.of(Map.of("count", String.valueOf(count)))));
        assertThat(sheet.hidden().contains("items/0/why")).isEqualTo(count < 10);
    }

    @Example
    void a_condition_sees_the_numbers_of_a_list_wherever_it_stands() {
        String above = "{\"type\": \"textfield\", \"id\": \"a\", \"key\": \"why\", \"conditional\": {\"hide\": \"=sum(items.count) < 10\"}}";
        String list = "{\"type\": \"dynamiclist\", \"id\": \"l\", \"path\": \"items\", \"components\": [{\"type\": \"number\", \"id\": \"n\", \"key\": \"count\"}]}";
        var form = FormFile.read(("{\"id\": \"f\", \"components\": [" + above + ", " + list + "]}").getBytes());
        for (int count : List.of(9, 10)) {
            Map<String, Object> entered = Map.of("items", List.of(Map.of("count", String.valueOf(count))));
            assertThat(FormView.of(form, entered, Map::of).hidden()).hasSize(count < 10 ? 1 : 0);
        }
    }

    @Example
    void a_pattern_that_would_try_for_ever_answers_at_once() {
        assertThat(StepForm.pattern("^(a+)+$").matcher("a".repeat(4_000) + "b").find()).isFalse();
    }

    @Example
    void characters_by_their_number_are_read_and_an_escaped_backslash_is_none() {
        assertThat(StepForm.pattern("^[\\u4e00-\\u9fa5]+$").matcher("苏州").find()).isTrue();
        assertThat(StepForm.pattern("^[\\u4e00-\\u9fa5]+$").matcher("Suzhou").find()).isFalse();
        assertThat(StepForm.pattern("^\\\\u4e00$").matcher("\\u4e00").find()).isTrue();
    }
}
