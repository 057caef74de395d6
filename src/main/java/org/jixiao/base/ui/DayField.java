package org.jixiao.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A day as the product writes it, 2023-06-30; typed as people write it, also 2023/6/30, 2023.6.30 or 20230630. */
public class DayField extends DatePicker {

    public DayField() {
        this("");
    }

    public DayField(String label) {
        super(label);
        Locale locale = UI.getCurrent().getLocale();
        var words = new DatePickerI18n();
        words.setDateFormats("yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd");
        words.setFirstDayOfWeek(1);
        words.setToday(getTranslation("base.day.today"));
        words.setCancel(getTranslation("base.day.cancel"));
        words.setMonthNames(Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList());
        words.setWeekdays(week(TextStyle.FULL, locale));
        words.setWeekdaysShort(week(TextStyle.NARROW, locale));
        words.setBadInputErrorMessage(getTranslation("base.day.bad"));
        setI18n(words);
    }

    /** What stands in it and is no day, though its value is as if it were empty; empty for nothing. */
    public String unreadable() {
        return isEmpty() ? getElement().getProperty("_inputElementValue", "").strip() : "";
    }

    /** Whether each is a day or left empty; the first that is neither says so and is gone to. */
    public static boolean readable(List<DayField> days) {
        for (DayField day : days)
            if (!day.unreadable().isEmpty()) {
                day.setErrorMessage(day.getI18n().getBadInputErrorMessage());
                day.setInvalid(true);
                day.focus();
                return false;
            }
        return true;
    }

    /** Sunday first, as the picker wants it. */
    private static List<String> week(TextStyle style, Locale locale) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(7)
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }
}
