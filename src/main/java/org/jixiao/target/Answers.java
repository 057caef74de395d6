package org.jixiao.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jixiao.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers to contradictions of a year's table; the newest of each question. */
@Component
class Answers {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Answers(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param asked the question as either row is asked it */
    record Answer(String key, String figures, List<Asked> asked, String text, String by, Instant at) {}

    record Asked(UUID indicator, String code, List<String> args) {
        static Asked of(Contradiction c) {
            return new Asked(c.row().indicator(), c.code(), c.args());
        }
    }

    Map<String, Answer> of(UUID table) {
        var newest = new LinkedHashMap<String, Answer>();
        jdbc.sql("select distinct on (key) * from contradiction_answer where table_id = ? order by key, answered_at desc, id desc")
                .param(table)
                .query((r, i) -> new Answer(
                        r.getString("key"), r.getString("figures"), read(r.getString("asked")), r.getString("answer"),
                        r.getString("answered_name"), r.getTimestamp("answered_at").toInstant()))
                .list()
                .forEach(answer -> newest.put(answer.key(), answer));
        return newest;
    }

    void add(UUID table, Contradiction c, List<Asked> asked, String text, Actor by, Instant at) {
        jdbc.sql("insert into contradiction_answer values (?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?)")
                .params(Ids.next(), table, c.key(), c.figures(), write(asked), text, by.id(), by.name(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Asked> read(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(List<Asked> asked) {
        try {
            return json.writeValueAsString(asked);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
