package org.jixiao.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;

/** What a page that cannot be shown says instead: what is so, and the way on. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private String title = "";

    void say(String titleKey, String sentence) {
        removeAll();
        title = getTranslation(titleKey);
        var home = new Anchor("", getTranslation("base.error.home"));
        addClassNames("jx-page", "jx-error-page");
        add(new PageHeader(title), new EmptyState(Glyph.INFO, sentence, "", home));
    }

    @Override
    public String getPageTitle() {
        return UI.getCurrent().getTranslation("base.title", title);
    }
}
