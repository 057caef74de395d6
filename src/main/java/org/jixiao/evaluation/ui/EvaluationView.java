package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.WildcardParameter;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.evaluation.BoardView;
import org.jixiao.evaluation.EvaluationProcess;
import org.jixiao.evaluation.Period;
import org.jixiao.evaluation.SelfEvaluations;
import org.jixiao.evaluation.SheetView.RowView;
import org.jixiao.evaluation.SheetView;
import org.jixiao.evaluation.State;
import org.jixiao.target.Stage;
import org.jixiao.inbox.Locks;
import org.jixiao.inbox.ui.LockLine;
import org.jspecify.annotations.Nullable;

/** 自评与整改: a section's self-evaluation with lights, scores and their reasons, line by line. */
@Route(value = "evaluations", layout = MainLayout.class)
@Menu(title = "evaluation.page.title", icon = "BARS", order = 120)
@PermitAll
class EvaluationView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient SheetServices services;
    private final transient YearChoice choice;
    private final transient Locks locks;
    private final PageHeader header;
    private transient @Nullable State state;
    private List<String> sheetPath = List.of();
    private final Div body = Parts.div("jx-ev jx-sheet jx-grow jx-ev-page");

    EvaluationView(SheetServices services, YearChoice choice, Locks locks) {
        this.locks = locks;
        this.services = services;
        this.choice = choice;
        addClassNames("jx-page");
        header = new PageHeader(getTranslation("evaluation.page.title"));
        // It scrolls, so the keyboard must reach it.
        body.getElement().setAttribute("tabindex", "0").setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("evaluation.page.title"));
        add(header, Parts.div("jx-body", body));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", getTranslation("evaluation.page.title"));
    }

    /** {@code unit/year/section/period}, each as far as given. */
    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String path) {
        List<String> parts = path.isEmpty() ? List.of() : List.of(path.split("/"));
        YearChoice.Place place = choice.place(services.actor(), parts);
        if (place == null) {
            body.removeAll();
            body.add(new EmptyState(
                    Glyph.BARS, getTranslation("evaluation.page.none"), getTranslation("evaluation.page.none.next")));
            return;
        }
        BoardView board = choice.board(services.actor(), place);
        String section = place.section() == null ? choice.ownSection(services.actor(), board) : place.section();
        Period period = parts.size() > 3 && Period.FULL_YEAR.name().equals(parts.get(3)) ? Period.FULL_YEAR : latest(board, parts);
        state = event.getLocation().getQueryParameters().getSingleParameter("state")
                .flatMap(name -> Stream.of(State.values()).filter(s -> s.name().equals(name)).findFirst())
                .orElse(null);
        show(board, section, period);
    }

    private static Period latest(BoardView board, List<String> parts) {
        boolean full = parts.size() < 4
                && board.stages().get(Stage.FULL_YEAR.ordinal()).opened();
        return full ? Period.FULL_YEAR : Period.HALF_YEAR;
    }

    private void show(BoardView board, @Nullable String section, Period period) {
        body.removeAll();
        header.facts(sections(board, section, period), periods(board, section, period));
        header.actions();
        if (section == null) return;
        boolean begun = begun(board, section, period);
        SelfEvaluations.Page page = begun ? page(board, section, period) : null;
        if (page == null) {
            body.add(new EmptyState(
                    Glyph.CLOCK,
                    getTranslation(begun ? "evaluation.page.closed" : "evaluation.page.notOpen"),
                    next(board, period, begun)));
            return;
        }
        if (page.taskId() != null) {
            Button open = new Button(getTranslation("evaluation.page.fill"));
            open.addThemeNames("primary", "small");
            open.addClickListener(e -> open.getUI().ifPresent(ui -> ui.navigate("task/" + page.taskId())));
            header.actions(open);
        }
        if (page.taskId() == null)
            locks.of(EvaluationProcess.EVALUATION, board.unit(), board.year(), section, period.name(),
                            "ARCHIVED".equals(board.state()), getLocale())
                    .ifPresent(lock -> body.add(new LockLine(lock)));
        sheetPath = List.of(board.unit(), String.valueOf(board.year()), section, period.name());
        fill(page.sheet());
    }

    private static boolean begun(BoardView board, String section, Period period) {
        return board.stages().get(period.ordinal() + 1).sections().stream()
                .anyMatch(row -> row.section().equals(section) && (!row.owes().isEmpty() || row.finished() != null));
    }

    private String next(BoardView board, Period period, boolean closed) {
        if (closed) return getTranslation("evaluation.page.closed.next");
        var date = period == Period.HALF_YEAR ? board.halfYearDate() : board.yearEndDate();
        return date == null
                ? getTranslation("evaluation.page.notOpen.byHand")
                : getTranslation("evaluation.page.notOpen.date", date.toString());
    }

    private SelfEvaluations.@Nullable Page page(BoardView board, String section, Period period) {
        try {
            return services.evaluations().read(services.actor(), board.unit(), board.year(), section, period);
        } catch (Refusal refused) {
            return null;
        }
    }

    private void fill(SheetView sheet) {
        DualHead head = new DualHead();
        head.show(sheet);
        body.add(head, ScoreLine.of(sheet));
        List<RowView> rows = sheet.rows();
        if (state != null) {
            rows = rows.stream().filter(row -> row.state() == state).toList();
            var all = new Anchor("evaluations/" + String.join("/", sheetPath), getTranslation("evaluation.page.all", sheet.rows().size()));
            body.add(Parts.div("jx-ev-only", new Span(getTranslation(
                    "evaluation.page.only", getTranslation("evaluation.state." + state), rows.size())), all));
        }
        boolean full = sheet.period() == Period.FULL_YEAR;
        body.add(ReadColumns.of(full, false));
        String group = "";
        for (RowView row : rows) {
            if (!Rows.group(row).equals(group)) body.add(Rows.groupLine(Rows.group(row)));
            group = Rows.group(row);
            body.add(new ReadRow(services, row, sheet, java.util.Map.of(), full));
        }
    }

    private Select<String> sections(BoardView board, @Nullable String section, Period period) {
        Select<String> select = new Select<>();
        var rows = board.stages().get(0).sections();
        select.setItems(rows.stream().map(BoardView.SectionRow::section).toList());
        select.setItemLabelGenerator(code -> rows.stream()
                .filter(r -> r.section().equals(code))
                .map(BoardView.SectionRow::name)
                .findFirst()
                .orElse(code));
        select.addThemeNames("small");
        select.setWidth("240px");
        select.getElement().setProperty("accessibleName", getTranslation("evaluation.page.section"));
        select.setValue(section);
        select.addValueChangeListener(e -> {
            go(board, e.getValue(), period);
        });
        return select;
    }

    private Div periods(BoardView board, @Nullable String section, Period period) {
        Div segment = Parts.div("jx-seg");
        segment.getElement().setAttribute("role", "group");
        for (Period choice : Period.values()) {
            Button button = new Button(
                    getTranslation("evaluation.period." + choice.name()), e -> go(board, section, choice));
            button.addThemeNames("small");
            button.getElement().setAttribute("aria-pressed", String.valueOf(choice == period));
            segment.add(button);
        }
        return segment;
    }

    private void go(BoardView board, @Nullable String section, Period period) {
        List<String> parts = new ArrayList<>(List.of("evaluations", board.unit(), String.valueOf(board.year())));
        if (section != null) parts.addAll(List.of(section, period.name()));
        getUI().ifPresent(ui -> ui.navigate(String.join("/", parts)));
    }
}
