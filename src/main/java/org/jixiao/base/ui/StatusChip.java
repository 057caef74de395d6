package org.jixiao.base.ui;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A state as shape, word and colour; print and colour-blind readers keep the first two. */
public final class StatusChip extends Span {

    /** How a figure stands against its target. */
    public enum Light {
        MET("met", "ok", Glyph.MET),
        BEHIND("behind", "warn", Glyph.BEHIND),
        MISSED("missed", "bad", Glyph.MISSED),
        NOT_DUE("notDue", "mute", Glyph.NOT_DUE),
        MISSING("missing", "mute", Glyph.MISSING),
        NOT_APPLICABLE("notApplicable", "mute", Glyph.NOT_APPLICABLE);

        private final String word;
        private final String look;
        private final Glyph glyph;

        Light(String word, String look, Glyph glyph) {
            this.word = word;
            this.look = look;
            this.glyph = glyph;
        }

        /** Message key of the word. */
        public String key() {
            return "base.light." + word;
        }

        /** CSS class beside {@code jx-light}: ok, warn, bad or mute. */
        public String look() {
            return look;
        }

        public Glyph glyph() {
            return glyph;
        }
    }

    /** Where a step stands. */
    public enum Stage {
        UNOPENED("unopened", "un", Glyph.MISSING),
        ACTIVE("active", "cu", Glyph.RUNNING),
        OVERDUE("overdue", "ov", Glyph.STOP),
        LOCKED("locked", "ov", Glyph.LOCK),
        RETURNED("returned", "rt", Glyph.RETURN),
        DONE("done", "dn", Glyph.CHECK),
        NOT_NEEDED("notNeeded", "nn", Glyph.NOT_APPLICABLE);

        private final String word;
        private final String look;
        private final Glyph glyph;

        Stage(String word, String look, Glyph glyph) {
            this.word = word;
            this.look = look;
            this.glyph = glyph;
        }

        public String key() {
            return "base.stage." + word;
        }

        /** CSS class beside {@code jx-stage}. */
        public String look() {
            return look;
        }

        public Glyph glyph() {
            return glyph;
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    private StatusChip(String kind, String look, Glyph glyph) {
        addClassNames(kind, look);
        add(glyph.icon());
    }

    public static StatusChip light(Light light) {
        var chip = new StatusChip("jx-light", light.look, light.glyph);
        chip.add(new Span(chip.getTranslation(light.key())));
        return chip;
    }

    /** The word with a figure, e.g. 滞后 1. */
    public static StatusChip light(Light light, int count) {
        var chip = light(light);
        chip.add(new Span(Integer.toString(count)));
        return chip;
    }

    /** Shape and figure alone, the word for screen readers: in a column whose head names it. */
    public static StatusChip figure(Light light, int count) {
        var chip = new StatusChip("jx-light", light.look, light.glyph);
        var word = new Span(chip.getTranslation(light.key()));
        word.addClassName("jx-sr");
        chip.add(word, new Span(Integer.toString(count)));
        return chip;
    }

    public static StatusChip stage(Stage stage) {
        var chip = new StatusChip("jx-stage", stage.look, stage.glyph);
        chip.add(new Span(chip.getTranslation(stage.key())));
        return chip;
    }

    /** Done, with its day in place of the word. */
    public static StatusChip done(LocalDate day) {
        var chip = new StatusChip("jx-stage", Stage.DONE.look, Stage.DONE.glyph);
        var word = new Span(chip.getTranslation(Stage.DONE.key()));
        word.addClassName("jx-sr");
        chip.add(word, new Span(DAY.format(day)));
        return chip;
    }
}
