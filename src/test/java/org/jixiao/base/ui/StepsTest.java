package org.jixiao.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jixiao.base.Messages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

@DisplayName("The steps of a process in words")
class StepsTest {

    static List<Steps.Step> read(String process, Locale locale) throws IOException {
        String xml = new ClassPathResource("bpmn/" + process + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
        return Steps.read(xml, locale);
    }

    static List<String> steps(String process, Locale locale) throws IOException {
        return read(process, locale).stream().map(Steps.Step::name).toList();
    }

    static List<String> line(List<String> taken, List<String> active) throws IOException {
        return Steps.line(read("section-evaluation", Messages.CHINESE), taken, active).stream()
                .map(Steps.Step::name)
                .toList();
    }

    @Test
    void follow_the_flows() throws IOException {
        assertThat(steps("section-targets", Messages.CHINESE))
                .containsExactly("科室负责人填报", "牵头科室核查", "分管领导审核", "主任审定", "市大数据管理局批复");
    }

    @Test
    void go_into_a_loop_where_one_comes_to_it() throws IOException {
        assertThat(steps("section-evaluation", Messages.CHINESE))
                .startsWith("科室负责人自评", "牵头科室核查", "分管领导审核", "主任审定", "市大数据管理局审核", "整改", "科室负责人再评")
                .endsWith("市大数据管理局再审核");
    }

    @Test
    void of_a_loop_one_has_not_come_to_are_one_step() throws IOException {
        assertThat(line(List.of(), List.of("Task_SelfEvaluate")))
                .containsExactly("科室负责人自评", "牵头科室核查", "分管领导审核", "主任审定", "市大数据管理局审核", "整改与再评");
    }

    @Test
    void of_a_loop_one_is_in_stand_alone_after_the_one_before() throws IOException {
        assertThat(line(List.of("Task_BureauExamines"), List.of("SubProcess_Loop", "Task_Reevaluate")))
                .startsWith("市大数据管理局审核", "整改", "科室负责人再评")
                .endsWith("市大数据管理局再审核");
    }

    @Test
    void of_a_loop_never_entered_are_gone_when_all_is_over() throws IOException {
        assertThat(line(List.of("Task_SelfEvaluate", "Task_BureauExamines"), List.of()))
                .doesNotContain("整改与再评")
                .endsWith("市大数据管理局审核");
        assertThat(line(List.of("Task_BureauExamines", "SubProcess_Loop"), List.of())).endsWith("整改与再评");
    }

    @Test
    void come_after_a_sub_process_that_leads_to_them() throws IOException {
        assertThat(steps("performance-year", Messages.CHINESE)).last().isEqualTo("牵头科室归档");
    }

    @Test
    void have_their_english_names() throws IOException {
        assertThat(steps("section-targets", Locale.ENGLISH)).first().isEqualTo("Chief fills in the targets");
        String xml = new ClassPathResource("bpmn/section-evaluation.bpmn").getContentAsString(StandardCharsets.UTF_8);
        assertThat(Steps.names(xml, Locale.ENGLISH))
                .containsEntry("section-evaluation", "A section's self-evaluation")
                .containsEntry("SubProcess_Loop", "Rectification and re-evaluation")
                .containsEntry("Gateway_MustRectify", "半年且仍有未达标？");
    }

    @Test
    void are_none_where_there_is_no_model() {
        assertThat(Steps.read("no model", Messages.CHINESE)).isEmpty();
        assertThat(Steps.read("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hosts'>]><x>&e;</x>", Messages.CHINESE))
                .isEmpty();
    }
}
