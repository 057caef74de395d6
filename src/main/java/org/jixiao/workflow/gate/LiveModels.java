package org.jixiao.workflow.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest versions that are deployed. */
@Component
public class LiveModels {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    LiveModels(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** The engine has no query for its forms. */
    boolean form(String id) {
        return jdbc.sql("select exists (select from act_re_camformdef where key_ = ?)").param(id).query(Boolean.class).single();
    }

    boolean process(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().active().count() > 0;
    }

    boolean decision(String key) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion().count() > 0;
    }

    static Set<String> calls(Node process) {
        return process.all()
                .filter(n -> n.is("callActivity"))
                .map(n -> n.attributes().getOrDefault("calledElement", ""))
                .collect(Collectors.toSet());
    }

    /** Of the latest version of each process. */
    Map<String, Set<String>> calls() {
        var calls = new HashMap<String, Set<String>>();
        for (var definition : repository.createProcessDefinitionQuery().latestVersion().list())
            calls.put(definition.getKey(), calls(definition.getId()));
        return calls;
    }

    /** What a version calls, from the engine's own cache of parsed models. */
    public Set<String> calls(String definitionId) {
        var called = new java.util.HashSet<String>();
        collect((ProcessDefinitionImpl) ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(definitionId), called);
        return called;
    }

    private static void collect(ScopeImpl scope, Set<String> called) {
        for (ActivityImpl activity : scope.getActivities()) {
            // a plain name is an expression without variables to the engine
            if (activity.getActivityBehavior() instanceof CallActivityBehavior call
                    && call.getCallableElement().getDefinitionKeyValueProvider() instanceof ElValueProvider key)
                called.add(key.getExpression().getExpressionText());
            collect(activity, called);
        }
    }
}
