package org.jixiao.target.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.target.Questions.Question;
import org.jixiao.target.Questions;
import org.jspecify.annotations.Nullable;

/** Two rows that do not go together, under one of them: the question, the coordinator's answer, or where to type it. */
final class QuestionLine extends Div {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ProductClock.ZONE);

    private final @Nullable Consumer<String> answered;

    /** @param answered hands the answer on; null: only to read */
    QuestionLine(Question question, @Nullable Consumer<String> answered) {
        this.answered = answered;
        addClassName("jx-question");
        add(new FindingLine(question.asked().severity(), question.asked().message()));
        var said = question.answer();
        if (said != null) {
            var line = new Div(new Span(getTranslation("target.question.said", said.by(), WHEN.format(said.at()), said.text())));
            line.addClassName("jx-answer");
            if (question.earlier()) line.add(PageHeader.badge(getTranslation("target.question.earlier"), "warn"));
            add(line);
        }
        if (answered == null || !question.mayAnswer()) return;
        if (question.waits()) {
            add(field(""));
            return;
        }
        var again = new Button(getTranslation("target.question.again"));
        again.addThemeNames("tertiary-inline", "small");
        again.addClickListener(e -> {
            again.setVisible(false);
            var field = field(said == null ? "" : said.text());
            add(field);
            field.getChildren().findFirst().ifPresent(f -> ((TextField) f).focus());
        });
        add(again);
    }

    private Div field(String text) {
        var field = new TextField();
        field.setValue(text);
        Limit.of(field, Questions.LONGEST);
        field.setPlaceholder(getTranslation("target.question.why"));
        field.setAriaLabel(getTranslation("target.question.why"));
        var keep = new Button(getTranslation("target.question.keep"), e -> answer(field));
        keep.addThemeNames("small");
        field.addKeyPressListener(Key.ENTER, e -> answer(field));
        var line = new Div(field, keep);
        line.addClassName("jx-answer-line");
        return line;
    }

    private void answer(TextField field) {
        if (field.getValue().isBlank()) {
            field.setErrorMessage(getTranslation("refusal.targets.answer.empty"));
            field.setInvalid(true);
            field.focus();
            return;
        }
        if (!Limit.keeps(field)) return;
        if (answered != null) answered.accept(field.getValue());
    }
}
