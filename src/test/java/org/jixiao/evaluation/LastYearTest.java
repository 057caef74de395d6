package org.jixiao.evaluation;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.PageTest;
import org.jixiao.base.Ids;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An examiner reads a self-evaluation against the same period of the year before. */
@DisplayName("A self-evaluation beside last year's")
class LastYearTest extends PageTest {

    @Test
    void rows_differ_from_the_same_period_of_last_year_or_were_not_there() {
        var data = new SectionYear(context, "data");
        data.declareAndApprove();
        data.openPeriod(Period.HALF_YEAR);
        data.fill(Period.HALF_YEAR, Map.of());
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        String task = data.open("HALF_YEAR").taskId();
        signIn("chief.general");
        go("task/" + task);
        assertThat(since()).as("nothing was decided last year").doesNotContain("较上年");

        SheetView.RowView differs = data.row(Period.HALF_YEAR, 46);
        SheetView.RowView same = data.row(Period.HALF_YEAR, 40);
        decidedIn(2022, Period.HALF_YEAR, data, differs, "9", "≥15个");
        decidedIn(2022, Period.HALF_YEAR, data, same, null, null);
        // Another period and an older year are not what is asked for.
        decidedIn(2022, Period.FULL_YEAR, data, data.row(Period.HALF_YEAR, 41), "1", null);
        decidedIn(2021, Period.HALF_YEAR, data, data.row(Period.HALF_YEAR, 42), "1", null);

        var sheet = context.getBean(Cases.class).task(data.actor("chief.general"), task);
        var found = context.getBean(SelfEvaluations.class).sinceLastYear(sheet, data.actor("chief.general"));
        assertThat(found).containsOnlyKeys(differs.id(), same.id());
        assertThat(found.get(differs.id())).containsEntry("actual", "9个").containsEntry("halfText", "≥15个");
        assertThat(found.get(same.id())).isEmpty();

        go("task/" + task);
        assertThat(since()).contains("较上年");
        _click(_get(Button.class, s -> s.withText("较上年")));
        assertThat(words()).contains("1 项不同，1 项相同");
        Div entry = _find(Div.class, s -> s.withClasses("jx-ev-entry")).stream()
                .filter(e -> e.getId().orElse("").equals("row-" + differs.id()))
                .findFirst()
                .orElseThrow();
        assertThat(_find(entry, com.vaadin.flow.component.html.Span.class, s -> s.withClasses("jx-old")).stream()
                        .map(com.vaadin.flow.component.html.Span::getText))
                .contains("9个", "≥15个");
    }

    private List<String> since() {
        return _find(Button.class).stream().map(Button::getText).toList();
    }

    /** As the bureau would have decided it then; with nothing said, exactly as this year's. */
    private void decidedIn(int year, Period period, SectionYear data, SheetView.RowView row, String actual, String half) {
        var jdbc = context.getBean(JdbcClient.class);
        UUID evaluation = jdbc.sql("select id from evaluation where unit = ? and year = ? and section = 'data' and period = ?")
                .params(SectionYear.UNIT, year, period.name())
                .query(UUID.class)
                .optional()
                .orElseGet(() -> {
                    UUID id = Ids.next();
                    jdbc.sql("insert into evaluation (id, unit, year, section, period, phase) values (?, ?, ?, 'data', ?, 'CLOSED')")
                            .params(id, SectionYear.UNIT, year, period.name())
                            .update();
                    return id;
                });
        var evaluations = context.getBean(Evaluations.class);
        var now = context.getBean(Sheets.class).evaluation(SectionYear.UNIT, SectionYear.YEAR, "data", Period.HALF_YEAR);
        Line line = context.getBean(Readers.class).sheet(now, data.actor("chief.general")).lines().stream()
                .filter(l -> l.id().equals(row.id()))
                .findFirst()
                .orElseThrow();
        var json = context.getBean(ObjectMapper.class);
        Judgement judged = line.judgement();
        if (actual != null)
            judged = new Judgement(
                    judged.state(), judged.early(), judged.ratio(), Fraction.of(new BigDecimal(actual)), judged.flagged(), judged.why());
        ObjectNode decided = json.valueToTree(new Decided(line.row(), judged, line.score()));
        if (half != null) ((ObjectNode) decided.get("row")).put("halfText", half);
        ObjectNode figures = json.valueToTree(line.figures());
        if (actual != null) figures.put("actual", actual);
        evaluations.row(evaluation, line.row().indicator(), 0, json.convertValue(figures, Figures.class));
        evaluations.decided(evaluation, 0, json.convertValue(decided, Decided.class));
    }
}
