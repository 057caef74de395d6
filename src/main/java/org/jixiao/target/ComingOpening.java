package org.jixiao.target;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.inbox.Coming;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Unit;
import org.jixiao.target.TargetTable.Period;
import org.springframework.stereotype.Component;

/** The self-evaluation that opens next in the person's units, by the dates their years were given. */
@Component
class ComingOpening implements Coming {

    private final TargetTables tables;
    private final Organisation organisation;
    private final ProductClock clock;
    private final Messages messages;

    ComingOpening(TargetTables tables, Organisation organisation, ProductClock clock, Messages messages) {
        this.tables = tables;
        this.organisation = organisation;
        this.clock = clock;
        this.messages = messages;
    }

    private record Opening(LocalDate day, Period period) {}

    @Override
    public Optional<String> next(Actor reader, Locale locale) {
        LocalDate today = clock.today();
        var units = organisation.unitsOf(reader.id(), today).stream().map(Unit::code).toList();
        return tables.open(units).stream()
                .flatMap(table -> Stream.of(Period.values())
                        .filter(period -> !table.opened(period) && table.date(period) != null)
                        .map(period -> new Opening(table.date(period), period)))
                .filter(opening -> opening.day().isAfter(today))
                .min(Comparator.comparing(Opening::day))
                .map(opening -> messages.text(
                        locale, "target.coming." + opening.period().name(), said(opening.day(), today, locale)));
    }

    /** The year only where it is another. */
    private static String said(LocalDate day, LocalDate today, Locale locale) {
        boolean chinese = Messages.chinese(locale);
        boolean thisYear = day.getYear() == today.getYear();
        String pattern = chinese ? (thisYear ? "M 月 d 日" : "yyyy 年 M 月 d 日") : thisYear ? "d MMMM" : "d MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
