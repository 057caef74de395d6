package org.jixiao.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Follows the tests of a class through one process and wants every node and flow of it walked; the picture of what was
 * walked is left in {@code target/process-test-coverage}.
 */
final class EveryPath implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final String process;
    private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

    private EveryPath(String process) {
        this.process = process;
    }

    static EveryPath of(String process) {
        return new EveryPath(process);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var engine = engine(context);
        new ProcessEngineAdapter(engine, collector).initializeListeners();
        String suite = context.getRequiredTestClass().getName();
        collector.createSuite(new Suite(suite, context.getDisplayName()));
        collector.activateSuite(suite);
        collector.setExcludedProcessDefinitionKeys(
                engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                        .map(ProcessDefinition::getKey)
                        .filter(key -> !key.equals(process))
                        .toList());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        String run = context.getUniqueId();
        collector.createRun(
                new Run(run, context.getDisplayName()), collector.activeSuite.getId());
        collector.activateRun(run);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        CoverageReportUtil.createReport(collector, null);
        Set<String> missed = elements(engine(context));
        collector.activeSuite.getEvents(process).stream()
                .map(Event::getDefinitionKey)
                .forEach(missed::remove);
        assertThat(missed).as("never walked in " + process).isEmpty();
        assertThat(collector.activeSuite.calculateCoverage(collector.getModels())).isEqualTo(1.0);
    }

    private Set<String> elements(ProcessEngine engine) {
        var repository = engine.getRepositoryService();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        var model = repository.getBpmnModelInstance(definition.getId());
        return Stream.concat(
                        model.getModelElementsByType(FlowNode.class).stream(),
                        model.getModelElementsByType(SequenceFlow.class).stream())
                .map(BaseElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ProcessEngine engine(ExtensionContext context) {
        return SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
    }
}
