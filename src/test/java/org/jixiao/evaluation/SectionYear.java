package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignIn;
import org.jixiao.target.Years;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Walks one section of the demonstration's year 2023 through its steps, by the people of the demonstration. */
final class SectionYear {

    static final String UNIT = "szxxzx";
    static final int YEAR = 2023;
    static final List<String> APPROVERS = List.of("chief.general", "deputy", "director", "bureau");

    private final ApplicationContext context;
    private final String section;
    private final Cases cases;
    private final Verbs verbs;
    private final SelfEvaluations evaluations;
    private final ObjectMapper json;

    SectionYear(ApplicationContext context, String section) {
        this.context = context;
        this.section = section;
        cases = context.getBean(Cases.class);
        verbs = context.getBean(Verbs.class);
        evaluations = context.getBean(SelfEvaluations.class);
        json = context.getBean(ObjectMapper.class);
    }

    Actor actor(String login) {
        return SignIn.actor(context, login);
    }

    Actor chief() {
        return actor("chief." + section);
    }

    /** The one open task of the section's case in the period (null: its targets). */
    Cases.StepState open(@Nullable String period) {
        return cases.steps(UNIT, YEAR).stream()
                .filter(s -> section.equals(s.section()) && "OPEN".equals(s.state()))
                .filter(s -> java.util.Objects.equals(period, s.period()))
                .findFirst()
                .orElseThrow();
    }

    boolean isOpen(String period) {
        return cases.steps(UNIT, YEAR).stream()
                .anyMatch(s -> section.equals(s.section()) && period.equals(s.period()) && "OPEN".equals(s.state()));
    }

    Verbs.Result act(String login, Verb verb, @Nullable String period, @Nullable JsonNode body, String opinion) {
        Cases.StepState step = open(period);
        return verbs.act(
                actor(login),
                step.taskId(),
                Act.of(verb, cases.revision(step.caseId())).body(body).opinion(opinion));
    }

    void declareAndApprove() {
        act("chief." + section, Verb.SUBMIT, null, null, "");
        approve(null, APPROVERS);
    }

    /** Whoever's own step was skipped is not asked. */
    void approve(@Nullable String period, List<String> logins) {
        for (String login : logins) {
            if (section.equals("general") && login.equals("chief.general")) continue;
            act(login, Verb.APPROVE, period, null, "同意");
        }
    }

    void openPeriod(Period period) {
        context.getBean(Years.class).openEvaluation(actor("chief.general"), UNIT, YEAR, period.name(), "演示");
    }

    SheetView sheet(Period period) {
        return evaluations.read(chief(), UNIT, YEAR, section, period).sheet();
    }

    SheetView.RowView row(Period period, int seq) {
        return sheet(period).rows().stream().filter(r -> r.seq() == seq).findFirst().orElseThrow();
    }

    /** Every row as its target asks, so that each is met; then the exceptions by number. */
    void fill(Period period, Map<Integer, String> exceptions) {
        ObjectNode body = json.createObjectNode();
        var rows = body.putArray("rows");
        Map<Integer, String> other = new TreeMap<>(exceptions);
        for (SheetView.RowView row : sheet(period).rows()) {
            if (!row.open() || row.executionRate()) continue;
            ObjectNode change = rows.addObject().put("id", row.id()).put("forecast", number(row.annualText()));
            String actual = other.getOrDefault(row.seq(), number(row.judged()));
            if (row.measure().equals("QUALITATIVE")) {
                change.put("actual", row.judged()).put("band", "95").put("basis", "按台账");
            } else if (row.measure().equals("RATE")) {
                change.put("numerator", actual).put("denominator", "100");
            } else {
                change.put("actual", actual);
            }
        }
        save(body);
    }

    private static String number(String text) {
        String plain = text.replaceAll("[^0-9.]", "");
        return plain.isEmpty() ? text : plain;
    }

    void save(JsonNode body) {
        Period period = isOpen("FULL_YEAR") ? Period.FULL_YEAR : Period.HALF_YEAR;
        Cases.StepState step = open(period.name());
        verbs.act(chief(), step.taskId(), Act.of(Verb.SAVE, cases.revision(step.caseId())).body(body));
    }

    void say(String row, String... fields) {
        ObjectNode body = json.createObjectNode();
        ObjectNode change = body.putArray("rows").addObject().put("id", row);
        for (int i = 0; i < fields.length; i += 2) change.put(fields[i], fields[i + 1]);
        save(body);
    }

    void explain(String row) {
        say(row, "reasonCategory", "RULES", "reason", "协议尚未签订", "correctiveMeasure", "8 月底前签订");
    }

    java.util.UUID handIn(Period period, String row, String name) {
        return context.getBean(EvidenceShelf.class).handIn(
                chief(), UNIT, YEAR, section, period, row, name, "证明材料".getBytes(StandardCharsets.UTF_8));
    }

    ObjectNode asOf(String day) {
        return json.createObjectNode().put("asOf", day);
    }
}
