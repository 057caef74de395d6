package org.jixiao.base.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jixiao.base.Messages;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The steps of a process in words, from left to right as drawn: done, current, to come. */
public final class Steps extends OrderedList {

    private static final Set<String> KINDS = Set.of("userTask", "callActivity", "manualTask");

    public Steps(String xml, List<String> taken, List<String> active) {
        addClassName("jx-steps");
        for (Step step : read(xml, getLocale())) {
            var item = new ListItem(step.name());
            if (active.contains(step.id())) {
                item.addClassName("c");
                item.getElement().setAttribute("aria-current", "step");
            } else if (taken.contains(step.id())) {
                item.addClassName("d");
                var done = new Span(getTranslation("base.steps.done"));
                done.addClassName("jx-sr");
                item.addComponentAsFirst(Glyph.CHECK.small());
                item.add(done);
            }
            add(item);
        }
    }

    record Step(String id, String name, double x) {}

    /** Empty when the model cannot be read: the picture says so itself. */
    static List<Step> read(String xml, Locale locale) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            Map<String, Double> places = new HashMap<>();
            for (Element shape : elements(document.getElementsByTagNameNS("*", "BPMNShape")))
                for (Element bounds : elements(shape.getElementsByTagNameNS("*", "Bounds")))
                    places.putIfAbsent(shape.getAttribute("bpmnElement"), Double.valueOf(bounds.getAttribute("x")));
            List<Step> steps = new ArrayList<>();
            for (Element element : elements(document.getElementsByTagNameNS("*", "*")))
                if (KINDS.contains(element.getLocalName()))
                    steps.add(new Step(
                            element.getAttribute("id"),
                            name(element, locale),
                            places.getOrDefault(element.getAttribute("id"), 0.0)));
            steps.sort(Comparator.comparingDouble(Step::x));
            return steps;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return List.of();
        }
    }

    private static String name(Element element, Locale locale) {
        if (!locale.getLanguage().equals(Messages.CHINESE.getLanguage()))
            for (Element property : elements(element.getElementsByTagNameNS("*", "property")))
                if (property.getAttribute("name").equals("name." + locale.getLanguage()))
                    return property.getAttribute("value");
        return element.getAttribute("name");
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) if (nodes.item(i) instanceof Element e) elements.add(e);
        return elements;
    }
}
