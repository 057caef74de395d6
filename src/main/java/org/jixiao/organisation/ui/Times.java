package org.jixiao.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates as the product writes them. */
final class Times {

    private Times() {}

    /** 2023-01-01 起, or both ends. */
    static String text(Component page, LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? page.getTranslation("organisation.times.since", from)
                : page.getTranslation("organisation.times.between", from, to);
    }

    static void localise(DatePicker... pickers) {
        Locale locale = UI.getCurrent().getLocale();
        for (DatePicker picker : pickers) {
            var words = new DatePickerI18n();
            words.setDateFormat("yyyy-MM-dd");
            words.setFirstDayOfWeek(1);
            words.setToday(picker.getTranslation("organisation.today"));
            words.setCancel(picker.getTranslation("organisation.cancel"));
            words.setMonthNames(Arrays.stream(Month.values())
                    .map(m -> m.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                    .toList());
            words.setWeekdays(week(TextStyle.FULL, locale));
            words.setWeekdaysShort(week(TextStyle.NARROW, locale));
            words.setBadInputErrorMessage(picker.getTranslation("organisation.date.bad"));
            picker.setI18n(words);
        }
    }

    /** Sunday first, as the picker wants it. */
    private static List<String> week(TextStyle style, Locale locale) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(7)
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }
}
