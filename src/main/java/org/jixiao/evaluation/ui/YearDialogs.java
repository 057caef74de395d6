package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.Notices;
import org.jixiao.evaluation.BoardView;
import org.jixiao.evaluation.BoardView.StageView;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignedIn;
import org.jixiao.target.ClosingDays;
import org.jixiao.target.Stage;
import org.jixiao.target.Years;
import org.jspecify.annotations.Nullable;

/** What the coordinator does to the year as a whole: opens a self-evaluation early, changes the dates, begins what did not. */
@org.springframework.stereotype.Component
class YearDialogs {

    private final Years years;
    private final SignedIn signedIn;

    YearDialogs(Years years, SignedIn signedIn) {
        this.years = years;
        this.signedIn = signedIn;
    }

    /** Buttons for the board's head, also when no request of the person's is under way; {@code done} shows the board anew. */
    Component[] actions(Actor actor, BoardView board, Runnable done) {
        List<Component> actions = new ArrayList<>();
        if (!"OPEN".equals(board.state())) return new Component[0];
        years.dates(actor, board.unit(), board.year()).ifPresent(dates -> {
            if (!dates.halfYearOpened() && !begun(board, Stage.HALF_YEAR)) {
                actions.add(opener(board, Stage.HALF_YEAR, done));
            } else if (!dates.fullYearOpened() && !begun(board, Stage.FULL_YEAR)) {
                actions.add(opener(board, Stage.FULL_YEAR, done));
            }
        });
        actions.add(dates(board, done));
        return actions.toArray(Component[]::new);
    }

    /** Says as long as it is so what was to begin with the year and has not, why, and begins it once it is mended. */
    Optional<Component> notBegun(Actor actor, BoardView board, Runnable done) {
        if (!board.mayOpen() || !"OPEN".equals(board.state())) return Optional.empty();
        var failed = years.notBegun(actor, board.unit(), board.year());
        if (failed.isEmpty()) return Optional.empty();
        var words = Parts.div("jx-b");
        words.setText(words.getTranslation("evaluation.year.notBegun"));
        for (var one : failed) {
            String name = Messages.name(UI.getCurrent().getLocale(), one.process(), one.processEn());
            words.add(new Div(words.getTranslation("evaluation.year.notBegun.one", name, Notices.sentence(one.why()))));
        }
        var now = new Button(words.getTranslation("evaluation.year.notBegun.now"), e -> begin(board, done));
        now.addThemeNames("small");
        var banner = Parts.div("jx-banner", Glyph.WARN.icon(), words, now);
        banner.addClassName("warn");
        return Optional.of(banner);
    }

    private void begin(BoardView board, Runnable done) {
        try {
            var begun = years.begin(signedIn.actor(), board.unit(), board.year());
            var ui = UI.getCurrent();
            if (begun.cases() > 0) Notices.done(ui.getTranslation("evaluation.year.begun", begun.cases()));
            if (!begun.failed().isEmpty()) Notices.warn(ui.getTranslation("evaluation.year.notBegun.still"));
            done.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private static boolean begun(BoardView board, Stage stage) {
        StageView view = board.stages().get(stage.ordinal());
        return view.opened() && view.sections().stream().noneMatch(s -> s.cells().isEmpty());
    }

    private Button opener(BoardView board, Stage stage, Runnable done) {
        Button button = new Button();
        button.setText(button.getTranslation("evaluation.year.open." + stage.name()));
        button.addThemeNames("small");
        button.addClickListener(e -> open(board, stage, done));
        return button;
    }

    private void open(BoardView board, Stage stage, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title(dialog, "evaluation.year.open." + stage.name()));
        TextField why = new TextField(dialog.getTranslation("evaluation.year.why"));
        why.setWidthFull();
        Limit.of(why, Years.WHY);
        dialog.add(new Paragraph(dialog.getTranslation("evaluation.year.open.note")), why);
        confirm(dialog, dialog.getTranslation("evaluation.year.open.confirm"), "evaluation.year.opened", done, () -> Limit.keeps(why), () -> years.openEvaluation(
                signedIn.actor(), board.unit(), board.year(), stage.name(), why.getValue().isBlank() ? null : why.getValue()));
    }

    private Button dates(BoardView board, Runnable done) {
        Button button = new Button();
        button.setText(button.getTranslation("evaluation.year.dates"));
        button.addThemeNames("small");
        button.addClickListener(e -> changeDates(board, done));
        return button;
    }

    private void changeDates(BoardView board, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title(dialog, "evaluation.year.dates"));
        dialog.setWidth("min(640px, 94vw)");
        DayField half = day(dialog, "evaluation.year.half", board.halfYearDate());
        DayField end = day(dialog, "evaluation.year.end", board.yearEndDate());
        for (DayField day : List.of(half, end)) day.setHelperText(dialog.getTranslation("evaluation.year.byHand"));
        ClosingDays close = years.dates(signedIn.actor(), board.unit(), board.year()).orElseThrow().closing();
        List<DayField> closing = Stream.of(Stage.values())
                .map(stage -> day(dialog, "evaluation.year.close." + stage, close.of(stage)))
                .toList();
        var all = Stream.concat(Stream.of(half, end), closing.stream()).toList();
        Div last = Parts.div("jx-ev-dates");
        closing.forEach(last::add);
        Paragraph note = new Paragraph(dialog.getTranslation("evaluation.year.close.note"));
        note.addClassName("jx-sec");
        dialog.add(Parts.div("jx-ev-dates", half, end), note, last);
        confirm(dialog, dialog.getTranslation("evaluation.year.save"), "evaluation.year.saved", done, () -> DayField.readable(all), () -> years.changeDates(
                signedIn.actor(), board.unit(), board.year(), half.getValue(), end.getValue(),
                new ClosingDays(closing.get(0).getValue(), closing.get(1).getValue(), closing.get(2).getValue())));
    }

    private static DayField day(Dialog dialog, String label, @Nullable LocalDate standing) {
        DayField day = new DayField(dialog.getTranslation(label));
        day.setValue(standing);
        day.setClearButtonVisible(true);
        return day;
    }

    /** What the button said, without the dots that promised this dialog. */
    private static String title(Dialog dialog, String key) {
        return dialog.getTranslation(key).replace("…", "");
    }

    private static void confirm(Dialog dialog, String word, String said, Runnable done, BooleanSupplier ready, Runnable act) {
        Button yes = new Button(word, e -> {
            if (!ready.getAsBoolean()) return;
            try {
                act.run();
                dialog.close();
                Notices.done(dialog.getTranslation(said));
                done.run();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        yes.addThemeNames("primary");
        Button no = new Button(dialog.getTranslation("evaluation.year.cancel"), e -> dialog.close());
        dialog.getFooter().add(no, yes);
        dialog.open();
    }
}
