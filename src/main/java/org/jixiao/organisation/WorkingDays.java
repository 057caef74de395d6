package org.jixiao.organisation;

import java.time.Instant;
import java.time.LocalDate;

/** Working days with 调休, from the calendar table; a day not in the table is judged by its weekday. */
public interface WorkingDays {

    boolean isWorking(LocalDate day);

    /** The end of work (17:30, China) of the n-th working day after the moment. */
    Instant after(Instant moment, int workingDays);

    /** The beginning of work (9:00, China) of the n-th working day before the moment's day. */
    Instant before(Instant moment, int workingDays);

    /** Working days passed since, today counted when it is one; 0 on the same day. */
    int between(LocalDate from, LocalDate to);
}
