package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import org.jixiao.evaluation.SheetView.RowView;

/** How rows are headed and how a printed target looks. */
final class Rows {

    private static final Set<Character> SIGNS = Set.of('＝', '≥', '≤', '>', '<', '＞', '＜', '=');

    private Rows() {}

    /** Rows of a key work stand together, the others by their second level. */
    static String group(RowView row) {
        return row.keyWork().isBlank() ? row.level1() + "　" + row.level2() : row.keyWork();
    }

    static Div groupLine(String text) {
        return Parts.div("jx-ev-group", new Span(text));
    }

    /** Figures end on one edge, units start on the next; the characters stay those of the form. */
    static Span printed(String text) {
        int sign = !text.isEmpty() && SIGNS.contains(text.charAt(0)) ? 1 : 0;
        int end = sign;
        while (end < text.length() && "0123456789.,-−".indexOf(text.charAt(end)) >= 0) end++;
        Span value = new Span();
        value.addClassName("jx-v");
        if (end == sign) {
            value.addClassName("w");
            value.setText(text);
            return value;
        }
        Span number = new Span(text.substring(0, end));
        number.addClassName("n");
        Span unit = new Span(text.substring(end));
        unit.addClassName("u");
        value.add(number, unit);
        return value;
    }
}
