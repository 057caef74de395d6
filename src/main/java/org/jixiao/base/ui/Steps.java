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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jixiao.base.Messages;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The steps of a process in words, in the order one comes to them: done, current, to come. A sub-process that not every
 * case enters is one step of the line; who is in it sees its steps, after the last one before it.
 */
public final class Steps extends OrderedList {

    private static final Set<String> KINDS = Set.of("userTask", "callActivity", "manualTask");

    public Steps(String xml, List<String> taken, List<String> active) {
        addClassName("jx-steps");
        for (Stop stop : stops(xml, getLocale(), taken, active)) {
            var item = new ListItem(stop.name());
            if (stop.place() == Place.CURRENT) {
                item.addClassName("c");
                item.getElement().setAttribute("aria-current", "step");
            } else if (stop.place() == Place.DONE) {
                item.addClassName("d");
                var done = new Span(getTranslation("base.steps.done"));
                done.addClassName("jx-sr");
                item.addComponentAsFirst(Glyph.CHECK.small());
                item.add(done);
            }
            add(item);
        }
    }

    enum Place {
        DONE,
        CURRENT,
        AHEAD
    }

    /** A step of the line and where the case is to it. */
    record Stop(String id, String name, Place place) {}

    static List<Stop> stops(String xml, Locale locale, List<String> taken, List<String> active) {
        List<Stop> stops = new ArrayList<>();
        boolean ahead = false;
        for (Step step : line(read(xml, locale), taken, active)) {
            boolean current = active.contains(step.id());
            ahead |= current;
            boolean done = !ahead && taken.contains(step.id());
            stops.add(new Stop(step.id(), step.name(), current ? Place.CURRENT : done ? Place.DONE : Place.AHEAD));
        }
        return stops;
    }

    /** The steps of the line, by their ids, in the reader's language. */
    public static Map<String, String> inOrder(String xml, Locale locale, List<String> taken, List<String> active) {
        Map<String, String> steps = new LinkedHashMap<>();
        stops(xml, locale, taken, active).forEach(stop -> steps.put(stop.id(), stop.name()));
        return steps;
    }

    /** @param detour the sub-process it belongs to, if not every case enters that */
    record Step(String id, String name, @Nullable Step detour) {}

    /** The steps worth a place: of a detour one is on, its own; of another, only that there is one. */
    static List<Step> line(List<Step> steps, List<String> taken, List<String> active) {
        boolean over = active.isEmpty() && !taken.isEmpty();
        List<Step> line = new ArrayList<>();
        for (Step step : steps) {
            Step detour = step.detour();
            if (detour == null) {
                line.add(step);
            } else if (active.contains(detour.id())) {
                if (line.stream().noneMatch(s -> detour.equals(s.detour())))
                    line.subList(0, Math.max(0, line.size() - 1)).clear();
                line.add(step);
            } else if (!line.contains(detour) && (!over || taken.contains(detour.id()))) {
                line.add(detour);
            }
        }
        return line;
    }

    /** Empty when the model cannot be read: the picture says so itself. */
    static List<Step> read(String xml, Locale locale) {
        Document document = parse(xml);
        return document == null ? List.of() : walk(document, locale);
    }

    private static @Nullable Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return null;
        }
    }

    private static List<Step> walk(Document document, Locale locale) {
        Map<String, List<String>> onward = new HashMap<>();
        for (Element flow : elements(document.getElementsByTagNameNS("*", "sequenceFlow")))
            lead(onward, flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"));
        for (Element event : elements(document.getElementsByTagNameNS("*", "boundaryEvent")))
            lead(onward, event.getAttribute("attachedToRef"), event.getAttribute("id"));
        List<Step> steps = new ArrayList<>();
        for (Element process : elements(document.getElementsByTagNameNS("*", "process")))
            walk(process, onward, locale, null, steps);
        return steps;
    }

    private static void lead(Map<String, List<String>> onward, String from, String to) {
        onward.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
    }

    /** From the start along the flows; a sub-process is walked where one comes to it. */
    private static void walk(
            Element scope, Map<String, List<String>> onward, Locale locale, @Nullable Step detour, List<Step> steps) {
        Map<String, Element> inside = new HashMap<>();
        var ahead = new ArrayDeque<String>();
        for (Element child : elements(scope.getChildNodes())) {
            inside.put(child.getAttribute("id"), child);
            if (child.getLocalName().equals("startEvent")) ahead.add(child.getAttribute("id"));
        }
        Set<String> seen = new HashSet<>(ahead);
        while (!ahead.isEmpty()) {
            String id = ahead.poll();
            Element element = inside.get(id);
            if (element == null) continue;
            if (KINDS.contains(element.getLocalName())) steps.add(new Step(id, name(element, locale), detour));
            if (element.getLocalName().equals("subProcess")) {
                boolean forEach = elements(element.getChildNodes()).stream()
                        .anyMatch(e -> e.getLocalName().equals("multiInstanceLoopCharacteristics"));
                var own = new Step(id, name(element, locale), null);
                walk(element, onward, locale, forEach ? detour : own, steps);
            }
            for (String next : onward.getOrDefault(id, List.of())) if (seen.add(next)) ahead.add(next);
        }
    }

    /** What the process and whatever is drawn in it are called in this language, by their ids. */
    public static Map<String, String> names(String xml, Locale locale) {
        Map<String, String> names = new HashMap<>();
        Document document = parse(xml);
        if (document == null) return names;
        for (Element element : elements(document.getElementsByTagNameNS("*", "*")))
            if (element.hasAttribute("name") && element.hasAttribute("id")) names.put(element.getAttribute("id"), name(element, locale));
        return names;
    }

    private static String name(Element element, Locale locale) {
        if (!Messages.chinese(locale))
            for (Element property : elements(element.getElementsByTagNameNS("*", "property")))
                if (property.getAttribute("name").equals("name." + locale.getLanguage())
                        && property.getParentNode().getParentNode().getParentNode() == element)
                    return property.getAttribute("value");
        return element.getAttribute("name");
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) if (nodes.item(i) instanceof Element e) elements.add(e);
        return elements;
    }
}
