package org.jixiao.workflow.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An XML element with its namespace resolved.
 *
 * @param attributes by name, those of a namespace by {@code uri:name}
 * @param text the element's own, without its children's
 */
record Node(String uri, String tag, Map<String, String> attributes, String text, List<Node> children, int line) {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String ACTIVITI = "http://activiti.org/bpmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** Deeper than any drawing, and shallow enough for whoever walks it. */
    private static final int DEEPEST = 60;

    @Nullable String attribute(String name) {
        return attributes.get(name);
    }

    @Nullable String camunda(String name) {
        return attributes.get(CAMUNDA + ":" + name);
    }

    String id() {
        return attributes.getOrDefault("id", "");
    }

    /** What a person calls it. */
    String called() {
        String name = attributes.getOrDefault("name", "").strip();
        return name.isEmpty() ? id() : name.replaceAll("\\s+", " ");
    }

    boolean is(String... tags) {
        for (String one : tags) if (tag.equals(one)) return true;
        return false;
    }

    Stream<Node> children(String name) {
        return children.stream().filter(child -> child.tag.equals(name));
    }

    Optional<Node> child(String name) {
        return children(name).findFirst();
    }

    boolean has(String name) {
        return children(name).findAny().isPresent();
    }

    /** Camunda's elements of this name among the extensions. */
    Stream<Node> extensions(String name) {
        return children("extensionElements").flatMap(e -> e.children(name)).filter(e -> e.uri.equals(CAMUNDA));
    }

    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    /** The {@code camunda:property} values of a BPMN element. */
    /** Those that say something: the Modeler leaves a field that was emptied as an empty property. */
    Map<String, String> properties() {
        var found = new LinkedHashMap<String, String>();
        extensions("properties")
                .flatMap(all -> all.children("property"))
                .filter(p -> !p.attributes.getOrDefault("value", "").isBlank())
                .forEach(p -> found.put(p.attributes.getOrDefault("name", ""), p.attributes.get("value")));
        return found;
    }

    /** As the engine read it. */
    static Node of(Element element) {
        return of(element, 0);
    }

    private static Node of(Element element, int depth) {
        if (depth > DEEPEST) throw new TooDeep(element.getLine(), element.getColumn());
        var attributes = new LinkedHashMap<String, String>();
        for (String key : element.attributes()) attributes.put(key, element.attribute(key));
        return new Node(
                element.getUri() == null ? "" : element.getUri(),
                element.getTagName(),
                attributes,
                element.getText(),
                element.elements().stream().map(child -> of(child, depth + 1)).toList(),
                element.getLine());
    }

    /** @throws SAXException not well-formed, with a document type, or nested too deep */
    static Node read(byte[] xml) throws SAXException {
        var reader = new Reader();
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(xml)), reader);
            return reader.root();
        } catch (IOException e) {
            throw new SAXParseException(e.getMessage(), reader.locator, e);
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    static final class TooDeep extends RuntimeException {

        final int line;
        final int column;

        TooDeep(int line, int column) {
            this.line = line;
            this.column = column;
        }
    }

    private static final class Reader extends DefaultHandler {

        private final Deque<Open> open = new ArrayDeque<>();
        private @Nullable Locator locator;
        private @Nullable Node root;

        private record Open(String uri, String tag, Map<String, String> attributes, StringBuilder text, List<Node> children, int line) {}

        Node root() throws SAXException {
            if (root == null) throw new SAXException("empty");
            return root;
        }

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes given) {
            var attributes = new LinkedHashMap<String, String>();
            for (int i = 0; i < given.getLength(); i++) {
                String space = given.getURI(i);
                attributes.put(space.isEmpty() ? given.getQName(i) : space + ":" + given.getLocalName(i), given.getValue(i));
            }
            int line = locator == null ? 0 : locator.getLineNumber();
            if (open.size() >= DEEPEST) throw new TooDeep(line, locator == null ? 0 : locator.getColumnNumber());
            open.push(new Open(uri, name, attributes, new StringBuilder(), new ArrayList<>(), line));
        }

        @Override
        public void characters(char[] text, int from, int length) {
            if (!open.isEmpty()) open.peek().text.append(text, from, length);
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            var done = open.pop();
            var node = new Node(done.uri, done.tag, done.attributes, done.text.toString(), List.copyOf(done.children), done.line);
            if (open.isEmpty()) root = node;
            else open.peek().children.add(node);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
