package org.jixiao.modelling.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jixiao.modelling.ModelMoves;
import org.jixiao.modelling.ModelMoves.Move;
import org.jixiao.modelling.ModelMoves.State;
import org.jixiao.modelling.MoveRuns;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignedIn;
import org.jspecify.annotations.Nullable;

/** One rehearsal and what came of it: how far it is, every case with its reading, what to do next. */
final class MoveRun extends Section {

    private static final long MOMENT_MILLIS = 400;

    private final transient ModelMoves moves;
    private final transient MoveRuns runs;
    private final transient SignedIn signedIn;
    /** Who looks: what is pushed to the page is read beside any request. */
    private final transient Actor reader;
    private final UUID id;
    private final transient UnaryOperator<String> versions;
    private final H2 title = new H2();
    private final Div progress = new Div();
    private final Span said = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Div filters = new Div();
    private final Div acts = new Div();
    private final MoveList list;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Set<String> picked = new LinkedHashSet<>();
    private @Nullable State filter;
    private transient @Nullable Runnable deaf;
    private Move.@Nullable State was;

    MoveRun(
            ModelMoves moves,
            MoveRuns runs,
            SignedIn signedIn,
            Matters matters,
            UUID id,
            UnaryOperator<String> versions) {
        this.moves = moves;
        this.runs = runs;
        this.signedIn = signedIn;
        this.reader = signedIn.actor();
        this.id = id;
        this.versions = versions;
        addClassNames("jx-sheet", "jx-move-run");
        said.getElement().setAttribute("role", "status");
        progress.addClassName("jx-move-progress");
        filters.addClassName("jx-seg");
        filters.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("modelling.move.filter"));
        acts.addClassName("jx-move-acts");
        list = new MoveList(matters, (from, size) -> moves.page(reader, id, states(), from, size), this::pick);
        var tools = new Div(filters, acts);
        tools.addClassName("jx-move-tools");
        add(new Header(title, progress), tools, list);
        refresh();
    }

    private Set<State> states() {
        return filter == null ? EnumSet.allOf(State.class) : EnumSet.of(filter);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        // What follows within a moment is shown once.
        deaf = runs.listen(id, () -> {
            if (!pending.compareAndSet(false, true)) return;
            CompletableFuture.delayedExecutor(MOMENT_MILLIS, TimeUnit.MILLISECONDS).execute(() -> {
                pending.set(false);
                ui.access(this::refresh);
            });
        });
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (deaf != null) deaf.run();
    }

    void refresh() {
        Move move = moves.find(reader, id);
        Map<State, Integer> counts = moves.counts(reader, id);
        int all = counts.values().stream().mapToInt(i -> i).sum();
        title.setText(getTranslation(
                "modelling.move.run", versions.apply(move.plan().from()), versions.apply(move.plan().to())));
        progress(move, counts, all);
        filters.removeAll();
        filters.add(filter(null, all));
        for (State state : State.values()) {
            int cases = counts.getOrDefault(state, 0);
            if (cases > 0 || state == filter) filters.add(filter(state, cases));
        }
        acts(move, counts);
        if (was != move.state()) list.show();
        was = move.state();
    }

    private void progress(Move move, Map<State, Integer> counts, int all) {
        progress.removeAll();
        State left = move.state() == Move.State.MOVING ? State.QUEUED : State.WAITING;
        int waiting = counts.getOrDefault(left, 0);
        int done = all - waiting;
        if (move.state() == Move.State.MOVING)
            done = counts.getOrDefault(State.MOVED, 0) + counts.getOrDefault(State.FAILED, 0);
        int of = done + waiting;
        String key = "modelling.move.state." + move.state();
        if (move.state() == Move.State.IDLE) {
            said.setText(getTranslation(key, String.valueOf(all)));
            progress.add(said);
            return;
        }
        said.setText(getTranslation(key, String.valueOf(done), String.valueOf(of)));
        bar.setValue(of == 0 ? 1 : (double) done / of);
        bar.getElement().setAttribute("aria-label", said.getText());
        var stop = new Button(getTranslation("modelling.move.stop"), e -> {
            moves.stop(signedIn.actor(), id);
            refresh();
        });
        stop.addThemeVariants(ButtonVariant.LUMO_SMALL);
        progress.add(said, bar, stop);
    }

    private Button filter(@Nullable State state, int cases) {
        String name = getTranslation("modelling.move." + (state == null ? "ALL" : state.name()));
        var button = new Button(name + " " + cases, e -> {
            filter = state;
            picked.clear();
            list.show();
            refresh();
        });
        button.getElement().setAttribute("aria-pressed", String.valueOf(state == filter));
        return button;
    }

    private void pick(String caseId, boolean in) {
        if (in) picked.add(caseId);
        else picked.remove(caseId);
        refresh();
    }

    private void acts(Move move, Map<State, Integer> counts) {
        acts.removeAll();
        if (move.state() != Move.State.IDLE) return;
        int movable = counts.getOrDefault(State.MOVABLE, 0);
        int failed = counts.getOrDefault(State.FAILED, 0);
        var offered = new ArrayList<Button>();
        if (counts.getOrDefault(State.WAITING, 0) > 0) offered.add(new Button(getTranslation("modelling.move.goon"), e -> {
            moves.goOn(signedIn.actor(), id);
            refresh();
        }));
        if (failed > 0) offered.add(new Button(getTranslation("modelling.move.retry", String.valueOf(failed)), e -> {
            moves.retry(signedIn.actor(), id);
            refresh();
        }));
        if (!picked.isEmpty()) offered.add(mover("modelling.move.picked", picked.size(), List.copyOf(picked)));
        else if (movable > 0) offered.add(mover("modelling.move.all", movable, null));
        if (!offered.isEmpty()) offered.get(offered.size() - 1).addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        offered.forEach(acts::add);
    }

    private Button mover(String key, int cases, @Nullable List<String> only) {
        return new Button(getTranslation(key, String.valueOf(cases)), e -> new ReasonDialog(
                        getTranslation("modelling.move.title"),
                        getTranslation("modelling.move.means", String.valueOf(cases)),
                        getTranslation("modelling.move.do", String.valueOf(cases)),
                        ReasonDialog.REASON,
                        reason -> {
                            moves.move(signedIn.actor(), id, reason, only);
                            picked.clear();
                            refresh();
                        })
                .open());
    }
}
