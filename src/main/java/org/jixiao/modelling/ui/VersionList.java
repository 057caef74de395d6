package org.jixiao.modelling.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.workflow.Versions;
import org.jixiao.workflow.Versions.Refused;
import org.jixiao.workflow.Versions.Version;

/** The versions of a process, newest first: who, when, why, and how many cases run in each; then what was refused. */
final class VersionList extends Section {

    VersionList(List<Version> versions, int shown, boolean inUse, List<Refused> refused) {
        addClassNames("jx-sheet", "jx-model-versions");
        var head = new Header(
                new H2(getTranslation("modelling.versions")),
                Words.styled(String.valueOf(versions.size()), "jx-sec", "jx-sm"));
        var list = new UnorderedList();
        for (Version version : versions) list.add(item(version, version == versions.get(0), shown, inUse));
        var scroll = new Div(list);
        scroll.addClassName("jx-scroll");
        if (versions.size() == Versions.MOST) scroll.add(Words.note(getTranslation("modelling.versions.most", String.valueOf(Versions.MOST))));
        if (!refused.isEmpty()) scroll.add(new RefusedList(refused));
        add(head, scroll);
    }

    private ListItem item(Version version, boolean latest, int shown, boolean inUse) {
        var link = new RouterLink("", ProcessView.class, new RouteParameters(
                Map.of("key", version.process(), "version", String.valueOf(version.version()))));
        var first = new Div(Words.styled("V" + version.version(), "jx-b"), state(version, latest, inUse));
        first.addClassName("jx-row");
        var second = Words.styled(Words.why(version.origin()), "jx-model-why");
        second.setTitle(second.getText());
        var third = new Div(Words.styled(Words.time(version.origin().at()) + "　" + Words.who(version.origin()), "jx-sec", "jx-xs"));
        third.addClassName("jx-row");
        if (version.running() > 0)
            third.add(Words.styled(getTranslation("modelling.running", String.valueOf(version.running())), "jx-b", "jx-xs"));
        var fourth = Words.styled(Words.source(version.origin().source()), "jx-ter", "jx-xs");
        link.add(first, second, third);
        if (!version.origin().shipped()) link.add(fourth);
        if (version.version() == shown) link.getElement().setAttribute("aria-current", "page");
        return new ListItem(link);
    }

    private Span state(Version version, boolean latest, boolean inUse) {
        if (latest && !inUse) return state("warn", Glyph.LOCK, "modelling.state.out");
        if (latest) return state("ok", Glyph.CHECK, "modelling.state.in");
        if (version.running() > 0) return state("warn", Glyph.CLOCK, "modelling.state.old.running");
        return PageHeader.badge(getTranslation("modelling.state.old"));
    }

    private Span state(String look, Glyph glyph, String key) {
        var badge = PageHeader.badge("", look);
        badge.add(glyph.small(), new Span(getTranslation(key)));
        return badge;
    }
}
