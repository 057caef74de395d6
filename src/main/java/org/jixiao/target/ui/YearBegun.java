package org.jixiao.target.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.stream.Collectors;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Notices;
import org.jixiao.organisation.SignedIn;
import org.jixiao.target.Years;
import org.jixiao.workflow.YearStarts.Begun;
import org.jixiao.workflow.YearStarts.Failed;

/** Says which processes that begin with the year did not, and why; once mended, they begin from here. */
final class YearBegun {

    private final Years years;
    private final SignedIn signedIn;
    private final String unit;
    private final int year;

    YearBegun(Years years, SignedIn signedIn, String unit, int year) {
        this.years = years;
        this.signedIn = signedIn;
        this.unit = unit;
        this.year = year;
    }

    void tell(Begun begun) {
        if (begun.cases() > 0) Notices.done(text("target.open.begun", String.valueOf(begun.cases())));
        if (begun.failed().isEmpty()) return;
        String all = begun.failed().stream().map(this::sentence).collect(Collectors.joining(text("target.open.notBegun.and")));
        var again = new Button(text("target.open.notBegun.again"));
        var notice = Notices.warn(text("target.open.notBegun", all), again);
        again.addClickListener(e -> {
            try {
                var now = years.begin(signedIn.actor(), unit, year);
                notice.close();
                tell(now);
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
    }

    private String sentence(Failed failed) {
        String name = Messages.name(UI.getCurrent().getLocale(), failed.process(), failed.processEn());
        return text("target.open.notBegun.one", name, Notices.sentence(failed.why()));
    }

    private static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }
}
