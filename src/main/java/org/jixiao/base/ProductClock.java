package org.jixiao.base;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The one clock of product and engine, in the time of China; tests set it. */
@Component
public class ProductClock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<Clock> clock = new AtomicReference<>(Clock.system(ZONE));

    public Instant now() {
        return clock.get().instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    public static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    /** For tests: from now on this is the time; the workflow module listens to the same clock. */
    public void set(Clock other) {
        clock.set(other.withZone(ZONE));
    }
}
