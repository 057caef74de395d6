package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
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
import org.jixiao.base.ui.Hints;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.evaluation.BoardView.StageView;
import org.jixiao.evaluation.BoardView;
import org.jixiao.inbox.ui.Arrivals;
import org.jixiao.organisation.Actor;
import org.jixiao.target.Stage;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jspecify.annotations.Nullable;

/** 年度看板: sections by stages, who owes what since when, money and targets side by side. */
@Route(value = "board", layout = MainLayout.class)
@Menu(title = "evaluation.board.title", icon = "BOARD", order = 100)
@PermitAll
class BoardPage extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient YearChoice choice;
    private final transient Verbs verbs;
    private final transient YearDialogs dialogs;
    private final transient LateOpenings late;
    private final transient Arrivals arrivals;
    /** Who opened the page: when it follows others' acts no request of this person is under way. */
    private final transient Actor actor;
    private final PageHeader header;
    private final Div stack = Parts.div("jx-stack");
    private final Div body = Parts.div("jx-board");
    private transient YearChoice.@Nullable Place place;
    private @Nullable Stage chosen;
    private transient @Nullable BoardView shown;
    private transient @Nullable Runnable stopListening;

    BoardPage(SheetServices services, YearChoice choice, Verbs verbs, YearDialogs dialogs, Hints hints,
            Arrivals arrivals, LateOpenings late) {
        this.choice = choice;
        this.verbs = verbs;
        this.dialogs = dialogs;
        this.arrivals = arrivals;
        this.late = late;
        this.actor = services.actor();
        addClassNames("jx-page");
        header = new PageHeader(getTranslation("evaluation.board.title"));
        add(header, hints.of("board"), stack, body);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", header.getElement().getChild(0).getText());
    }

    /** {@code unit/year/stage}, each as far as given. */
    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String path) {
        List<String> parts = path.isEmpty() ? List.of() : List.of(path.split("/"));
        place = choice.place(actor, parts);
        chosen = parts.size() < 3
                ? null
                : Stream.of(Stage.values())
                        .filter(stage -> stage.name().equals(parts.get(2)))
                        .findFirst()
                        .orElse(null);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stopListening = arrivals.listen(news -> {
            if (concerns(news)) ui.access(this::follow);
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (stopListening != null) stopListening.run();
    }

    private boolean concerns(Arrivals.News news) {
        BoardView board = shown;
        return board != null && news.in(board.unit(), board.year());
    }

    private void follow() {
        if (place != null && !choice.board(actor, place).equals(shown)) show();
    }

    private void show() {
        stack.removeAll();
        body.removeAll();
        if (place == null) {
            header.facts();
            header.actions();
            body.add(new EmptyState(
                    Glyph.BOARD, getTranslation("evaluation.board.none"), getTranslation("evaluation.board.none.next")));
            return;
        }
        BoardView board = choice.board(actor, place);
        shown = board;
        StageView stage = board.stages().get((chosen == null ? latest(board) : chosen).ordinal());
        header.title(getTranslation("evaluation.board.of", board.year()));
        header.facts(years(board), stages(board, stage));
        header.actions(actions(board, stage));
        dialogs.notBegun(actor, board, this::show).ifPresent(stack::add);
        IndicatorMap map = new IndicatorMap(board, stage);
        stack.add(new BoardSummary(stage, state -> {
            map.only(state);
            map.reveal();
        }));
        if (!stage.opened()) {
            body.add(new EmptyState(Glyph.CLOCK, getTranslation("evaluation.board.notOpen"), opens(board, stage.stage())));
            return;
        }
        body.add(Parts.div("jx-sheet jx-board-table", new BoardTable(
                board, stage, this::urge, section -> late.open(
                        new LateOpenings.Place(board.unit(), board.year(), section.section(), section.name(), stage.stage()), this::show))));
        if (stage.stage() == Stage.TARGETS) return;
        Div dual = Parts.div("jx-board-dual");
        if (stage.money() != null) dual.add(block("evaluation.board.money", new MoneyBars(stage.money())));
        dual.add(block("evaluation.board.map", map));
        body.add(dual);
    }

    private Section block(String title, Div content) {
        Section block = new Section(Parts.heading(getTranslation(title)), content);
        block.addClassNames("jx-sheet", "jx-board-block");
        return block;
    }

    private static Stage latest(BoardView board) {
        Stage latest = Stage.TARGETS;
        for (StageView stage : board.stages()) if (stage.opened()) latest = stage.stage();
        return latest;
    }

    private String opens(BoardView board, Stage stage) {
        var date = stage == Stage.HALF_YEAR ? board.halfYearDate() : board.yearEndDate();
        return date == null
                ? getTranslation("evaluation.page.notOpen.byHand")
                : getTranslation("evaluation.page.notOpen.date", date.toString());
    }

    private Select<Integer> years(BoardView board) {
        Select<Integer> select = new Select<>();
        List<Integer> years = place == null ? List.of() : place.years();
        select.setItems(years.contains(board.year()) ? years : Stream.concat(Stream.of(board.year()), years.stream()).toList());
        select.setItemLabelGenerator(year -> getTranslation("evaluation.board.year", year));
        select.setValue(board.year());
        select.addThemeNames("small");
        select.setWidth("120px");
        select.getElement().setProperty("accessibleName", getTranslation("evaluation.board.years"));
        select.addValueChangeListener(e -> go(board.unit(), e.getValue(), null));
        return select;
    }

    private Div stages(BoardView board, StageView shown) {
        Div segment = Parts.div("jx-seg");
        segment.getElement().setAttribute("role", "group");
        segment.getElement().setAttribute("aria-label", getTranslation("evaluation.board.stages"));
        for (StageView stage : board.stages()) {
            String word = getTranslation("evaluation.stage." + stage.stage().name());
            String state = !stage.opened()
                    ? getTranslation("evaluation.stage.notOpen")
                    : stage.done() == stage.sections().size() ? "✓" : stage.done() + "/" + stage.sections().size();
            Button button =
                    new Button(word + " " + state, e -> go(board.unit(), board.year(), stage.stage()));
            button.addThemeNames("small");
            button.getElement().setAttribute("aria-pressed", String.valueOf(stage == shown));
            segment.add(button);
        }
        return segment;
    }

    private Component[] actions(BoardView board, StageView stage) {
        var actions = new ArrayList<Component>();
        var owed = stage.sections().stream()
                .flatMap(section -> section.owes().stream().limit(1))
                .filter(BoardView.Owed::mayUrge)
                .toList();
        if (owed.size() > 1) {
            Button all = new Button(getTranslation("evaluation.board.urge.all", owed.size()), Glyph.URGE.small());
            all.addThemeNames("small");
            all.addClickListener(e -> new UrgeDialog(stage, ids -> verbs.urgeAll(actor, ids), this::show).open());
            actions.add(all);
        }
        if (board.mayOpen()) actions.addAll(List.of(dialogs.actions(actor, board, this::show)));
        return actions.toArray(Component[]::new);
    }

    private void go(String unit, int year, @Nullable Stage stage) {
        String address = "board/" + unit + "/" + year + (stage == null ? "" : "/" + stage.name());
        getUI().ifPresent(ui -> ui.navigate(address));
    }

    private void urge(BoardView.Owed owed) {
        try {
            verbs.act(actor, owed.taskId(), Act.of(Verb.URGE, 0));
            Notices.done(getTranslation("evaluation.board.urged", String.join("、", owed.holders())));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show();
    }
}
