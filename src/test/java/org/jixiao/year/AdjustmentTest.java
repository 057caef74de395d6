package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jixiao.year.ApiDesk.YEAR;
import static org.jixiao.year.ApiDesk.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.target.Targets;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.CaseFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
@DemoData
@DisplayName("Targets once approved change by an adjustment")
class AdjustmentTest {

    private static final List<String> EXAMINERS = List.of("chief.general", "deputy", "director", "bureau");

    @Autowired
    MockMvc mvc;

    @Autowired
    ProductClock clock;

    @Autowired
    Targets targets;

    @Autowired
    List<CaseContent> contents;

    @BeforeEach
    void inMarch() {
        clock.set(Instant.parse("2023-03-01T02:00:00Z"));
    }

    private ApiDesk as(String login) throws Exception {
        return new ApiDesk(new MockDoor(mvc), login);
    }

    private void approve(String section) throws Exception {
        for (String who : EXAMINERS) {
            var desk = as(who);
            desk.act(desk.task(section), "approve", object());
        }
    }

    private ApiDesk approved(String section) throws Exception {
        var chief = as("chief." + section);
        chief.declare(section);
        approve(section);
        return chief;
    }

    private static String of(String section) {
        return YEAR + "/sections/" + section + "/adjustments";
    }

    private static String targets(String section) {
        return YEAR + "/sections/" + section + "/targets";
    }

    private static ObjectNode said(String reason, String basis, String funding) {
        var body = object();
        body.putObject("adjustment").put("reason", reason).put("basis", basis).put("funding", funding);
        return body;
    }

    private static ObjectNode changing(JsonNode row, String field, String text) {
        var body = object();
        body.putArray("rows").addObject().put("id", row.path("id").asText()).put(field, text);
        return body;
    }

    private static JsonNode content(ApiDesk desk, String task) throws Exception {
        return desk.get("/api/tasks/" + task).path("content");
    }

    private static JsonNode refused(ApiDesk desk, String task, String verb, ObjectNode body) throws Exception {
        body.put("revision", desk.get("/api/tasks/" + task).path("revision").asLong());
        return desk.call(HttpMethod.POST, "/api/tasks/" + task + "/" + verb, body, 422);
    }

