package org.jixiao.organisation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import org.jixiao.organisation.AccessTokens;
import org.jixiao.organisation.SignedIn;
import org.jixiao.organisation.TokenScope;

/** One's own access tokens, and a new one, whose secret is shown once. */
final class TokensSheet extends Section {

    /**
     * In the browser alone, for a copy needs the press itself; where the page came without HTTPS there is only the
     * older command, which copies what is selected.
     */
    private static final String COPIES =
            """
            this.addEventListener('click', async () => {
              const range = document.createRange();
              range.selectNodeContents($0);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              let copied = false;
              try { await navigator.clipboard.writeText($0.textContent); copied = true; }
              catch { copied = document.execCommand('copy'); }
              $1.textContent = copied ? $2 : $3;
            })""";

    private final transient AccessTokens tokens;
    private final transient SignedIn signedIn;
    private final TokenTable table;

    TokensSheet(AccessTokens tokens, SignedIn signedIn) {
        this.tokens = tokens;
        this.signedIn = signedIn;
        addClassNames("jx-sheet", "jx-tokens-sheet");
        table = new TokenTable(
                () -> tokens.mine(signedIn.actor()), token -> tokens.revoke(signedIn.actor(), token.id()));
        var what = new Paragraph(getTranslation("organisation.tokens.what"));
        what.addClassName("jx-sec");
        var add = new Button(getTranslation("organisation.tokens.add"), e -> enter());
        var inside = new Div(what, table, add);
        inside.addClassName("jx-form");
        add(new Header(new H2(getTranslation("organisation.tokens.title"))), inside);
    }

    void reload() {
        table.reload();
    }

    private void enter() {
        var fields = new FormFields();
        var name = fields.add("name", new TextField(getTranslation("organisation.tokens.name")));
        name.setHelperText(getTranslation("organisation.tokens.name.help"));
        var scope = fields.add("scope", new RadioButtonGroup<TokenScope>(getTranslation("organisation.tokens.scope")));
        var scopes = AccessTokens.scopes(signedIn.actor());
        scope.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        scope.setItems(scopes);
        scope.setItemLabelGenerator(s -> getTranslation("organisation.tokenScope." + s));
        scope.setValue(scopes.get(0));
        var days = fields.add("days", new RadioButtonGroup<Integer>(getTranslation("organisation.tokens.days")));
        days.setItems(AccessTokens.LIVES);
        days.setItemLabelGenerator(d -> getTranslation("organisation.tokens.days.count", d));
        days.setValue(AccessTokens.LIVES.get(0));
        String[] secret = new String[1];
        new EntryDialog(
                getTranslation("organisation.tokens.add"),
                getTranslation("organisation.tokens.add"),
                fields,
                () -> secret[0] = tokens.make(signedIn.actor(), name.getValue(), scope.getValue(), days.getValue()),
                () -> {
                    table.reload();
                    tell(name.getValue(), secret[0]);
                },
                name,
                scope,
                days);
    }

    private void tell(String name, String secret) {
        var told = new ConfirmDialog();
        told.setHeader(getTranslation("organisation.tokens.told", name.strip()));
        var shown = new Code(secret);
        shown.addClassName("jx-secret");
        var copied = new Span();
        copied.getElement().setAttribute("role", "status");
        copied.addClassName("jx-sec");
        var copy = new Button(getTranslation("organisation.tokens.copy"));
        copy.getElement()
                .executeJs(
                        COPIES,
                        shown.getElement(),
                        copied.getElement(),
                        getTranslation("organisation.tokens.copied"),
                        getTranslation("organisation.tokens.copyFailed"));
        var line = new Div(copy, copied);
        line.addClassName("jx-cell");
        told.add(new Paragraph(shown), line, new Paragraph(getTranslation("organisation.tokens.once")));
        told.setConfirmText(getTranslation("organisation.tokens.noted"));
        told.setCloseOnEsc(false);
        told.open();
    }
}
