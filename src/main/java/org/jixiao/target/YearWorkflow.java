package org.jixiao.target;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.jixiao.base.ProductClock;
import org.jixiao.target.TargetTable.Period;
import org.jixiao.workflow.CurrentCase;
import org.jixiao.workflow.ProcessBean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the process of a year asks the domain, and tells it at the end. */
@Component
class YearWorkflow implements ProcessBean {

    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    private final ObjectProvider<CurrentCase> current;
    private final TargetTables tables;
    private final TargetSheets sheets;
    private final ProductClock clock;

    YearWorkflow(ObjectProvider<CurrentCase> current, TargetTables tables, TargetSheets sheets, ProductClock clock) {
        this.current = current;
        this.tables = tables;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public String name() {
        return YearProcess.BEAN;
    }

    @Callable
    public List<String> sections() {
        return sheets.sections(table().id());
    }

    /** Opened early or by hand, or its date went by while something else was still under way. */
    @Callable
    public boolean opened(String period) {
        var table = table();
        LocalDate date = table.date(Period.of(period));
        return table.opened(Period.of(period)) || (date != null && !date.isAfter(clock.today()));
    }

    /** Has a date still to come. */
    @Callable
    public boolean dated(String period) {
        LocalDate date = table().date(Period.of(period));
        return !opened(period) && date != null;
    }

    @Callable
    public Date date(String period) {
        return start(table().date(Period.of(period)));
    }

    /**
     * When a loop of rectification gives way to the full-year evaluation: the day, by hand never. A loop that begins
     * after the full year was opened has missed that word, so it ends at once.
     */
    @Callable
    public Date endOfLoop() {
        String full = Period.FULL_YEAR.name();
        return opened(full) ? Date.from(clock.now()) : date(full);
    }

    @Callable
    public void archive() {
        var table = table();
        table.mustBeOpen();
        tables.archived(table.id());
    }

    /** The first moment of the day, or for none a day that never comes. */
    static Date start(@Nullable LocalDate day) {
        return Date.from((day == null ? NEVER : day).atStartOfDay(ProductClock.ZONE).toInstant());
    }

    private TargetTable table() {
        var facts = current.getObject().facts();
        return tables.find(facts.unit(), facts.year())
                .orElseThrow(() -> new IllegalStateException("no table for " + facts));
    }
}
