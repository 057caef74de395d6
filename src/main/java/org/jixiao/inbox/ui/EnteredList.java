package org.jixiao.inbox.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import org.jixiao.base.Messages;
import org.jixiao.workflow.Cases.Entry;
import org.jixiao.workflow.Cases.Line;
import org.jixiao.workflow.StepForm;

/** What was filled in at earlier steps of a process drawn by an admin, the last time each was done. */
final class EnteredList extends Div {

    EnteredList() {
        addClassName("jx-entered");
    }

    void show(List<Entry> timeline) {
        removeAll();
        var last = new LinkedHashMap<String, Entry>();
        for (Entry entry : timeline) if (!entry.entered().isEmpty()) last.put(String.valueOf(entry.step()), entry);
        last.values().forEach(entry -> add(step(entry)));
        setVisible(!last.isEmpty());
    }

    private Section step(Entry entry) {
        var name = new H2(Messages.name(getLocale(), String.valueOf(entry.stepName()), entry.stepNameEn()));
        var by = new Span(entry.actorName() == null ? "" : entry.actorName());
        by.addClassNames("jx-sec", "jx-sm");
        var head = new Div(name, by);
        head.addClassName("jx-row");
        return new Section(head, lines(entry));
    }

    static DescriptionList lines(Entry entry) {
        var list = new DescriptionList();
        list.addClassName("jx-filled");
        for (Line line : entry.entered())
            list.add(new DescriptionList.Term(line.label()), new DescriptionList.Description(said(list, line)));
        return list;
    }

    private static String said(DescriptionList on, Line line) {
        if (line.kind() == StepForm.Kind.CHECKBOX)
            return on.getTranslation(Boolean.parseBoolean(line.values().get(0)) ? "inbox.form.yes" : "inbox.form.no");
        return String.join("、", line.values());
    }
}
