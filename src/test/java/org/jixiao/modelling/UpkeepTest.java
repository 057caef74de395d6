package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Upkeep;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jixiao.workflow.Versions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Out of use, in use again, an old version revived. */
@ProductTest
@DemoData
class UpkeepTest {

    @Autowired
    Upkeep upkeep;

    @Autowired
    Versions versions;

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    Actor modeller;

    @BeforeEach
    void the_modeller_is_there() {
        modeller = probe.actor("modeller");
    }

    private static String timed(String id) {
        return "<bpmn:userTask id='" + id + "' name='办' camunda:candidateGroups='${posts.director(unit)}'/>"
                + "<bpmn:boundaryEvent id='late' attachedToRef='" + id + "' cancelActivity='false'><bpmn:timerEventDefinition id='ted'>"
                + "<bpmn:timeDuration>P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                + "<bpmn:sequenceFlow id='later' sourceRef='late' targetRef='over'/><bpmn:endEvent id='over'/>";
    }

    @Test
    void out_of_use_nothing_starts_what_runs_goes_on_with_its_timers_and_in_use_it_starts_again() {
        var old = Sketch.deploy(context, "resting", "一", Sketch.step("a", "director", ""), timed("b"));
        var latest = Sketch.deploy(context, "resting", "二", Sketch.step("a", "director", ""), timed("b"));
        String running = Sketch.start(context, latest);
        upkeep.takeOutOfUse(modeller, "resting", "制度已改");
        assertThat(upkeep.inUse(modeller, "resting")).isFalse();
        for (var version : List.of(old, latest))
            assertThatThrownBy(() -> Sketch.start(context, version))
                    .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("model.outOfUse"));
        verbs.act(probe.actor("director"), probe.open(running), Act.of(Verb.APPROVE, cases.revision(running)));
        assertThat(jdbc.sql("select suspension_state_ from act_ru_job where process_instance_id_ = ?").param(running).query(Integer.class).list())
                .containsExactly(1);
        var use = upkeep.use(modeller, "resting").orElseThrow();
        assertThat(use.why()).isEqualTo("制度已改");
        assertThat(use.by()).isEqualTo(modeller.name());
        upkeep.putInUse(modeller, "resting", "又要用");
        Sketch.start(context, latest);
        assertThat(jdbc.sql("select what from record_entry where subject like '%制度已改%' or subject like '%又要用%' order by seq").query(String.class).list())
                .containsExactly("model-out-of-use", "model-in-use");
    }

    @Test
    void twice_is_told_and_without_a_reason_nothing_happens() {
        Sketch.deploy(context, "twice", "一", Sketch.ONE);
        assertThatThrownBy(() -> upkeep.takeOutOfUse(modeller, "twice", " ")).isInstanceOf(Refusal.class);
        assertThat(upkeep.inUse(modeller, "twice")).isTrue();
        upkeep.takeOutOfUse(modeller, "twice", "停");
        assertThatThrownBy(() -> upkeep.takeOutOfUse(modeller, "twice", "停"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
    }

    @Test
    void what_a_year_starts_or_another_process_calls_stays_in_use() {
        assertThatThrownBy(() -> upkeep.takeOutOfUse(modeller, "section-targets", "停"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("model.neededByYear"));
        Sketch.deploy(context, "callee", "一", Sketch.ONE);
        Sketch.deploy(context, "caller", "一", "<bpmn:callActivity id='call' name='叫' calledElement='callee'/>");
        assertThatThrownBy(() -> upkeep.takeOutOfUse(modeller, "callee", "停"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("model.called"));
        upkeep.takeOutOfUse(modeller, "caller", "停");
        upkeep.takeOutOfUse(modeller, "callee", "停");
        assertThat(upkeep.inUse(modeller, "callee")).isFalse();
    }

    @Test
    void an_old_version_is_deployed_anew_with_its_forms_and_without_other_processes() {
        Leave.begun(context);
        int old = versions.of(modeller, "leave").get(0).version();
        Sketch.deploy(context, "简化", Map.of("外出.bpmn", Sketch.bytes(Sketch.model("leave", Sketch.ONE))));
        var revived = upkeep.revive(modeller, "leave", old, "还是原来的好");
        var latest = versions.of(modeller, "leave").get(0);
        assertThat(latest.version()).isEqualTo(old + 2);
        assertThat(latest.origin().why()).isEqualTo("还是原来的好");
        assertThat(versions.model(modeller, "leave", latest.version()).files()).containsExactlyInAnyOrder("外出.bpmn", "leave.form");
        assertThat(versions.difference(modeller, "leave", old, latest.version())).isEmpty();
        assertThat(revived.source()).isEqualTo("revived");
        assertThat(upkeep.revive(modeller, "rectification", 1, "试").definitions()).hasSize(1);
    }

    @Test
    void an_old_version_that_the_gate_of_today_refuses_is_not_revived() {
        var old = Sketch.deploy(context, "strict", "一", Sketch.ONE);
        // what passed once, with a rule that came later
        jdbc.sql("update act_ge_bytearray set bytes_ = ? where deployment_id_ = ? and name_ = 'strict.bpmn'")
                .params(Sketch.model("strict", Sketch.ONE).replace("posts.director(unit)", "gone.post(unit)").getBytes(StandardCharsets.UTF_8), old.deployment())
                .update();
        Sketch.deploy(context, "strict", "二", Sketch.ONE);
        assertThat(versions.model(modeller, "strict", 1).findings()).anyMatch(f -> f.blocks() && "a".equals(f.row()));
        assertThatThrownBy(() -> upkeep.revive(modeller, "strict", 1, "恢复"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.findings()).isNotEmpty());
        assertThat(versions.of(modeller, "strict")).hasSize(2);
    }

    @Test
    void modellers_only() {
        for (String login : List.of("chief.data", "director", "sysadmin", "auditor")) {
            Actor other = probe.actor(login);
            for (Runnable deed : List.<Runnable>of(
                    () -> upkeep.takeOutOfUse(other, "section-targets", "x"),
                    () -> upkeep.putInUse(other, "section-targets", "x"),
                    () -> upkeep.inUse(other, "section-targets"),
                    () -> upkeep.use(other, "section-targets"),
                    () -> upkeep.revive(other, "section-targets", 1, "x")))
                assertThatThrownBy(deed::run).isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        }
    }
}
