package org.jixiao.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element that one model has otherwise than another; where it is drawn does not matter.
 *
 * @param name what a person calls it, in the newer model where it has both
 * @param facets what is otherwise; of an added or removed element, all that it says
 */
public record Difference(Kind kind, String id, String tag, String name, List<Facet> facets) {

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** @param what {@code name}, {@code candidateGroups}, {@code property.deadline}, {@code condition} …; null values: it says nothing */
    public record Facet(String what, @Nullable String before, @Nullable String after) {}
}
