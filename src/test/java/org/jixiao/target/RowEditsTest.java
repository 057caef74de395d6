package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.Ids;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.RowScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowEditsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<DraftRow> rows = new TheRealTable().of("数据资源科");
    private final TargetSheet sheet = new TargetSheet(
            Ids.next(), Ids.next(), "数据资源科", 1, 1, TargetSheet.State.DECLARING, null, List.of());

    private RowEdits.Result apply(RowScope scope, JsonNode... edits) {
        Set<UUID> submitted = rows.stream().map(DraftRow::id).collect(Collectors.toSet());
        return new RowEdits(sheet, rows, submitted, scope, 85, id -> false).apply(List.of(edits));
    }

    private static ObjectNode edit(DraftRow row) {
        return JSON.createObjectNode().put("id", row.id().toString());
    }

    @Test
    void only_what_is_present_changes() {
        var result = apply(RowScope.ALL, edit(rows.get(2)).put("halfText", "≥6个"));
        assertThat(result.changed()).containsExactly(rows.get(2).id());
        assertThat(result.rows().get(2).halfText()).isEqualTo("≥6个");
        assertThat(result.rows().get(2).annualText()).isEqualTo(rows.get(2).annualText());
        assertThat(result.rows()).extracting(DraftRow::id).isEqualTo(rows.stream().map(DraftRow::id).toList());
    }

    @Test
    void a_row_that_was_not_returned_is_refused_by_its_number_and_nothing_is_applied() {
        var scope = RowScope.only(Map.of(rows.get(0).id().toString(), "偏低"));
        var refusal = catchThrowableOfType(
                Refusal.class, () -> apply(scope, edit(rows.get(0)).put("halfText", "≥91%"), edit(rows.get(1)).put("name", "别的")));
        assertThat(refusal.code()).isEqualTo("targets.rowLocked");
        assertThat(refusal.args()).contains("39");
        assertThat(refusal.findings()).singleElement().satisfies(f -> assertThat(f.row()).isEqualTo(rows.get(1).id().toString()));
    }

    @Test
    void sending_a_locked_row_as_it_is_changes_nothing_and_is_no_offence() {
        var scope = RowScope.only(Map.of());
        assertThat(apply(scope, edit(rows.get(1)).put("name", rows.get(1).name())).changed()).isEmpty();
        assertThat(catchThrowableOfType(Refusal.class, () -> apply(scope, edit(rows.get(1)).put("removed", true)))).isNotNull();
    }

    @Test
    void a_row_may_be_added_whatever_was_returned_and_goes_after_the_row_it_names() {
        String id = Ids.next().toString();
        var added = JSON.createObjectNode().put("id", id).put("name", "新指标").put("after", rows.get(0).id().toString());
        var result = apply(RowScope.only(Map.of()), added);
        assertThat(result.rows().get(1).id()).hasToString(id);
        assertThat(result.rows().get(1).seq()).isEqualTo(86);
    }

    @Test
    void the_same_name_for_a_new_row_is_the_same_row() {
        var first = apply(RowScope.ALL, JSON.createObjectNode().put("id", "new-1").put("name", "新指标"));
        var again = apply(RowScope.ALL, JSON.createObjectNode().put("id", "new-1").put("name", "新指标"));
        assertThat(first.changed()).isEqualTo(again.changed()).hasSize(1);
    }

    @Test
    void a_row_of_another_sheet_cannot_be_touched_by_guessing_its_id() {
        var edits = new RowEdits(sheet, rows, Set.of(), RowScope.ALL, 85, id -> true);
        var foreign = JSON.createObjectNode().put("id", Ids.next().toString()).put("name", "别科的");
        var refusal = catchThrowableOfType(Refusal.class, () -> edits.apply(List.of(foreign)));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void all_rows_listed_give_the_order() {
        var edits = new java.util.ArrayList<JsonNode>();
        for (int i = rows.size() - 1; i >= 0; i--) edits.add(edit(rows.get(i)));
        var result = apply(RowScope.ALL, edits.toArray(JsonNode[]::new));
        assertThat(result.changed()).isEmpty();
        assertThat(result.rows().get(0).id()).isEqualTo(rows.get(rows.size() - 1).id());
    }

    @Test
    void an_invalid_draft_is_kept_as_typed() {
        var result = apply(RowScope.ALL, edit(rows.get(0)).put("halfText", "九成").put("baseline", "约三十"));
        assertThat(result.rows().get(0).halfText()).isEqualTo("九成");
        assertThat(result.rows().get(0).baseline()).isEqualTo("约三十");
    }

    @Test
    void settling_a_measure_settles_the_doubt() {
        var unclear = new TheRealTable().row(60);
        var edits = new RowEdits(sheet, List.of(unclear), Set.of(), RowScope.ALL, 85, id -> false);
        var result = edits.apply(List.of(edit(unclear).put("measure", "STOCK")));
        assertThat(result.rows().get(0).uncertain()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"measure\": \"NONE\"}", "{\"name\": [1]}", "{\"notApplicable\": \"yes\"}", "{\"name\": \"a\\u0000b\"}"})
    void what_cannot_be_read_is_refused_as_malformed(String edit) throws Exception {
        var node = ((ObjectNode) JSON.readTree(edit)).put("id", rows.get(0).id().toString());
        var refusal = catchThrowableOfType(Refusal.class, () -> apply(RowScope.ALL, node));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
    }
}
