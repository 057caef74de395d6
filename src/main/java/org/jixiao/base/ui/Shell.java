package org.jixiao.base.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.Theme;

/** The page around every page: theme, server push, and the choice of light or dark before anything is painted. */
@Push
@Theme("jixiao")
public class Shell implements AppShellConfigurator {

    private static final String MARK = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 22 22'"
            + "%3E%3Crect x='1' y='1' width='20' height='20' rx='3' fill='%231b5e8c'/%3E%3Cpath d='M5.5 15.5V11M9.2 15.5V8"
            + "M12.8 15.5v-5M16.5 15.5V6' stroke='white' stroke-width='1.9' fill='none'/%3E%3C/svg%3E";

    /** Without a choice the system's scheme is followed, while it changes too. */
    private static final String SCHEME = """
            (function () {
              var dark = matchMedia('(prefers-color-scheme: dark)');
              window.jxTheme = function () {
                var chosen = (document.cookie.match(/(?:^|; )jixiao-theme=(light|dark)/) || [])[1];
                document.documentElement.setAttribute('theme', chosen || (dark.matches ? 'dark' : 'light'));
              };
              window.jxTheme();
              dark.addEventListener('change', window.jxTheme);
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
