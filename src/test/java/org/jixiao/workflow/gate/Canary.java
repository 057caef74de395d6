package org.jixiao.workflow.gate;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.DelegateVariableMapping;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidatorContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/** Sings when a model reaches it: by its class name, as a Spring bean, whatever the engine would take it for. */
@Component("canary")
public class Canary extends DefaultTaskFormHandler
        implements JavaDelegate, ExecutionListener, TaskListener, FormFieldValidator, DelegateVariableMapping {

    static final AtomicInteger SONGS = new AtomicInteger();

    public Canary() {
        SONGS.incrementAndGet();
    }

    public static String sing() {
        SONGS.incrementAndGet();
        return "sung";
    }

    public String getSong() {
        return sing();
    }

    @Override
    public void execute(DelegateExecution execution) {
        sing();
    }

    @Override
    public void notify(DelegateExecution execution) {
        sing();
    }

    @Override
    public void notify(DelegateTask task) {
        sing();
    }

    @Override
    public boolean validate(Object value, FormFieldValidatorContext context) {
        sing();
        return true;
    }

    @Override
    public void mapInputVariables(DelegateExecution execution, VariableMap variables) {
        sing();
    }

    @Override
    public void mapOutputVariables(DelegateExecution execution, VariableScope instance) {
        sing();
    }
}
