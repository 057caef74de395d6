package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Offices;
import org.jixiao.organisation.People;
import org.jixiao.organisation.Role;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who reads what of a self-evaluation while it goes to and fro. */
@ProductTest
@DemoData
class ReadersTest {

    private static final int SOURCES = 46;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SelfEvaluations evaluations;

    @Autowired
    private EvidenceShelf shelf;

    @Autowired
    private Cases cases;

    private SectionYear data;
    private String red = "";

    @Test
    void whatIsTypedAgainIsTheSectionsOwnUntilItIsSubmitted() {
        Actor other = aDeputyOfAnotherSection();
        data = new SectionYear(context, "data");
        data.declareAndApprove();
        data.openPeriod(Period.HALF_YEAR);
        data.fill(Period.HALF_YEAR, Map.of(SOURCES, "12"));
        red = data.row(Period.HALF_YEAR, SOURCES).id();
        data.explain(red);
        UUID handedIn = data.handIn(Period.HALF_YEAR, red, "清单.txt");
        submit();
        assertThat(actual("deputy")).isEqualTo("12");
        assertThat(sheet(other).rows()).hasSize(10);
        hidden("bureau");

        withdraw();
        data.say(red, "actual", "15");
        UUID added = data.handIn(Period.HALF_YEAR, red, "新清单.txt");
        assertThat(actual("chief.general")).isEqualTo("15");
        for (String login : List.of("deputy", "director")) {
            assertThat(actual(login)).isEqualTo("12");
            assertThat(row(login).evidence()).extracting(SheetView.FileView::name).containsExactly("清单.txt");
            assertThat(shelf.file(data.actor(login), handedIn).name()).isEqualTo("清单.txt");
            assertThatThrownBy(() -> shelf.file(data.actor(login), added)).isInstanceOf(Refusal.class);
        }
        data.say(red, "actual", "12.1");
        submit();
        assertThat(actual("director")).isEqualTo("12.1");

        data.act("chief.general", Verb.RETURN, "HALF_YEAR", null, "请核对");
        data.say(red, "actual", "12.2");
        assertThat(actual("deputy")).isEqualTo("12.1");
        submit();
        data.approve("HALF_YEAR", SectionYear.APPROVERS);
        assertThat(actual("bureau")).isEqualTo("12.2");

        theBureauReadsAReEvaluationWhenItReachesIt();
    }

    private void theBureauReadsAReEvaluationWhenItReachesIt() {
        data.say(red, "measure", "由牵头科室协调签订", "deadline", "2099-08-31");
        submit();
        data.say(red, "result", "已签 3 个");
        submit();
        data.act("deputy", Verb.APPROVE, "HALF_YEAR", null, "");
        data.save(data.asOf("2023-08-31"));
        data.say(red, "actual", "16");
        assertThat(actual("deputy")).isEqualTo("12.2");
        submit();
        assertThat(actual("deputy")).isEqualTo("16");
        assertThat(actual("bureau")).isEqualTo("12.2");
        SheetView submitted = sheet(data.actor("deputy"));
        withdraw();
        data.say(red, "actual", "17");
        assertThat(sheet(data.actor("deputy"))).isEqualTo(submitted);
        data.say(red, "actual", "16");
        submit();
        data.approve("HALF_YEAR", List.of("chief.general", "deputy", "director"));
        assertThat(actual("bureau")).isEqualTo("16");
    }

    private Actor aDeputyOfAnotherSection() {
        Actor admin = new Actor(new UUID(0, 1), "admin", "admin", EnumSet.allOf(Role.class));
        LocalDate from = LocalDate.of(2020, 1, 1);
        Offices offices = context.getBean(Offices.class);
        UUID post = offices.addDeputy(admin, SectionYear.UNIT, "副主任", List.of("city"), from);
        var person = context.getBean(People.class).add(admin, "deputy.city", "副主任");
        offices.appoint(admin, post, person.id(), from, null);
        return new Actor(person.id(), person.login(), person.name(), person.roles());
    }

    private void submit() {
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
    }

    private void withdraw() {
        Cases.StepState submitted = cases.steps(SectionYear.UNIT, SectionYear.YEAR).stream()
                .filter(s -> "data".equals(s.section()) && "HALF_YEAR".equals(s.period()) && "DONE".equals(s.state()))
                .reduce((a, b) -> b)
                .orElseThrow();
        context.getBean(Verbs.class)
                .act(data.chief(), submitted.taskId(), Act.of(Verb.WITHDRAW, cases.revision(submitted.caseId())));
    }

    private SheetView sheet(Actor reader) {
        return evaluations
                .read(reader, SectionYear.UNIT, SectionYear.YEAR, "data", Period.HALF_YEAR)
                .sheet();
    }

    private SheetView.RowView row(String login) {
        return sheet(data.actor(login)).rows().stream()
                .filter(r -> r.id().equals(red))
                .findFirst()
                .orElseThrow();
    }

    private String actual(String login) {
        return row(login).figures().actual();
    }

    private void hidden(String login) {
        assertThatThrownBy(() -> sheet(data.actor(login)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }
}
