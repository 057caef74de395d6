package org.jixiao.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The line above the pages: mark, unit, language, light or dark, who I am, sign out. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TopBar extends Div {

    private final transient Choices choices;
    private final transient ObjectProvider<AuthenticationContext> authentication;

    TopBar(
            Choices choices,
            LanguageSwitch language,
            ObjectProvider<Account> account,
            ObjectProvider<AuthenticationContext> authentication) {
        this.choices = choices;
        this.authentication = authentication;
        addClassName("jx-top");
        getElement().setAttribute("role", "banner");
        Account.Who who = account.stream().findFirst().flatMap(Account::who).orElse(null);
        add(brand());
        if (who != null && !who.unit().isEmpty()) {
            var unit = new Span(who.unit());
            unit.addClassName("jx-top-unit");
            add(unit);
        }
        var space = new Span();
        space.addClassName("jx-grow");
        add(space, language, scheme());
        if (who != null) add(person(who));
    }

    private Anchor brand() {
        var name = new Span(getTranslation("base.product"));
        var mark = Glyph.MARK.icon();
        mark.addClassName("jx-mark");
        var brand = new Anchor("", mark, name);
        brand.addClassName("jx-brand");
        return brand;
    }

    private Button scheme() {
        var button = new Button(Glyph.MOON.icon());
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(getTranslation("base.theme.switch"));
        button.setTooltipText(getTranslation("base.theme.switch"));
        button.addClickListener(e -> button.getElement()
                .executeJs("return document.documentElement.getAttribute('theme') === 'dark' ? 'light' : 'dark'")
                .then(String.class, theme -> choices.theme(UI.getCurrent(), theme)));
        return button;
    }

    private MenuBar person(Account.Who who) {
        var avatar = new Span(who.name().isEmpty() ? "" : who.name().substring(0, who.name().offsetByCodePoints(0, 1)));
        avatar.addClassName("jx-avatar");
        avatar.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(who.name());
        var post = new Span(who.post());
        post.addClassName("jx-sec");
        var label = new Div(avatar, name, post);
        label.addClassName("jx-who");
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        MenuItem me = bar.addItem(label);
        me.setAriaLabel(getTranslation("base.account.menu", who.name()));
        MenuItem own = me.getSubMenu().addItem(getTranslation("base.account.own"), e -> UI.getCurrent().navigate("account"));
        own.addComponentAsFirst(Glyph.PERSON.icon());
        MenuItem leave = me.getSubMenu().addItem(getTranslation("base.account.signOut"), e -> signOut());
        leave.addComponentAsFirst(Glyph.LEAVE.icon());
        return bar;
    }

    private void signOut() {
        authentication.ifAvailable(AuthenticationContext::logout);
    }
}
