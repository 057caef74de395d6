package org.jixiao.base.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jixiao.base.Messages;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The steps of a process in words, in the order one comes to them: done, current, to come. */
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

    record Step(String id, String name) {}

    /** Empty when the model cannot be read: the picture says so itself. */
    static List<Step> read(String xml, Locale locale) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return walk(factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))), locale);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return List.of();
        }
    }

    /** From the start along the flows, into a sub-process where one comes to it. */
    private static List<Step> walk(Document document, Locale locale) {
        Map<String, Element> elements = new HashMap<>();
        Map<String, List<String>> onward = new HashMap<>();
        var ahead = new ArrayDeque<String>();
        for (Element element : elements(document.getElementsByTagNameNS("*", "*"))) {
            elements.putIfAbsent(element.getAttribute("id"), element);
            switch (element.getLocalName()) {
                case "sequenceFlow" -> lead(onward, element.getAttribute("sourceRef"), element.getAttribute("targetRef"));
                case "boundaryEvent" -> lead(onward, element.getAttribute("attachedToRef"), element.getAttribute("id"));
                case "startEvent" -> {
                    Node around = element.getParentNode();
                    if (around.getLocalName().equals("process")) ahead.add(element.getAttribute("id"));
                    else if (around instanceof Element within) enter(onward, within, element);
                }
                default -> {}
            }
        }
        List<Step> steps = new ArrayList<>();
        Set<String> seen = new HashSet<>(ahead);
        while (!ahead.isEmpty()) {
            String id = ahead.poll();
            Element element = elements.get(id);
            if (element != null && KINDS.contains(element.getLocalName())) steps.add(new Step(id, name(element, locale)));
            for (String next : onward.getOrDefault(id, List.of())) if (seen.add(next)) ahead.add(next);
        }
        return steps;
    }

    private static void lead(Map<String, List<String>> onward, String from, String to) {
        onward.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
    }

    private static void enter(Map<String, List<String>> onward, Element within, Element start) {
        onward.computeIfAbsent(within.getAttribute("id"), id -> new ArrayList<>()).add(0, start.getAttribute("id"));
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
