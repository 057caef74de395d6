package org.jixiao.workflow;

import java.util.List;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;

/** Processes whose start event says, by its property {@code begins}, that they begin when a year is opened. */
public interface YearStarts {

    /**
     * Begins each of them, one case for the unit or one for each section, and none a second time. Every process has a
     * transaction of its own: one that fails begins for nobody, stops no other, and begins when this is asked again.
     */
    Begun begin(String unit, int year, List<String> sections, Actor by);

    /** What could not begin when it was tried last. */
    List<Failed> notBegun(String unit, int year);

    /** @param cases how many began */
    record Begun(int cases, List<Failed> failed) {}

    /** @param process its name */
    record Failed(String process, String processEn, Refusal why) {}
}
