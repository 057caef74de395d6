package org.jixiao.workflow;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.workflow.gate.Parses;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs the engine so that a model can name whitelisted beans and variables, and nothing else. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineFence extends AbstractProcessEnginePlugin {

    private static final String FEEL = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE;

    private final RestrictedExpressions expressions;
    private final Parses parses;
    private final ModelListener models;
    private final TouchedByHistory history;
    private final ProductClock clock;

    EngineFence(
            RestrictedExpressions expressions,
            Parses parses,
            ModelListener models,
            TouchedByHistory history,
            ProductClock clock) {
        this.expressions = expressions;
        this.parses = parses;
        this.models = models;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(expressions);
        engine.setScriptEngineResolver(new NoScriptEngines());
        engine.setScriptFactory(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setArtifactFactory(new NoClasses());
        engine.setBpmnParseFactory(parses);
        engine.setDmnEngineConfiguration(feelOnly());
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setIdGenerator(() -> Ids.next().toString());
        engine.getCustomPreBPMNParseListeners().add(models);
        engine.getCustomHistoryEventHandlers().add(history);
        clock.onSet(instant -> {
            if (instant == null) ClockUtil.reset();
            else ClockUtil.setCurrentTime(java.util.Date.from(instant));
        });
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        // The engine adds functions of its plugins to the manager it was given; only these three stay.
        expressions.keepFunctions(List.of("now", "currentUser", "currentUserGroups"));
    }

    private static DefaultDmnEngineConfiguration feelOnly() {
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setDefaultInputExpressionExpressionLanguage(FEEL);
        decisions.setDefaultOutputEntryExpressionLanguage(FEEL);
        decisions.setDefaultInputEntryExpressionLanguage(FEEL);
        decisions.setDefaultLiteralExpressionLanguage(FEEL);
        return decisions;
    }

    private static ProcessEngineException refused(String what) {
        return new ProcessEngineException("Not permitted in a model: " + what);
    }

    private static final class NoClasses implements ArtifactFactory {
        @Override
        public <T> T getArtifact(Class<T> type) {
            throw refused("class " + type.getName());
        }
    }

    private static final class NoScripts extends ScriptFactory {
        @Override
        public ExecutableScript createScriptFromSource(String language, String source) {
            throw refused("script");
        }

        @Override
        public ExecutableScript createScriptFromSource(
                String language, org.camunda.bpm.engine.delegate.Expression source) {
            throw refused("script");
        }

        @Override
        public ExecutableScript createScriptFromResource(String language, String resource) {
            throw refused("script");
        }

        @Override
        public ExecutableScript createScriptFromResource(
                String language, org.camunda.bpm.engine.delegate.Expression resource) {
            throw refused("script");
        }
    }

    private static final class NoScriptEngines implements ScriptEngineResolver {
        private final ScriptEngineManager none = new ScriptEngineManager(new ClassLoader(null) {});

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {}

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return none;
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            throw refused("script language " + language);
        }
    }
}
