package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code matrix/verbs.csv}, cell by cell. */
@ProductTest
@DemoData
class VerbMatrixTest {

    private static final List<Verb> VERBS = List.of(
            Verb.SAVE,
            Verb.SUBMIT,
            Verb.APPROVE,
            Verb.ACCEPT,
            Verb.RETURN,
            Verb.WITHDRAW,
            Verb.TAKE_BACK,
            Verb.URGE,
            Verb.TRANSFER,
            Verb.COPY,
            Verb.REJECT,
            Verb.DELEGATE,
            Verb.RESOLVE,
            Verb.ADD_BEFORE,
            Verb.ADD_AFTER,
            Verb.ADD_SIGNER);

    @Autowired
    Verbs verbs;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    /** A refusal changes nothing, so one case serves all refusals of a state. */
    private final Map<String, String> untouched = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> every_cell() throws IOException {
        probe.deploy();
        var format = CSVFormat.DEFAULT.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        try (var in = new InputStreamReader(
                getClass().getResourceAsStream("/matrix/verbs.csv"), StandardCharsets.UTF_8)) {
            return format.parse(in).getRecords().stream().flatMap(row -> VERBS.stream()
                    .map(verb -> DynamicTest.dynamicTest(
                            String.join(" ", row.get("state"), row.get("task"), row.get("person"), verb.code()),
                            () -> cell(row, verb))));
        }
    }

    private void cell(CSVRecord row, Verb verb) {
        String expected = row.get(verb.code());
        String state = row.get("state");
        String caseId = "yes".equals(expected) ? fresh(state) : untouched.computeIfAbsent(state, this::fresh);
        String task = "open".equals(row.get("task")) ? probe.open(caseId) : last(caseId);
        var actor = probe.actor(row.get("person"));
        String other = "chief.security".equals(row.get("person")) ? "chief.city" : "chief.security";
        var act = probe.act(verb, caseId).opinion("意见").receivers(receivers(verb, other));
        if ("yes".equals(expected)) {
            assertThatCode(() -> verbs.act(actor, task, act)).doesNotThrowAnyException();
        } else {
            var refusal = catchThrowableOfType(Refusal.class, () -> verbs.act(actor, task, act));
            assertThat(refusal).as("a refusal").isNotNull();
            assertThat(String.valueOf(refusal.kind().status)).as(refusal.code()).isEqualTo(expected);
        }
    }

    private String fresh(String state) {
        return switch (state) {
            case "filling" -> probe.start("data");
            case "submitted" -> probe.submitted("data");
            case "examined" -> {
                String caseId = probe.submitted("data");
                probe.does("chief.general", caseId, Verb.APPROVE);
                yield caseId;
            }
            case "transferred" -> {
                String caseId = probe.submitted("data");
                verbs.act(
                        probe.actor("chief.general"),
                        probe.open(caseId),
                        probe.act(Verb.TRANSFER, caseId)
                                .opinion("出差")
                                .receivers(List.of(probe.actor("chief.security").id())));
                yield caseId;
            }
            case "delegated" -> handed(Verb.DELEGATE, probe.actor("chief.security").id());
            case "asked" -> handed(Verb.ADD_BEFORE, probe.post("chief.security"));
            case "copied" -> {
                String caseId = probe.submitted("data");
                verbs.act(
                        probe.actor("chief.general"),
                        probe.open(caseId),
                        probe.act(Verb.COPY, caseId).receivers(List.of(probe.post("chief.city"))));
                yield caseId;
            }
            case "own" -> probe.submitted("general");
            default -> throw new IllegalArgumentException(state);
        };
    }

    private String handed(Verb verb, UUID to) {
        String caseId = probe.submitted("data");
        verbs.act(
                probe.actor("chief.general"),
                probe.open(caseId),
                probe.act(verb, caseId).opinion("请看").receivers(List.of(to)));
        return caseId;
    }

    private List<UUID> receivers(Verb verb, String login) {
        return switch (verb) {
            case TRANSFER, DELEGATE -> List.of(probe.actor(login).id());
            case COPY, ADD_BEFORE, ADD_AFTER, ADD_SIGNER -> List.of(probe.post(login));
            default -> List.of();
        };
    }

    private String last(String caseId) {
        return jdbc.sql("select task_id from case_step where case_id = ? and state = 'DONE' order by seq desc limit 1")
                .param(caseId)
                .query(String.class)
                .single();
    }
}
