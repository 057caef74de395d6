package org.jixiao.base;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one clock of product and engine, in the time of China; tests set it. */
@Component
public class ProductClock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<Consumer<@Nullable Instant>> listeners = new CopyOnWriteArrayList<>();
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

    /** For tests: from now on this is the time, and it stands still; the engine follows. */
    public void set(Instant instant) {
        clock.set(Clock.fixed(instant, ZONE));
        listeners.forEach(l -> l.accept(instant));
    }

    /** The machine's time again. */
    public void reset() {
        clock.set(Clock.system(ZONE));
        listeners.forEach(l -> l.accept(null));
    }

    /** Told the instant when the clock is set, null when it runs again. */
    public void onSet(Consumer<@Nullable Instant> listener) {
        listeners.add(listener);
    }
}
