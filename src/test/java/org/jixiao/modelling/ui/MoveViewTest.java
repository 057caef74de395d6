package org.jixiao.modelling.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.jixiao.PageTest;
import org.jixiao.modelling.ModelMoves;
import org.jixiao.modelling.ModelMoves.Move;
import org.jixiao.modelling.MovedModels;
import org.jixiao.modelling.MoveRuns;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Interventions;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Moving running cases and setting single ones right, as an administrator sees it. */
class MoveViewTest extends PageTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    Probe probe;

    @Autowired
    Cases cases;

    @Autowired
    ModelMoves moves;

    @Autowired
    MoveRuns runs;

    private void over() {
        var modeller = probe.actor("modeller");
        var move = moves.latest(modeller, "probe").orElseThrow();
        var told = new Semaphore(0);
        Runnable deaf = runs.listen(move.id(), told::release);
        try {
            while (moves.find(modeller, move.id()).state() != Move.State.IDLE)
                assertThat(told.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            deaf.run();
        }
        go("processes/probe/move");
        MockVaadin.clientRoundtrip();
    }

    @Test
    void cases_are_rehearsed_and_moved_with_a_reason() {
        MovedModels.deploy(repository, MovedModels.first());
        String lost = probe.submitted("data");
        String filling = probe.start("security");
        MovedModels.deploy(repository, MovedModels.second());
        signIn("modeller");
        go("processes/probe/move");
        assertThat(words()).contains("“核查”在新版本中没有，1 件停在此步");
        _click(_get(Button.class, spec -> spec.withText("演练")));
        over();
        assertThat(words()).contains("此件停在“核查”，新版本没有这一步").contains("可以迁移，步骤、办理、到期不变");
        _click(_get(Button.class, spec -> spec.withText("迁移全部 1 件…")));
        _click(_get(Button.class, spec -> spec.withText("迁移 1 件")));
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _setValue(_get(TextArea.class), "少一级核查");
        _click(_get(Button.class, spec -> spec.withText("迁移 1 件")));
        over();
        assertThat(words()).contains("已迁移");
        assertThat(cases.timeline(filling)).extracting(Cases.Entry::verb).contains(Verb.MIGRATE);
        assertThat(cases.timeline(lost)).extracting(Cases.Entry::verb).doesNotContain(Verb.MIGRATE);
        signIn("modeller", Locale.ENGLISH);
        go("processes/probe/move");
        assertThat(words()).contains("This case waits at \"核查\"");
    }

    @Test
    void an_administrator_sets_a_case_to_another_step_after_seeing_what_it_comes_to() {
        probe.deploy();
        String caseId = probe.submitted("city");
        signIn("sysadmin");
        go("stuck");
        assertThat(words()).contains("没有卡住的案件");
        _click(_get(Button.class, spec -> spec.withText("在办的")));
        assertThat(words()).contains("试件 2023 城市运行科");
        _click(_find(Button.class, spec -> spec.withText("处置…")).stream()
                .filter(button -> button.getElement().getParent().getParent().getParent().getTextRecursively().contains("城市运行科"))
                .findFirst()
                .orElseThrow());
        @SuppressWarnings("unchecked")
        var way = (RadioButtonGroup<Object>) _get(RadioButtonGroup.class);
        _setValue(way, way.getListDataView().getItems().filter(w -> w.toString().equals("JUMP")).findFirst().orElseThrow());
        @SuppressWarnings("unchecked")
        var step = (ComboBox<Interventions.Target>) _get(ComboBox.class, spec -> spec.withLabel("跳转到"));
        _setValue(step, step.getListDataView().getItems().filter(s -> s.id().equals("Task_Director")).findFirst().orElseThrow());
        assertThat(words()).contains("审定");
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
        _setValue(_get(TextArea.class), "牵头科室无人");
        _click(_get(Button.class, spec -> spec.withText("跳转")));
        assertThat(probe.at(caseId)).isEqualTo("Task_Director");
        signIn("modeller");
        go("stuck");
        assertThat(_find(Button.class, spec -> spec.withText("在办的"))).isEmpty();
    }

    @Test
    void others_are_not_let_in() {
        signIn("director");
        go("stuck");
        assertThat(words()).doesNotContain("案件处置");
        go("processes/probe/move");
        assertThat(words()).doesNotContain("迁移在办案件");
    }
}
