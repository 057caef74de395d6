package org.jixiao.base.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.PWA;
import com.vaadin.flow.theme.Theme;

/**
 * The page around every page: theme, server push, the choice of light or dark before anything is painted, and what a
 * phone needs to put it among its apps.
 */
@PWA(
        name = "绩效通",
        shortName = "绩效通",
        description = "年度绩效目标：填报、审批、自评、整改",
        themeColor = "#1b5e8c",
        backgroundColor = "#ffffff",
        offlinePath = "offline.html")
@Push
@Theme("jixiao")
public class Shell implements AppShellConfigurator {

    private static final String MARK = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 22 22'"
            + "%3E%3Crect x='1' y='1' width='20' height='20' rx='3' fill='%231b5e8c'/%3E%3Cpath d='M5.5 15.5V11M9.2 15.5V8"
            + "M12.8 15.5v-5M16.5 15.5V6' stroke='white' stroke-width='1.9' fill='none'/%3E%3C/svg%3E";

    /** Without a choice the system's scheme is followed, while it changes too; paper is always light. */
    private static final String SCHEME = """
            (function () {
              var dark = matchMedia('(prefers-color-scheme: dark)');
              var paper = matchMedia('print');
              window.jxTheme = function () {
                var chosen = (document.cookie.match(/(?:^|; )jixiao-theme=(light|dark)/) || [])[1];
                var theme = paper.matches ? 'light' : chosen || (dark.matches ? 'dark' : 'light');
                document.documentElement.setAttribute('theme', theme);
              };
              window.jxTheme();
              dark.addEventListener('change', window.jxTheme);
              paper.addEventListener('change', window.jxTheme);
            })();""";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("绩效通");
        settings.addMetaTag("format-detection", "telephone=no");
        settings.addLink("icon", MARK);
        settings.addInlineWithContents(
                Inline.Position.PREPEND,
                SCHEME,
                Inline.Wrapping.JAVASCRIPT);
    }
}
