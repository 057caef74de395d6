package org.jixiao.organisation.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.TextStyle;
import java.util.stream.IntStream;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.organisation.Calendar;
import org.jixiao.organisation.Calendar.Day;
import org.jixiao.organisation.SignedIn;
import org.jspecify.annotations.Nullable;

/** Public holidays and the weekends worked instead; deadlines are counted in working days. */
@Route(value = "admin/calendar", layout = MainLayout.class)
@Menu(title = "organisation.calendar.title", icon = "CALENDAR", order = 303)
@RolesAllowed("SYSADMIN")
class CalendarView extends AdminPage {

    private static final int FIRST_YEAR = 2023;

    private final transient Calendar calendar;
    private final transient SignedIn signedIn;
    private final Select<Integer> year = new Select<>();
    private final Grid<Day> grid = grid(Day.class);

    CalendarView(Calendar calendar, SignedIn signedIn, ProductClock clock) {
        super("organisation.calendar.title");
        this.calendar = calendar;
        this.signedIn = signedIn;
        int now = clock.today().getYear();
        year.setItems(IntStream.rangeClosed(Math.min(FIRST_YEAR, now), now + 1).boxed().toList());
        year.setAriaLabel(getTranslation("organisation.calendar.year"));
        year.setWidth("110px");
        year.setValue(now);
        year.addValueChangeListener(e -> reload());
        searchFor(getTranslation("organisation.calendar.search"));
        tools.add(year, search);
        actions(main("organisation.day.add", () -> day(null)));
        columns();
        reload();
    }

    private void columns() {
        grid.addColumn(Day::day)
                .setHeader(getTranslation("organisation.day"))
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(this::weekday)
                .setHeader(getTranslation("organisation.day.weekday"))
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(d -> kind(d.working()))
                .setHeader(getTranslation("organisation.day.kind"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(Day::name).setHeader(getTranslation("organisation.day.name"));
        grid.addComponentColumn(this::acts).setHeader(getTranslation("organisation.acts")).setWidth("130px").setFlexGrow(0);
        onPhone(grid, d -> card(
                cell(new Span(d.day().toString()), quiet(weekday(d)), quiet(kind(d.working()))),
                cell(new Span(d.name()), acts(d))));
    }

    private Div acts(Day day) {
        return cell(
                small("organisation.change", day.day().toString(), () -> day(day)),
                small("organisation.day.clear", day.day().toString(), () -> clear(day)));
    }

    private String weekday(Day day) {
        return day.day().getDayOfWeek().getDisplayName(TextStyle.SHORT, getLocale());
    }

    private String kind(boolean working) {
        return getTranslation(working ? "organisation.day.working" : "organisation.day.off");
    }

    private void clear(Day day) {
        calendar.clear(signedIn.actor(), day.day());
        reload();
    }

    @Override
    void reload() {
        var all = calendar.of(signedIn.actor(), year.getValue());
        var some = all.stream()
                .filter(d -> found(d.name(), d.day().toString(), kind(d.working())))
                .toList();
        long off = all.stream().filter(d -> !d.working()).count();
        count(getTranslation("organisation.calendar.count", off, all.size() - off, some.size()));
        grid.setItems(some);
        if (all.isEmpty())
            show(new EmptyState(
                    Glyph.CALENDAR,
                    getTranslation("organisation.calendar.empty", year.getValue()),
                    getTranslation("organisation.calendar.empty.next")));
        else if (some.isEmpty()) show(new EmptyState(Glyph.SEARCH, getTranslation("organisation.found.none"), ""));
        else show(grid);
    }

    private void day(@Nullable Day changed) {
        var fields = new FormFields();
        var day = fields.add("day", new DayField(getTranslation("organisation.day")));
        var working = new RadioButtonGroup<Boolean>(getTranslation("organisation.day.kind"));
        working.setItems(false, true);
        working.setItemLabelGenerator(this::kind);
        var name = fields.add("name", new TextField(getTranslation("organisation.day.name")));
        working.setValue(changed != null && changed.working());
        if (changed != null) {
            day.setValue(changed.day());
            day.setReadOnly(true);
            name.setValue(changed.name());
        }
        new EntryDialog(
                getTranslation(changed == null ? "organisation.day.add" : "organisation.day.change"),
                getTranslation("organisation.save"),
                fields,
                () -> calendar.put(signedIn.actor(), day.getValue(), working.getValue(), name.getValue()),
                this::reload,
                day,
                working,
                name);
    }
}
