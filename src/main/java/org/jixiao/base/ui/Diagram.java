package org.jixiao.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A process as its model draws it, read only: the path taken and where it stands. For screen readers, and wherever a
 * line says enough, put {@link Steps} beside it. Names are those of the reader's language where the model has them.
 */
@Tag("jx-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./diagram/jx-diagram.ts")
public final class Diagram extends Component {

    /**
     * @param label what the picture shows, for screen readers
     * @param taken ids of activities and flows passed
     * @param active ids of the steps where the case stands
     */
    public Diagram(String label, String xml, List<String> taken, List<String> active) {
        getElement().setProperty("label", label);
        getElement().setProperty("failed", getTranslation("base.diagram.failed"));
        getElement().setProperty("language", getLocale().getLanguage());
        getElement().setProperty("unnamed", getTranslation("base.diagram.unnamed"));
        show(xml, taken, active);
    }

    public void show(String xml, List<String> taken, List<String> active) {
        getElement().setPropertyList("taken", taken);
        getElement().setPropertyList("active", active);
        getElement().setProperty("xml", xml);
    }

    /** A line under a step: who acts there, or who did and when. */
    public Diagram notes(Map<String, String> notes) {
        getElement().setPropertyMap("notes", notes);
        return this;
    }

    /** Marks at elements: a finding's number, what changed, how many stand there. Elements that are not drawn go without. */
    public Diagram marks(List<Mark> marks) {
        getElement().setPropertyList("marks", marks);
        return this;
    }

    /**
     * @param text a number or a word, so that nothing depends on the colour
     * @param look {@code bad}, {@code warn}, {@code add}, {@code mod}, {@code del}, {@code heat1} to {@code heat4}, {@code back}
     * @param title what it means, in full
     */
    public record Mark(String id, String text, String look, String title) {}

    /** Hears of the id of whatever is clicked in the picture. */
    public Diagram onChosen(Consumer<String> chosen) {
        getElement()
                .addEventListener("jx-chosen", e -> chosen.accept(e.getEventData().getString("event.detail")))
                .addEventData("event.detail");
        return this;
    }

    /** Outlines a step and brings it into view. */
    public void select(String id) {
        getElement().setProperty("selected", id);
    }

    /** The picture grows to this height at most. */
    public Diagram tallest(int pixels) {
        getElement().setProperty("tallest", pixels);
        return this;
    }
}
