package org.jixiao.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Finding;
import org.jixiao.base.Messages;
import org.jixiao.workflow.ProcessBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ProductTest
@DemoData
@Import(Canary.class)
class ModelGateTest {

    @Autowired
    ModelGate gate;

    @Autowired
    Messages messages;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    DecisionService decisions;

    @Autowired
    List<ProcessBean> beans;

    static List<Hostile> hostile() {
        return Hostile.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_model_is_refused_by_its_rule(Hostile model) {
        int before = Canary.SONGS.get();
        List<Finding> found = gate.judge(Map.of(model.file(), Drawn.bytes(model.xml())));
        assertThat(found).as(said(found)).anyMatch(f -> f.blocks() && f.code().equals("model." + model.rule().id()));
        assertThat(Canary.SONGS).hasValue(before);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_model_that_came_past_the_gate_reaches_nothing(Hostile model) {
        int before = Canary.SONGS.get();
        String deployment = null;
        try {
            deployment = repository.createDeployment().addString(model.file(), model.xml()).deploy().getId();
        } catch (ProcessEngineException refused) {
            // Most are refused while they are read.
        }
        if (deployment != null && model.xml().contains("anary")) run(deployment);
        assertThat(Canary.SONGS).hasValue(before);
    }

    /** As far as it goes: each way on may be refused, none may sing. */
    private void run(String deployment) {
        Map<String, Object> facts = Map.of("unit", "szxxzx", "year", 2023);
        repository.createProcessDefinitionQuery().deploymentId(deployment).list().forEach(definition -> {
            tolerated(() -> runtime.startProcessInstanceById(definition.getId(), facts));
            for (var task : tasks.createTaskQuery().processDefinitionId(definition.getId()).list())
                tolerated(() -> tasks.complete(task.getId()));
            for (var job : management.createJobQuery().processDefinitionId(definition.getId()).list())
                tolerated(() -> management.executeJob(job.getId()));
        });
        repository.createDecisionDefinitionQuery().deploymentId(deployment).list().forEach(definition ->
                tolerated(() -> decisions.evaluateDecisionTableById(definition.getId(), facts)));
    }

    private static void tolerated(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
    }

    static List<Careless> careless() {
        return Careless.all();
    }

    @ParameterizedTest
    @MethodSource("careless")
    void what_was_forgotten_or_mistyped_is_found_where_it_is(Careless model) {
        List<Finding> found = gate.judge(Map.of(model.file(), Drawn.bytes(model.xml())));
        assertThat(found).as(said(found)).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo("model." + model.rule().id());
            assertThat(f.row() == null ? "" : f.row()).isEqualTo(model.element());
            assertThat(f.field()).isEqualTo(model.file());
        });
    }

    @Test
    void what_cannot_be_read_says_from_where_and_nothing_in_the_words_of_a_parser() {
        String deep = "<x>".repeat(70) + "</x>".repeat(70);
        byte[] latin = "<?xml version='1.0' encoding='UTF-8'?>\n<a>é</a>".getBytes(StandardCharsets.ISO_8859_1);
        var files = new TreeMap<>(Map.of(
                "cut.bpmn", Drawn.bytes("<a>\n<b></a>"), "deep.bpmn", Drawn.bytes(deep), "empty.dmn", new byte[0], "latin.bpmn", latin,
                "cut.form", Drawn.bytes("{\"id\":\n oops}")));
        List<Finding> found = gate.judge(files);
        assertThat(found).hasSize(files.size()).allSatisfy(f -> {
            String said = messages.finding(Messages.CHINESE, f);
            assertThat(said).doesNotContain(".。", "。。").doesNotContainPattern("[a-z]{2,} [a-z]{2,}");
            assertThat(said).containsPattern(f.field().endsWith(".form") ? "“2:\\d+”" : "第 [1-9]\\d* 行第 [1-9]\\d* 列");
        });
        assertThat(found).filteredOn(f -> "cut.bpmn".equals(f.field())).singleElement().satisfies(f -> assertThat(f.args().get(0)).isEqualTo("2"));
    }

    @Test
    void a_form_that_is_not_there_is_named() {
        for (String form : List.of("leave", "")) {
            String asking = Drawn.row(Drawn.user("a", "camunda:formRef='" + form + "' camunda:formRefBinding='latest'", ""));
            assertThat(said(gate.judge(Map.of("m.bpmn", Drawn.bytes(asking))))).contains("表单“" + (form.isEmpty() ? "—" : form) + "”没有部署过");
        }
    }

