package org.jixiao.workflow.gate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jixiao.workflow.Difference;
import org.jixiao.workflow.Difference.Facet;
import org.jixiao.workflow.Difference.Kind;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Compares two models by what they say; where an element is drawn does not matter. */
public final class Differences {

    private Differences() {}

    /** In the order of the newer model, removed ones last; empty where one of them cannot be read. */
    public static List<Difference> between(byte[] older, byte[] newer) {
        Map<String, ModelElements.Element> before;
        Map<String, ModelElements.Element> after;
        try {
            before = ModelElements.read(older);
            after = ModelElements.read(newer);
        } catch (SAXException | Node.TooDeep e) {
            return List.of();
        }
        var found = new ArrayList<Difference>();
        after.forEach((id, element) -> {
            var old = before.get(id);
            var facets = facets(old, element);
            if (old == null) found.add(new Difference(Kind.ADDED, id, element.tag(), element.name(), facets));
            else if (!facets.isEmpty()) found.add(new Difference(Kind.CHANGED, id, element.tag(), element.name(), facets));
        });
        before.forEach((id, old) -> {
            if (!after.containsKey(id)) found.add(new Difference(Kind.REMOVED, id, old.tag(), old.name(), facets(old, null)));
        });
        return List.copyOf(found);
    }

    /** Ids of the processes that the file draws. */
    public static List<String> processes(byte[] file) {
        try {
            return ModelElements.read(file).entrySet().stream()
                    .filter(e -> e.getValue().tag().equals("process"))
                    .map(Map.Entry::getKey)
                    .toList();
        } catch (SAXException | Node.TooDeep e) {
            return List.of();
        }
    }

    private static List<Facet> facets(ModelElements.@Nullable Element before, ModelElements.@Nullable Element after) {
        var all = new LinkedHashSet<String>();
        if (before != null) all.addAll(before.facets().keySet());
        if (after != null) all.addAll(after.facets().keySet());
        return all.stream()
                .filter(what -> !Objects.equals(before == null ? null : before.facets().get(what), after == null ? null : after.facets().get(what)))
                .map(what -> new Facet(what, before == null ? null : before.shown(what), after == null ? null : after.shown(what)))
                .toList();
    }
}
