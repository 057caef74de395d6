package org.jixiao.target;

import java.util.Map;
import org.jixiao.target.TargetTable.Period;

/** What {@code bpmn/performance-year.bpmn} and this module agree on. */
public final class YearProcess {

    public static final String KEY = "performance-year";
    static final String CONTENT = "year";
    static final String BEAN = "year";
    public static final String FORM_ARCHIVE = "year-archive";

    static final Map<Period, String> OPENED =
            Map.of(Period.HALF_YEAR, "HalfYearOpened", Period.FULL_YEAR, "FullYearOpened");

    /** Where a section waits for a date or an opening → the gateway that asks how. */
    static final Map<String, String> WAITS = Map.of(
            "Gateway_HalfYearWait", "Gateway_HalfYearHow",
            "Event_HalfYearByHand", "Gateway_HalfYearHow",
            "Gateway_FullYearWait", "Gateway_FullYearHow",
            "Event_FullYearByHand", "Gateway_FullYearHow");

    /** The timer at which a loop of rectification gives way to the full-year evaluation. */
    static final String END_OF_LOOP = "Event_YearEnd";

    /** No case waits for it: it puts the new dates on the record. */
    static final String DATES_CHANGED = "DatesChanged";

    static final String CLOSING_CHANGED = "ClosingChanged";
    static final String NOT_BEGUN = "NotBegun";
    static final String OPENED_LATE = "OpenedLate";
    static final String ENDED_LATE = "EndedLate";

    /** Whom the year calls for a section's self-evaluation. */
    static final String EVALUATION = "section-evaluation";

    private YearProcess() {}
}
