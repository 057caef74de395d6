package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.harness.Statements;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jixiao.workflow.Versions;
import org.jixiao.workflow.Versions.Version;
import org.jixiao.workflow.Difference;
import org.jixiao.workflow.gate.Differences;
import org.jixiao.workflow.Difference.Facet;
import org.jixiao.workflow.Difference.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What modellers read of what is deployed. */
@ProductTest
@DemoData
class VersionsTest {

    @Autowired
    Versions versions;

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Probe probe;

    @Autowired
    ApplicationContext context;

    Actor modeller;

    @BeforeEach
    void the_modeller_is_there() {
        modeller = probe.actor("modeller");
    }

    @Test
    void a_version_says_who_deployed_it_when_and_why_and_a_shipped_one_that_it_was_shipped() {
        Sketch.deploy(context, "told", "初版", Sketch.ONE);
        Sketch.deploy(context, "told", "改由市局批", Sketch.step("a", "bureau", ""));
        assertThat(versions.of(modeller, "told")).extracting(Version::version).containsExactly(2, 1);
        var latest = versions.of(modeller, "told").get(0).origin();
        assertThat(latest.by()).isEqualTo(modeller.name());
        assertThat(latest.why()).isEqualTo("改由市局批");
        assertThat(latest.source()).isEqualTo("browser");
        var shipped = versions.live(modeller).stream().filter(l -> l.latest().process().equals("section-targets")).findFirst().orElseThrow();
        assertThat(shipped.latest().origin().shipped()).isTrue();
        assertThat(shipped.nameEn()).isNotBlank().doesNotContain("科室");
        assertThat(shipped.inUse()).isTrue();
    }

    @Test
    void running_cases_are_counted_by_version_and_where_they_wait() {
        var first = Sketch.deploy(context, "counted", "一", Sketch.ONE, Sketch.step("b", "bureau", ""));
        String one = Sketch.start(context, first);
        Sketch.start(context, first);
        verbs.act(probe.actor("director"), probe.open(one), Act.of(Verb.APPROVE, cases.revision(one)));
        Sketch.start(context, Sketch.deploy(context, "counted", "二", Sketch.ONE));
        assertThat(versions.of(modeller, "counted")).extracting(Version::running).containsExactly(1L, 2L);
        assertThat(live("counted").running()).isEqualTo(3);
        var traffic = versions.traffic(modeller, "counted");
        assertThat(traffic.of(1).get("a").waiting()).isEqualTo(1);
        assertThat(traffic.of(1).get("b").waiting()).isEqualTo(1);
        assertThat(traffic.of(2).get("a").waiting()).isEqualTo(1);
        assertThat(traffic.of(1).get("a").done()).isEqualTo(1);
        assertThat(traffic.of(1).get("a").median()).isNotNull();
        assertThat(traffic.of(1).get("b").median()).isNull();
    }

    private Versions.Live live(String process) {
        return versions.live(modeller).stream().filter(l -> l.latest().process().equals(process)).findFirst().orElseThrow();
    }

    @Test
    void returns_are_counted_where_they_happen() {
        var definition = Sketch.deploy(context, "back", "一", Sketch.step("a", "director", Sketch.property("kind", "fill")), Sketch.step("b", "bureau", ""));
        String one = Sketch.start(context, definition);
        verbs.act(probe.actor("director"), probe.open(one), Act.of(Verb.SUBMIT, cases.revision(one)));
        verbs.act(probe.actor("bureau"), probe.open(one), Act.of(Verb.RETURN, cases.revision(one)).opinion("请补充").to("a"));
        var traffic = versions.traffic(modeller, "back");
        assertThat(traffic.of(1).get("b").returned()).isEqualTo(1);
        assertThat(traffic.backs()).containsExactly(new Versions.Back(1, "b", "a", 1));
    }

    @Test
    void reading_costs_as_many_statements_for_many_cases_as_for_few() {
        var definition = Sketch.deploy(context, "cost", "一", Sketch.ONE);
        Sketch.start(context, definition);
        versions.live(modeller);
        int list = Statements.of(() -> versions.live(modeller));
        int traffic = Statements.of(() -> versions.traffic(modeller, "cost"));
        for (int i = 0; i < 5; i++) Sketch.start(context, definition);
        assertThat(Statements.of(() -> versions.live(modeller))).isEqualTo(list).isEqualTo(1);
        assertThat(Statements.of(() -> versions.traffic(modeller, "cost"))).isEqualTo(traffic).isEqualTo(2);
    }

