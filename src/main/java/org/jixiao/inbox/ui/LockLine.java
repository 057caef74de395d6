package org.jixiao.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jixiao.base.ui.Glyph;
import org.jixiao.inbox.Locks.Lock;
import org.jixiao.inbox.Locks.Why;

/** Says above content that cannot be changed why not. */
public final class LockLine extends Div {

    public LockLine(Lock lock) {
        var sentence = new Span(lock.sentence());
        sentence.addClassName("jx-b");
        add(Glyph.LOCK.icon(), sentence);
        addClassNames("jx-banner", "jx-lockline");
        if (lock.why() == Why.OVERDUE) addClassName("warn");
        getElement().setAttribute("data-lock", lock.why().name());
    }
}
