package org.jixiao.workflow.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The elements of a model by id, each with what it says, as far as it says something to the engine or the product. */
final class ModelElements {

    /**
     * @param facets by what they are about, as they stand in the file
     * @param names what the elements are called that facets refer to
     */
    record Element(String tag, String name, Map<String, String> facets, Map<String, String> names) {

        /** As a person reads it. */
        @Nullable String shown(String what) {
            String value = facets.get(what);
            return value == null || !REFERENCES.contains(what) ? value : names.getOrDefault(value, value);
        }
    }

    private static final Set<String> CONTAINERS = Set.of("process", "subProcess", "transaction");
    private static final Set<String> UNSAID =
            Set.of("incoming", "outgoing", "extensionElements", "laneSet", "BPMNDiagram", "collaboration", "import", "textAnnotation", "association", "group");
    /** Of the element itself, not elements of their own. */
    private static final Set<String> PARTS =
            Set.of("documentation", "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "ioSpecification", "property", "dataInputAssociation", "dataOutputAssociation");
    private static final Set<String> REFERENCES = Set.of("sourceRef", "targetRef", "default", "attachedToRef");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Element> elements = new LinkedHashMap<>();

    private ModelElements() {}

    static Map<String, Element> read(byte[] xml) throws SAXException {
        var model = new ModelElements();
        Node root = Node.read(xml);
        root.all().filter(n -> !n.id().isEmpty()).forEach(n -> model.names.putIfAbsent(n.id(), n.called()));
        model.collect(root);
        return model.elements;
    }

    private void collect(Node container) {
        for (Node child : container.children()) {
            if (!child.uri().equals(Node.BPMN) || UNSAID.contains(child.tag()) || PARTS.contains(child.tag()) || child.id().isEmpty()) continue;
            elements.put(child.id(), new Element(child.tag(), child.called(), facets(child), names));
            if (CONTAINERS.contains(child.tag())) collect(child);
        }
    }

    private static Map<String, String> facets(Node of) {
        var facets = new LinkedHashMap<String, String>();
        facets.put("type", of.tag());
        of.attributes().forEach((key, value) -> {
            if (!key.equals("id")) facets.put(key.substring(key.lastIndexOf(':') + 1), value.strip());
        });
        of.properties().forEach((name, value) -> facets.put("property." + name, value));
        for (Node part : of.children()) {
            if (part.tag().equals("extensionElements")) part.children().forEach(extension -> extension(extension, facets));
            else if (part.tag().equals("conditionExpression")) facets.put("condition", part.text().strip());
            else if (part.tag().equals("documentation")) facets.put("documentation", part.text().strip());
            else if (!UNSAID.contains(part.tag()) && (PARTS.contains(part.tag()) || !CONTAINERS.contains(of.tag())))
                facets.merge(part.tag(), whole(part), (one, other) -> one + " · " + other);
        }
        facets.values().removeIf(String::isBlank);
        return facets;
    }

    /** Fields of a form each on their own, whatever else as it is written. */
    private static void extension(Node extension, Map<String, String> facets) {
        if (extension.tag().equals("properties")) return;
        if (extension.tag().equals("formData"))
            extension.children("formField").forEach(field -> facets.put("field." + field.id(), whole(field)));
        else facets.merge(extension.tag(), whole(extension), (one, other) -> one + " · " + other);
    }

    /** Without ids of what nobody refers to. */
    private static String whole(Node node) {
        String attributes = new TreeMap<>(node.attributes()).entrySet().stream()
                .filter(e -> !e.getKey().equals("id") && !e.getKey().startsWith(Node.XSI))
                .map(e -> e.getKey().substring(e.getKey().lastIndexOf(':') + 1) + "=" + e.getValue())
                .collect(Collectors.joining(", "));
        String inside = node.children().stream()
                .map(child -> child.tag() + " " + whole(child))
                .collect(Collectors.joining("; "));
        return java.util.stream.Stream.of(attributes, node.text().strip(), inside)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("; "));
    }
}
