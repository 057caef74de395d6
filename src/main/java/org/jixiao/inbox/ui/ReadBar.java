package org.jixiao.inbox.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Above rows that are examined: which are shown, what changes are read against, and what changed in one sentence. On
 * a phone it begins with changes and warnings alone, when there are any.
 */
public final class ReadBar extends Div {

    public enum Which {
        /** changes and warnings, the phone's first choice */
        NOTABLE,
        ALL,
        CHANGES,
        WARNINGS
    }

    /** What changes are read against, as a switch. */
    public enum Since {
        IN_FORCE,
        SUBMISSION,
        SEEN,
        LAST_YEAR
    }

    private final Map<Which, Button> shown = new EnumMap<>(Which.class);
    private final Map<Since, Button> since = new LinkedHashMap<>();
    private final Span compared = new Span();
    private Which which = Which.ALL;

    public ReadBar(List<Since> offered, Since at, Consumer<Since> turned, Consumer<Which> chose) {
        addClassNames("jx-toolbar", "jx-readbar");
        var filter = group("inbox.read.filter");
        for (Which one : Which.values()) {
            var button = new Button("", e -> {
                choose(one);
                chose.accept(one);
            });
            button.getElement().setAttribute("data-which", one.name());
            shown.put(one, button);
            filter.add(button);
        }
        var turn = group("inbox.read.since");
        for (Since one : offered) {
            var button = new Button(getTranslation("inbox.read.since." + code(one)), e -> turned.accept(one));
            button.getElement().setAttribute("aria-pressed", String.valueOf(one == at));
            since.put(one, button);
            turn.add(button);
        }
        turn.setVisible(offered.size() > 1);
        compared.addClassNames("jx-sec", "jx-sm", "jx-compared");
        compared.getElement().setAttribute("role", "status");
        add(filter, compared, turn);
        choose(Which.ALL);
    }

    private Div group(String key) {
        var group = new Div();
        group.addClassName("jx-seg");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation(key));
        return group;
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** How many rows each choice shows, and the sentence beside them. */
    public ReadBar counts(long all, long changes, long warnings, long notable, String sentence) {
        Map<Which, Long> counts =
                Map.of(Which.ALL, all, Which.CHANGES, changes, Which.WARNINGS, warnings, Which.NOTABLE, notable);
        shown.forEach((one, button) -> {
            button.setText(getTranslation("inbox.read.show." + code(one), String.valueOf(counts.get(one))));
            button.getElement().setAttribute("data-count", String.valueOf(counts.get(one)));
        });
        compared.setText(sentence);
        return this;
    }

    public Which which() {
        return which;
    }

    public void choose(Which one) {
        which = one;
        shown.forEach((w, b) -> b.getElement().setAttribute("aria-pressed", String.valueOf(w == one)));
    }

    public static boolean shows(Which which, boolean changed, boolean warned, boolean marked) {
        return marked || switch (which) {
            case ALL -> true;
            case CHANGES -> changed;
            case WARNINGS -> warned;
            case NOTABLE -> changed || warned;
        };
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!event.isInitialAttach() || which != Which.ALL) return;
        shown.get(Which.NOTABLE)
                .getElement()
                .executeJs("if (matchMedia('(max-width: 599px)').matches && this.dataset.count > 0) this.click()");
    }
}
