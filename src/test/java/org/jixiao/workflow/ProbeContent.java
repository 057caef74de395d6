package org.jixiao.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The smallest content there can be, for tests of verbs on a model the product has never seen: rows of text. */
@Component
class ProbeContent implements CaseContent {

    private final JdbcClient jdbc;
    private final ObjectMapper mapper;

    ProbeContent(JdbcClient jdbc, ObjectMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "probe";
    }

    Map<String, String> rows(String caseId) {
        var rows = new TreeMap<String, String>();
        jdbc.sql("select id, text from probe_row where case_id = ?").param(caseId).query(r -> {
            rows.put(r.getString(1), r.getString(2));
        });
        return rows;
    }

    @Override
    public List<Finding> check(CaseFacts facts, String step) {
        return rows(facts.caseId()).entrySet().stream()
                .filter(e -> e.getValue().isBlank())
                .map(e -> Finding.error("return.row", e.getKey(), "text"))
                .toList();
    }

    @Override
    public void save(CaseFacts facts, String step, Actor by, RowScope scope, JsonNode body) {
        for (JsonNode row : body.path("rows")) {
            String id = row.path("id").asText();
            String before = rows(facts.caseId()).get(id);
            if (before != null && !scope.permits(id)) throw Refusal.invalid("row.locked");
            jdbc.sql(
                            """
                            insert into probe_row (case_id, id, text) values (?, ?, ?)
                            on conflict (case_id, id) do update set text = excluded.text""")
                    .params(facts.caseId(), id, row.path("text").asText())
                    .update();
        }
    }

    @Override
    public Map<String, String> rowHashes(CaseFacts facts) {
        var hashes = new TreeMap<String, String>();
        rows(facts.caseId()).forEach((id, text) -> hashes.put(id, Ledger.sha256(text)));
        return hashes;
    }

    @Override
    public JsonNode snapshot(CaseFacts facts) {
        return mapper.valueToTree(rows(facts.caseId()));
    }

    @Override
    public Object view(CaseFacts facts, String step, Actor reader) {
        return rows(facts.caseId());
    }

    @Override
    public boolean mayRead(CaseFacts facts, Actor reader) {
        return false;
    }

    @Override
    public Attention attention(CaseFacts facts) {
        return new Attention(rows(facts.caseId()).size(), 0, 0, 0, 0);
    }
}
