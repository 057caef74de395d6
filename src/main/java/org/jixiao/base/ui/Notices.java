package org.jixiao.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.server.VaadinRequest;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Sentences to the person at the page. A refusal stays until it is closed and lists the first findings; what was done
 * says so for a few seconds. Both are live regions.
 */
public final class Notices {

    private static final int SHOWN = 5;
    private static final int BRIEF = 6_000;

    private Notices() {}

    /** @param ways buttons or links that lead on, e.g. 查看结果 */
    public static Notification refused(Refusal refusal, Component... ways) {
        var text = new Div(new Span(sentence(refusal)));
        List<Finding> findings = refusal.findings();
        findings.stream().limit(SHOWN).forEach(finding -> text.add(new FindingLine(finding)));
        if (findings.size() > SHOWN)
            text.add(new Div(UI.getCurrent().getTranslation("base.notice.more", findings.size() - SHOWN)));
        return lasting(refusal.kind() == Refusal.Kind.STALE ? "warn" : "bad", text, ways);
    }

    /** Without what was found, which the page shows itself; it goes by itself. */
    public static Notification refusedInBrief(Refusal refusal) {
        var notice = lasting("bad", new Div(sentence(refusal)));
        notice.setDuration(BRIEF);
        return notice;
    }

    /** The refusal as a sentence in the language of the page. */
    public static String sentence(Refusal refusal) {
        return UI.getCurrent().getTranslation("refusal." + refusal.code(), refusal.args().toArray());
    }

    /** Something failed that nobody foresaw; the id is in the log beside its cause. */
    public static Notification unexpected(String incident) {
        return lasting("bad", new Div(UI.getCurrent().getTranslation("base.error.unexpected", incident)));
    }

    public static Notification warn(String sentence, Component... ways) {
        return lasting("warn", new Div(sentence), ways);
    }

    /** Says what was done, e.g. 已提交牵头科室核查。 */
    public static Notification done(String sentence, Component... ways) {
        var notice = notice("ok", Glyph.MET, new Div(sentence), ways);
        notice.setDuration(BRIEF);
        standing().forEach(Notification::close);
        notice.open();
        return notice;
    }

    /** What went wrong before stands until something is done, or until the person goes on to another page. */
    private static List<Notification> standing() {
        var ui = UI.getCurrent();
        if (ComponentUtil.getData(ui, Standing.class) == null) {
            var standing = new Standing(new ArrayList<>());
            ComponentUtil.setData(ui, Standing.class, standing);
            ui.addAfterNavigationListener(e -> standing.leave(VaadinRequest.getCurrent()));
        }
        var notices = ComponentUtil.getData(ui, Standing.class).notices();
        notices.removeIf(one -> !one.notice().isOpened());
        return notices.stream().map(Said::notice).toList();
    }

    private record Said(Notification notice, @Nullable VaadinRequest during) {}

    private record Standing(List<Said> notices) {

        /** What was said in the very request that leads away is for the page one comes to. */
        void leave(@Nullable VaadinRequest request) {
            for (Said said : List.copyOf(notices)) if (said.during() != request) said.notice().close();
        }
    }

    private static Notification lasting(String look, Div text, Component... ways) {
        var notice = notice(look, look.equals("warn") ? Glyph.WARN : Glyph.STOP, text, ways);
        notice.setDuration(0);
        notice.setAssertive(true);
        standing();
        ComponentUtil.getData(UI.getCurrent(), Standing.class).notices().add(new Said(notice, VaadinRequest.getCurrent()));
        notice.open();
        return notice;
    }

    private static Notification notice(String look, Glyph glyph, Div text, Component... ways) {
        var notice = new Notification();
        notice.setPosition(Position.TOP_CENTER);
        notice.addClassNames("jx-notice", look);
        text.addClassName("jx-notice-text");
        var close = new Button(Glyph.CLOSE.icon(), e -> notice.close());
        close.addThemeNames("tertiary", "icon", "small");
        close.setAriaLabel(UI.getCurrent().getTranslation("base.notice.close"));
        var line = new Div(glyph.icon(), text);
        line.addClassName("jx-notice-line");
        line.add(ways);
        line.add(close);
        notice.add(line);
        return notice;
    }
}