    @Test
    void every_rule_is_tried() {
        var tried = Stream.concat(Hostile.all().stream().map(Hostile::rule), Careless.all().stream().map(Careless::rule));
        assertThat(tried.collect(Collectors.toSet())).containsExactlyInAnyOrder(Rule.values());
    }

    static List<Innocent> innocent() {
        return Innocent.all();
    }

    @ParameterizedTest
    @MethodSource("innocent")
    void an_innocent_model_passes_and_is_deployed(Innocent model) {
        var files = new TreeMap<String, byte[]>();
        model.files().forEach((file, xml) -> files.put(file, Drawn.bytes(xml)));
        List<Finding> found = gate.judge(files);
        assertThat(found).as(said(found)).isEmpty();
        var deployment = repository.createDeployment();
        model.files().forEach(deployment::addString);
        assertThat(deployment.deploy().getId()).isNotNull();
    }

    @Test
    void what_is_shipped_passes_without_a_word() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            for (Path model : models.filter(m -> m.toString().endsWith(".bpmn")).toList())
                files.put(model.getFileName().toString(), Files.readAllBytes(model));
        }
        List<Finding> found = gate.judge(files);
        assertThat(found).as(said(found)).isEmpty();
    }

    @Test
    void more_instances_than_the_server_bears_do_not_begin() {
        String many = Drawn.row(Drawn.user(
                "a",
                "",
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type='bpmn:tFormalExpression'>${section}000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"));
        String deployment = repository.createDeployment().addString("m.bpmn", many).deploy().getId();
        String id = repository.createProcessDefinitionQuery().deploymentId(deployment).singleResult().getId();
        assertThatThrownBy(() -> runtime.startProcessInstanceById(id, Map.of("unit", "szxxzx", "year", 2023, "section", "9")))
                .hasStackTraceContaining("9000 instances");
    }

    /** {@code GATE_README=write} writes the list anew. */
    @Test
    void the_readme_for_modellers_lists_every_rule() throws IOException {
        Path readme = Path.of("bpmn/README.md");
        String text = Files.readString(readme);
        var rows = new StringBuilder("| 规则 | | 要求 |\n|---|---|---|\n");
        for (Rule rule : Rule.values())
            rows.append("| `").append(rule.id()).append("` | ").append(rule.severity() == Finding.Severity.ERROR ? "错误" : "提醒")
                    .append(" | ").append(messages.text(Messages.CHINESE, "workflow.rule." + rule.id())).append(" |\n");
        String listed = text.replaceFirst("(?s)(<!-- rules -->\n).*(<!-- /rules -->)", "$1" + rows + "$2");
        if ("write".equals(System.getenv("GATE_README"))) Files.writeString(readme, listed);
        assertThat(text).contains(rows);
    }

    @Test
    void the_readme_for_modellers_lists_every_method_an_expression_may_call() throws IOException {
        String text = Files.readString(Path.of("bpmn/README.md"));
        String table = text.substring(text.indexOf("| 名字 | 方法 |"), text.indexOf("`year` 既是变量又是名字"));
        var listed = new TreeMap<String, TreeSet<String>>();
        String name = "";
        for (String row : table.lines().filter(line -> line.startsWith("| `") || line.startsWith("| |")).toList()) {
            String[] cells = row.split("\\|");
            if (!cells[1].isBlank()) name = cells[1].replace("`", "").strip();
            var methods = listed.computeIfAbsent(name, n -> new TreeSet<>());
            Pattern.compile("`(\\w+)\\(").matcher(cells[2]).results().forEach(found -> methods.add(found.group(1)));
        }
        var callable = new TreeMap<String, TreeSet<String>>();
        for (var bean : beans)
            callable.put(bean.name(), Stream.of(AopUtils.getTargetClass(bean).getMethods())
                    .filter(m -> m.isAnnotationPresent(ProcessBean.Callable.class))
                    .map(Method::getName)
                    .collect(Collectors.toCollection(TreeSet::new)));
        callable.remove("canary");
        assertThat(listed).isEqualTo(callable);
    }

    @Test
    void every_rule_has_its_sentences_in_both_languages() {
        for (Rule rule : Rule.values())
            for (var locale : Messages.LOCALES) {
                assertThat(messages.text(locale, "workflow.rule." + rule.id())).isNotBlank();
                assertThat(messages.finding(locale, rule.at("m.bpmn", "a", "一", "二", "三", "四"))).doesNotContain("{");
            }
    }

    private String said(List<Finding> found) {
        return String.join("\n", found.stream().map(f -> f.field() + " " + f.row() + " " + messages.finding(Messages.CHINESE, f)).toList());
    }
}
