package org.jixiao.workflow;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jixiao.workflow.gate.ModelGate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Form keys and contents that the features registered. */
@Component
class KnownNames implements ModelGate.Known {

    private final ObjectProvider<FormKeys> forms;
    private final ObjectProvider<CaseContent> contents;

    KnownNames(ObjectProvider<FormKeys> forms, ObjectProvider<CaseContent> contents) {
        this.forms = forms;
        this.contents = contents;
    }

    @Override
    public Set<String> formKeys() {
        var keys = new HashSet<String>();
        forms.forEach(some -> keys.addAll(some.all()));
        return keys;
    }

    @Override
    public Set<String> contents() {
        return contents.stream().map(CaseContent::name).collect(Collectors.toSet());
    }
}
