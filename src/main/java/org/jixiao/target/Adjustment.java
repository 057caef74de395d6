package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why an approved sheet is to change (调整): what the section says beside the rows.
 *
 * @param basis the document or decision it rests on
 * @param funding what it means for the money, which the coordinating section checks
 */
public record Adjustment(String reason, String basis, String funding) {

    /** Stands for it among the rows: an approver may return it by this id. */
    public static final String ROW = "adjustment";

    public static final List<String> FIELDS = List.of("reason", "basis", "funding");

    static final Adjustment EMPTY = new Adjustment("", "", "");

    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("reason", reason);
        texts.put("basis", basis);
        texts.put("funding", funding);
        return texts;
    }

    Adjustment edited(JsonNode edit) {
        return new Adjustment(
                JsonFields.text(edit, "reason", reason, JsonFields.TEXT),
                JsonFields.text(edit, "basis", basis, JsonFields.TEXT),
                JsonFields.text(edit, "funding", funding, JsonFields.TEXT));
    }

    String hash() {
        return RowHashes.hash(reason, basis, funding);
    }
}
