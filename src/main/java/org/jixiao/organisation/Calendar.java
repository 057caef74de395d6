package org.jixiao.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jixiao.organisation.Administered.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the days that differ from their weekday, for the system administrator. */
@Service
@Transactional
public class Calendar {

    private final JdbcClient db;
    private final Administration administration;

    Calendar(JdbcClient db, Administration administration) {
        this.db = db;
        this.administration = administration;
    }

    @Transactional(readOnly = true)
    public List<Day> of(Actor actor, int year) {
        administration.permit(actor, Role.SYSADMIN);
        return db.sql("select day, working, name from working_day where extract(year from day) = ? order by day")
                .param(year)
                .query((row, n) -> new Day(
                        row.getObject("day", LocalDate.class), row.getBoolean("working"), row.getString("name")))
                .list();
    }

    public void put(Actor actor, @Nullable LocalDate day, boolean working, String name) {
        administration.permit(actor, Role.SYSADMIN);
        new Form().require(day != null, "day", "missing").name("name", name).settle();
        db.sql("insert into working_day (day, working, name) values (:day, :working, :name)"
                        + " on conflict (day) do update set working = :working, name = :name")
                .param("day", day)
                .param("working", working)
                .param("name", name.strip())
                .update();
        administration.done(actor, Change.DAY_CHANGED, day + " " + name.strip());
    }

    /** The day is judged by its weekday again. */
    public void clear(Actor actor, LocalDate day) {
        administration.permit(actor, Role.SYSADMIN);
        int cleared = db.sql("delete from working_day where day = ?").param(day).update();
        if (cleared > 0) administration.done(actor, Change.DAY_CLEARED, day.toString());
    }

    public record Day(LocalDate day, boolean working, String name) {}
}
