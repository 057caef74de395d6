package org.jixiao.target;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a section's rows are judged beside.
 *
 * @param others rows of other sections that may be named here
 * @param weighed rows of other sections that share the weights; only their sums are said
 * @param keyWorks the section's key works, those without a row included
 * @param past indicator → last year's figure as printed
 * @param unitHere whether this section's sheet carries the unit's part
 */
public record Surroundings(
        UnitPart unit,
        List<DraftRow> others,
        List<DraftRow> weighed,
        List<String> keyWorks,
        Map<UUID, Past> past,
        boolean unitHere) {

    /** @param actual what was reached last year, empty when not known */
    public record Past(String target, String actual) {
        public String best() {
            return actual.isEmpty() ? target : actual;
        }
    }
}
