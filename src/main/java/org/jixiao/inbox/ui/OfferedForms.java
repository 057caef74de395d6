package org.jixiao.inbox.ui;

import java.util.HashSet;
import java.util.Set;
import org.jixiao.workflow.FormKeys;
import org.jixiao.workflow.StepForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the model gate which forms a step may name; generated ones are not named. */
@Component
class OfferedForms implements FormKeys {

    private final ObjectProvider<TaskForm> forms;

    OfferedForms(ObjectProvider<TaskForm> forms) {
        this.forms = forms;
    }

    @Override
    public Set<String> all() {
        var keys = new HashSet<String>();
        forms.forEach(form -> keys.addAll(form.formKeys()));
        keys.remove(StepForm.KEY);
        return keys;
    }
}
