package org.jixiao.organisation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.jixiao.base.ProductClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredWorkingDays implements WorkingDays {

    private static final LocalTime END_OF_WORK = LocalTime.of(17, 30);

    private static final LocalTime BEGINNING_OF_WORK = LocalTime.of(9, 0);

    private final JdbcClient db;

    StoredWorkingDays(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean isWorking(LocalDate day) {
        return working(day, exceptions(day, day));
    }

    @Override
    public Instant after(Instant moment, int workingDays) {
        LocalDate day = ProductClock.local(moment).toLocalDate();
        Map<LocalDate, Boolean> exceptions = Map.of();
        LocalDate known = day;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (day.isAfter(known)) {
                known = day.plusDays(14L + 2L * left);
                exceptions = exceptions(day, known);
            }
            if (working(day, exceptions)) left--;
        }
        return day.atTime(END_OF_WORK).atZone(ProductClock.ZONE).toInstant();
    }

    @Override
    public Instant before(Instant moment, int workingDays) {
        LocalDate day = ProductClock.local(moment).toLocalDate();
        LocalDate first = day.minusDays(14L + 2L * workingDays);
        var exceptions = exceptions(first, day);
        for (int left = workingDays; left > 0; ) {
            day = day.minusDays(1);
            if (day.isBefore(first)) {
                first = day.minusDays(14L + 2L * left);
                exceptions = exceptions(first, day);
            }
            if (working(day, exceptions)) left--;
        }
        return day.atTime(BEGINNING_OF_WORK).atZone(ProductClock.ZONE).toInstant();
    }

    @Override
    public int between(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) return 0;
        var exceptions = exceptions(from, to);
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(day -> working(day, exceptions))
                .count();
    }

    private static boolean working(LocalDate day, Map<LocalDate, Boolean> exceptions) {
        return exceptions.getOrDefault(day, day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue());
    }

    private Map<LocalDate, Boolean> exceptions(LocalDate first, LocalDate last) {
        Map<LocalDate, Boolean> days = new HashMap<>();
        db.sql("select day, working from working_day where day between ? and ?")
                .params(first, last)
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getBoolean("working"));
                });
        return days;
    }
}
