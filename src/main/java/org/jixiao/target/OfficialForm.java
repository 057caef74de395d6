package org.jixiao.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jixiao.base.Ids;
import org.springframework.stereotype.Component;

/** What an empty table of a year starts from: the form's money lines, default weights and words, kept as data. */
@Component
class OfficialForm {

    private final Template template;

    OfficialForm(ObjectMapper json) {
        try (var in = Objects.requireNonNull(OfficialForm.class.getResourceAsStream("/target/form.json"))) {
            template = json.readValue(in, Template.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Template(LinkedHashMap<String, String> weights, List<String> words, List<Line> funds) {}

    private record Line(String side, String kind, String item) {}

    Map<String, String> weights() {
        return template.weights();
    }

    /** @param words the year's words; none: those of the form */
    UnitPart empty(List<String> words) {
        var funds = template.funds().stream()
                .map(l -> new UnitPart.Fund(Ids.next(), l.side(), l.kind(), l.item(), "", "", ""))
                .toList();
        return new UnitPart("", "", "", "", "", "", "", weights(), words.isEmpty() ? template.words() : words, funds);
    }
}
