package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.RowScope;
import org.springframework.stereotype.Component;

/** The content of the year's own case: the vector of the sections' versions, which archiving closes. */
@Component
class YearContent implements CaseContent {

    private final TargetTables tables;
    private final TargetSheets sheets;
    private final TargetReaders readers;
    private final Organisation organisation;
    private final ObjectMapper json;

    YearContent(TargetTables tables, TargetSheets sheets, TargetReaders readers, Organisation organisation, ObjectMapper json) {
        this.tables = tables;
        this.sheets = sheets;
        this.readers = readers;
        this.organisation = organisation;
        this.json = json;
    }

    @Override
    public String name() {
        return YearProcess.CONTENT;
    }

    @Override
    public List<Finding> check(CaseFacts facts, String step) {
        return tables.find(facts.unit(), facts.year()).map(table -> sheets.adjusting(table.id())).orElse(List.of()).stream()
                .map(sheet -> Finding.error("adjustment.open", null, null, name(facts.unit(), sheet.section())))
                .toList();
    }

    private String name(String unit, String section) {
        return organisation.section(unit, section).map(Section::name).orElse(section);
    }

    @Override
    public void save(CaseFacts facts, String step, Actor by, RowScope scope, JsonNode body) {
        if (body.isObject() && body.isEmpty()) return;
        throw Refusal.malformed("body.field", "body");
    }

    /** Section → hash of its version in the table. */
    @Override
    public Map<String, String> rowHashes(CaseFacts facts) {
        var hashes = new LinkedHashMap<String, String>();
        tables.find(facts.unit(), facts.year())
                .ifPresent(table -> sheets.newest(table.id())
                        .forEach(s -> hashes.put(s.section(), RowHashes.hash(s.section(), s.state().name(), String.valueOf(s.version())))));
        return hashes;
    }

    @Override
    public JsonNode snapshot(CaseFacts facts) {
        return json.valueToTree(view(facts));
    }

    @Override
    public Object view(CaseFacts facts, String step, Actor reader) {
        return view(facts);
    }

    /** @param versions section → version */
    record Closing(int year, String state, Map<String, Integer> versions) {}

    private Closing view(CaseFacts facts) {
        var versions = new LinkedHashMap<String, Integer>();
        var table = tables.find(facts.unit(), facts.year()).orElseThrow(Refusal::forbidden);
        sheets.newest(table.id()).forEach(sheet -> versions.put(sheet.section(), sheet.version()));
        return new Closing(table.year(), table.state().name(), versions);
    }

    @Override
    public boolean mayRead(CaseFacts facts, Actor reader) {
        return readers.mayReadInForce(reader, facts.unit());
    }

    @Override
    public Attention attention(CaseFacts facts) {
        return Attention.NONE;
    }
}
