package org.jixiao.target;

import java.util.Map;
import java.util.UUID;

/** What a year reached, told by the module that evaluates; shown beside the next year's targets. */
public interface PastActuals {

    /** Indicator → the full year's actual as it reads, with its unit; only what has been decided. */
    Map<UUID, String> actuals(String unit, int year);
}