    @Test
    void asked_for_with_reasons_read_old_beside_new_and_in_force_from_the_bureaus_approval() throws Exception {
        var early = as("chief.data").call(HttpMethod.POST, of("data"), object(), 422);
        assertThat(early.path("code").asText()).isEqualTo("adjustment.notApproved");
        var chief = approved("data");
        as("chief.city").call(HttpMethod.POST, of("data"), object(), 403);
        as("chief.general").call(HttpMethod.POST, of("data"), object(), 403);

        clock.set(Instant.parse("2023-04-10T02:00:00Z"));
        chief = as("chief.data");
        String task = chief.call(HttpMethod.POST, of("data"), object(), 201).path("taskId").asText();
        assertThat(chief.call(HttpMethod.POST, of("data"), object(), 422).path("code").asText()).isEqualTo("adjustment.underWay");
        assertThat(refused(chief, task, "submit", object()).toString())
                .contains("adjustment.reason", "adjustment.basis", "adjustment.funding", "adjustment.nothing");

        JsonNode row = content(chief, task).path("rows").get(2);
        String old = row.path("annualText").asText();
        chief.act(task, "save", changing(row, "annualText", "≥12个"));
        chief.act(task, "save", said("上级文件调高要求", "苏数局〔2023〕8号", "不涉及"));
        as("deputy").call(HttpMethod.GET, "/api/tasks/" + task, null, 403);
        assertThat(as("bureau").get(of("data"))).as("not before it is submitted").isEmpty();
        assertThat(chief.get(targets("data")).path("version").asInt()).as("what is in force stays").isEqualTo(1);

        chief.act(task, "submit", object());
        var coordinator = as("chief.general");
        JsonNode read = content(coordinator, coordinator.task("data"));
        assertThat(read.path("adjustment").path("version").asInt()).isEqualTo(1);
        assertThat(read.path("adjustment").path("said").path("basis").asText()).isEqualTo("苏数局〔2023〕8号");
        assertThat(read.path("rows").get(2).path("change").path("old").path("annualText").asText()).isEqualTo(old);
        assertThat(read.path("rows").get(0).path("change").isNull()).as("only what changed").isTrue();

        var back = object();
        back.putArray("rows").addObject().put("id", "adjustment").put("reason", "请附文件全称");
        coordinator.act(coordinator.task("data"), "return", back);
        String mend = chief.task("data");
        assertThat(refused(chief, mend, "save", changing(row, "annualText", "≥11个")).path("code").asText())
                .isEqualTo("targets.rowLocked");
        chief.act(mend, "save", said("上级文件调高要求", "苏数局〔2023〕8号《关于……的通知》", "不涉及"));
        chief.act(mend, "submit", object());
        clock.set(Instant.parse("2023-04-20T02:00:00Z"));
        approve("data");
        chief = as("chief.data");

        var now = chief.get(targets("data"));
        assertThat(now.path("version").asInt()).isEqualTo(2);
        assertThat(now.path("inForceFrom").asText()).isEqualTo("2023-04-20");
        assertThat(now.path("rows").get(2).path("annualText").asText()).isEqualTo("≥12个");
        assertThat(now.path("rows").get(2).path("indicator").asText()).isEqualTo(row.path("indicator").asText());
        assertThat(targets.inForce("szxxzx", 2023, "data", LocalDate.of(2023, 4, 19)).get(2).annualText()).isEqualTo(old);
        assertThat(targets.inForce("szxxzx", 2023, "data", LocalDate.of(2023, 4, 20)).get(2).annualText()).isEqualTo("≥12个");
        var log = as("chief.city").get(of("data"));
        assertThat(log).as("once in force the whole unit reads why").hasSize(1);
        assertThat(log.get(0).path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(content(as("chief.city"), log.get(0).path("taskId").asText()).path("rows").get(2).path("change")
                        .path("old").path("annualText").asText())
                .isEqualTo(old);
    }

    @Test
    void given_up_nothing_changed_and_another_may_be_asked_for() throws Exception {
        var chief = approved("city");
        int rows = chief.get(targets("city")).path("rows").size();
        String task = chief.call(HttpMethod.POST, of("city"), object(), 201).path("taskId").asText();
        var gone = object();
        gone.putArray("rows").addObject().put("id", content(chief, task).path("rows").get(0).path("id").asText())
                .put("removed", true);
        chief.act(task, "save", gone);
        JsonNode sheet = content(chief, task);
        assertThat(sheet.path("rows")).hasSize(rows - 1);
        assertThat(sheet.path("removed")).as("what shall go is told").hasSize(1);
        chief.act(task, "drop", object());

        assertThat(chief.todo()).isEmpty();
        assertThat(chief.get(targets("city")).path("rows")).hasSize(rows);
        assertThat(chief.get(of("city")).get(0).path("state").asText()).isEqualTo("DROPPED");
        assertThat(as("chief.data").get(of("city"))).as("what came to nothing is the section's own").isEmpty();
        String next = chief.call(HttpMethod.POST, of("city"), object(), 201).path("taskId").asText();
        assertThat(content(chief, next).path("rows")).hasSize(rows);
        assertThat(content(chief, next).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void what_is_past_is_past_and_the_year_is_not_archived_over_an_open_one() throws Exception {
        var chief = approved("security");
        clock.set(Instant.parse("2023-07-01T02:00:00Z"));
        chief = as("chief.security");
        String task = chief.call(HttpMethod.POST, of("security"), object(), 201).path("taskId").asText();
        JsonNode row = null;
        for (JsonNode each : content(chief, task).path("rows"))
            if (each.path("halfText").asText().matches(".*\\d.*")) row = each;
        String half = row.path("halfText").asText();
        chief.act(task, "save", changing(row, "halfText", half.replaceFirst("\\d+", "1")));
        var finding = refused(chief, task, "submit", said("人员调整", "会议纪要", "不涉及"));
        assertThat(finding.toString()).contains("adjustment.halfYearOver", "请改回 " + half);

        var facts = new CaseFacts("", "", "performance-year", "szxxzx", 2023, null, null, 1);
        var year = contents.stream().filter(c -> c.name().equals("year")).findFirst().orElseThrow();
        assertThat(year.check(facts, "")).extracting(Finding::code).contains("adjustment.open");
        chief.act(task, "drop", object());
        assertThat(year.check(facts, "")).extracting(Finding::args).doesNotContain(List.of("信息安全科"));

        clock.set(Instant.parse("2024-01-02T02:00:00Z"));
        var late = as("chief.security");
        String idle = late.call(HttpMethod.POST, of("security"), object(), 201).path("taskId").asText();
        assertThat(content(late, idle).path("findings").toString()).contains("2023 年度已结束，这次调整不影响当年自评");
    }

    @Test
    void the_coordinating_sections_adjustment_leaves_the_units_money_alone() throws Exception {
        var chief = as("chief.general");
        chief.declare("general");
        for (String who : List.of("deputy", "director", "bureau")) {
            var desk = as(who);
            desk.act(desk.task("general"), "approve", object());
        }
        String task = chief.call(HttpMethod.POST, of("general"), object(), 201).path("taskId").asText();
        assertThat(content(chief, task).path("unitPart").isNull()).isTrue();
        var money = object();
        money.putObject("unit").put("annualGoal", "另一个目标");
        assertThat(refused(chief, task, "save", money).path("code").asText()).isEqualTo("adjustment.unit");
        assertThat(chief.get(targets("general")).path("unitPart").isNull()).as("it stays where it is in force").isFalse();
    }
}
