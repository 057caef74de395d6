package org.jixiao.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The shell: mark, unit and person above, the menu at the left, on a phone the first entries at the foot.
 *
 * <p>The menu builds itself. A page is {@code @Route(value = "board", layout = MainLayout.class)} with an access
 * annotation and
 * {@code @Menu(title = "<message key>", icon = "<Glyph name>", order = …)}: 0–99 stands under 办件, 100–199 under
 * 年度, 200 and above under 管理. Entries a person may not open do not show. The first two of 办件, the first of the
 * next group and one's own page are also at the foot of a phone. A module that counts something for its entry
 * registers {@link MenuBadges}, one that keeps a person's own entries under it {@link MenuShortcuts}.
 */
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final String OWN = "account";
    private static final List<Group> GROUPS =
            List.of(new Group("base.menu.work", 100), new Group("base.menu.year", 200), new Group("base.menu.manage", 1e9));

    private final transient ObjectProvider<MenuBadges> counters;
    private final transient ObjectProvider<MenuShortcuts> shortcuts;
    private final Map<String, List<Span>> badges = new HashMap<>();
    private final Map<String, SideNavItem> items = new HashMap<>();
    private final Map<String, Anchor> feet = new HashMap<>();

    MainLayout(ObjectProvider<MenuBadges> counters, ObjectProvider<MenuShortcuts> shortcuts, TopBar topBar) {
        this.counters = counters;
        this.shortcuts = shortcuts;
        setPrimarySection(Section.NAVBAR);
        var toggle = new DrawerToggle();
        toggle.getElement().setAttribute("aria-label", getTranslation("base.menu.toggle"));
        addToNavbar(skipLink(), toggle, topBar);
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries().stream()
                .sorted(Comparator.comparingDouble(MainLayout::order))
                .toList();
        addToDrawer(menu(entries));
        if (!entries.isEmpty()) addToNavbar(foot(entries));
    }

    private static double order(MenuEntry entry) {
        return entry.order() == null ? 1e8 : entry.order();
    }

    private Anchor skipLink() {
        var skip = new Anchor("#jx-main", getTranslation("base.menu.skip"));
        skip.addClassName("jx-skip");
        skip.setRouterIgnore(true);
        return skip;
    }

    private Div menu(List<MenuEntry> entries) {
        var menu = new Div();
        menu.addClassName("jx-menu");
        double from = Double.NEGATIVE_INFINITY;
        for (Group group : GROUPS) {
            double start = from;
            List<MenuEntry> inside = entries.stream()
                    .filter(e -> order(e) >= start && order(e) < group.below())
                    .toList();
            from = group.below();
            if (inside.isEmpty()) continue;
            var nav = new SideNav(getTranslation(group.title()));
            inside.forEach(entry -> nav.addItem(item(entry)));
            menu.add(nav);
        }
        return menu;
    }

    private SideNavItem item(MenuEntry entry) {
        var item = new SideNavItem(getTranslation(entry.title()), path(entry));
        item.setPrefixComponent(glyph(entry).icon());
        item.setSuffixComponent(badge(path(entry)));
        items.put(path(entry), item);
        return item;
    }

    private Nav foot(List<MenuEntry> entries) {
        var foot = new Nav();
        foot.addClassName("jx-foot");
        foot.setAriaLabel(getTranslation("base.menu.foot"));
        Stream.concat(
                        entries.stream().filter(e -> order(e) < 100).limit(2),
                        entries.stream().filter(e -> order(e) >= 100).limit(1))
                .forEach(entry -> foot.add(footLink(
                        path(entry), glyph(entry), new Span(getTranslation(entry.title())), badge(path(entry)))));
        foot.add(footLink(OWN, Glyph.PERSON, new Span(getTranslation("base.menu.own"))));
        return foot;
    }

    private Anchor footLink(String path, Glyph glyph, Span... words) {
        var link = new Anchor(path);
        link.add(glyph.icon(), new Span(words));
        feet.put(path, link);
        return link;
    }

    private Span badge(String key) {
        var badge = new Span();
        badge.addClassName("jx-cnt");
        badges.computeIfAbsent(key, p -> new ArrayList<>()).add(badge);
        return badge;
    }

    /** The person's own entries as they are kept now; pages call it after one was kept or removed. */
    public void shortcuts() {
        items.values().forEach(item -> {
            item.removeAll();
            item.setExpanded(true);
        });
        shortcuts.forEach(keeper -> keeper.shortcuts().forEach(shortcut -> {
            SideNavItem under = items.get(shortcut.under());
            if (under == null) return;
            var item = new SideNavItem(shortcut.name());
            // its own setters would encode a second time
            String query = QueryParameters.simple(shortcut.query()).getQueryString();
            item.getElement().setAttribute("path", shortcut.under() + "?" + query);
            badges.remove(shortcut.key());
            item.setSuffixComponent(badge(shortcut.key()));
            under.addItem(item);
        }));
        count();
    }

    private static Glyph glyph(MenuEntry entry) {
        return entry.icon() == null ? Glyph.SHEET : Glyph.named(entry.icon());
    }

    private static String path(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        shortcuts();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String here = event.getLocation().getPath();
        feet.forEach((path, link) -> {
            if (path.equals(here)) link.getElement().setAttribute("aria-current", "page");
            else link.getElement().removeAttribute("aria-current");
        });
        count();
    }

    /** Asks the figures anew; pages call it after an act of their own or of others. */
    public void count() {
        Map<String, String> figures = new HashMap<>();
        counters.forEach(counter -> figures.putAll(counter.badges()));
        badges.forEach((path, spans) -> spans.forEach(span -> span.setText(figures.getOrDefault(path, ""))));
    }

    /** New figures for some entries, by route; the others stay. */
    public void show(Map<String, String> figures) {
        figures.forEach((path, figure) -> badges.getOrDefault(path, List.of()).forEach(span -> span.setText(figure)));
    }

    /** The heading comes through the navigation, so the content's element carries the skip link's target. */
    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(content);
        content.getElement().setAttribute("id", "jx-main");
        content.getElement().setAttribute("tabindex", "-1").setAttribute("role", "main");
    }

    private record Group(String title, double below) {}
}