    @Test
    void a_difference_names_what_was_added_removed_and_changed() {
        var before = Sketch.model("d", Sketch.step("a", "director", Sketch.property("deadline", "3")), Sketch.step("gone", "bureau", ""));
        var after = Sketch.model("d", Sketch.step("a", "bureau", Sketch.property("deadline", "2")).replace("步骤a", "审定"), Sketch.step("fresh", "director", ""));
        List<Difference> found = Differences.between(Sketch.bytes(before), Sketch.bytes(after));
        var a = found.stream().filter(d -> d.id().equals("a")).findFirst().orElseThrow();
        assertThat(a.kind()).isEqualTo(Kind.CHANGED);
        assertThat(a.facets()).containsExactlyInAnyOrder(
                new Facet("name", "步骤a", "审定"),
                new Facet("candidateGroups", "${posts.director(unit)}", "${posts.bureau(unit)}"),
                new Facet("property.deadline", "3", "2"));
        assertThat(found).filteredOn(d -> d.kind() == Kind.ADDED).extracting(Difference::id).containsExactlyInAnyOrder("fresh", "afresh", "freshe");
        assertThat(found).filteredOn(d -> d.kind() == Kind.REMOVED).extracting(Difference::id).containsExactlyInAnyOrder("gone", "agone", "gonee");
        assertThat(found).filteredOn(d -> d.kind() == Kind.CHANGED).extracting(Difference::id).containsExactly("a");
        assertThat(found).filteredOn(d -> d.id().equals("afresh")).flatExtracting(Difference::facets).contains(new Facet("sourceRef", null, "审定"));
        assertThat(Differences.between(Sketch.bytes(before), Sketch.bytes(before))).isEmpty();
    }

    @Test
    void what_only_moved_on_the_drawing_is_no_difference() {
        String before = Sketch.model("d", Sketch.ONE);
        assertThat(Differences.between(Sketch.bytes(before), Sketch.bytes(before.replace("x='200'", "x='260'")))).isEmpty();
    }

    @Test
    void a_stored_version_is_judged_by_the_gate_of_today_and_its_files_can_be_taken_along() {
        Leave.begun(context);
        var version = versions.of(modeller, "leave").get(0);
        var model = versions.model(modeller, "leave", version.version());
        assertThat(model.findings()).noneMatch(Finding::blocks);
        assertThat(model.files()).contains("外出.bpmn", "leave.form");
        assertThat(versions.file(modeller, "leave", version.version(), "leave.form")).isNotEmpty();
        assertThatThrownBy(() -> versions.file(modeller, "leave", version.version(), "other.form")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_refused_upload_is_remembered_with_its_findings() {
        assertThatThrownBy(() -> Sketch.deploy(context, "试试", Map.of("bad.bpmn", Sketch.bytes(Sketch.model("bad", Sketch.ONE).replace("posts.director(unit)", "x.y()")))))
                .isInstanceOf(Refusal.class);
        var refused = versions.refused(modeller, "bad.bpmn").get(0);
        assertThat(refused.why()).isEqualTo("试试");
        assertThat(refused.findings()).anyMatch(f -> f.blocks() && "a".equals(f.row()));
        assertThat(versions.refused(modeller, "other.bpmn")).isEmpty();
    }

    @Test
    void modellers_only() {
        for (String login : List.of("chief.data", "director", "sysadmin", "secadmin", "auditor")) {
            Actor other = probe.actor(login);
            for (Runnable read : List.<Runnable>of(
                    () -> versions.live(other),
                    () -> versions.of(other, "section-targets"),
                    () -> versions.model(other, "section-targets", 1),
                    () -> versions.file(other, "section-targets", 1, "section-targets.bpmn"),
                    () -> versions.difference(other, "section-targets", 1, 1),
                    () -> versions.replaced(other, new byte[0]),
                    () -> versions.traffic(other, "section-targets"),
                    () -> versions.refused(other, null))) assertThatThrownBy(read::run).isInstanceOf(Refusal.class);
        }
    }
}
