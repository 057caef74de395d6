package org.jixiao.evaluation.ui;

import java.util.List;
import java.util.Optional;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.evaluation.Board;
import org.jixiao.evaluation.BoardView;
import org.jixiao.evaluation.BoardView.SectionRow;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which unit, year and section a page without an address means: one's own, and the latest year. */
@Component
class YearChoice {

    private final Board board;
    private final Organisation organisation;
    private final Posts posts;
    private final ProductClock clock;

    YearChoice(Board board, Organisation organisation, Posts posts, ProductClock clock) {
        this.board = board;
        this.organisation = organisation;
        this.posts = posts;
        this.clock = clock;
    }

    record Place(String unit, int year, @Nullable String section, List<Integer> years) {}

    /** Null when the person has no unit with a year; foreign addresses are refused. */
    @Nullable Place place(Actor actor, List<String> parts) {
        Optional<String> unit = parts.isEmpty()
                ? organisation.unitsOf(actor.id(), clock.today()).stream()
                        .map(Unit::code)
                        .findFirst()
                : Optional.of(parts.get(0));
        if (unit.isEmpty()) return null;
        List<Integer> years = board.years(actor, unit.get());
        if (parts.size() < 2) {
            return years.isEmpty() ? null : new Place(unit.get(), years.get(0), null, years);
        }
        return new Place(unit.get(), year(parts.get(1)), parts.size() < 3 ? null : parts.get(2), years);
    }

    private static int year(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.forbidden();
        }
    }

    BoardView board(Actor actor, Place place) {
        return board.of(actor, place.unit(), place.year());
    }

    /** The section the person is chief of, else the first. */
    @Nullable String ownSection(Actor actor, BoardView view) {
        List<SectionRow> rows = view.stages().get(0).sections();
        return posts.heldIn(view.unit(), actor.id(), clock.today()).stream()
                .filter(post -> post.kind() == PostKind.CHIEF && post.section() != null)
                .map(org.jixiao.organisation.Post::section)
                .filter(code -> rows.stream().anyMatch(row -> row.section().equals(code)))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.get(0).section());
    }
}
