package org.jixiao.organisation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.organisation.AccessTokens.AccessToken;

/** A person's access tokens, without their secrets, each to be revoked. */
final class TokenTable extends Div {

    private final SerializableSupplier<List<AccessToken>> tokens;
    private final SerializableConsumer<AccessToken> revoke;

    TokenTable(SerializableSupplier<List<AccessToken>> tokens, SerializableConsumer<AccessToken> revoke) {
        this.tokens = tokens;
        this.revoke = revoke;
        addClassName("jx-tokens");
        reload();
    }

    void reload() {
        removeAll();
        var found = tokens.get();
        if (found.isEmpty()) {
            var none = new Paragraph(getTranslation("organisation.tokens.none"));
            none.addClassName("jx-sec");
            add(none);
            return;
        }
        var table = new PlainTable(getTranslation("organisation.tokens.title"));
        for (String column : List.of("name", "scope", "made", "expires", "used"))
            table.column(getTranslation("organisation.tokens." + column));
        table.column(getTranslation("organisation.acts"));
        for (AccessToken token : found)
            table.row(
                    new Span(token.name()),
                    new Span(getTranslation("organisation.tokenScope." + token.scope())),
                    new Span(token.made().toString()),
                    expires(token),
                    new Span(token.usedOn() == null ? getTranslation("organisation.tokens.never") : token.usedOn().toString()),
                    end(token));
        add(table);
    }

    private Span expires(AccessToken token) {
        return token.expired()
                ? PageHeader.badge(getTranslation("organisation.tokens.expired"), "warn")
                : new Span(token.expires().toString());
    }

    private Button end(AccessToken token) {
        var button = new Button(getTranslation("organisation.tokens.revoke"), e -> ask(token));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        button.addClassName("jx-link");
        button.setAriaLabel(getTranslation("organisation.tokens.revoke") + " " + token.name());
        return button;
    }

    private void ask(AccessToken token) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("organisation.tokens.revoke") + " “" + token.name() + "”");
        dialog.setText(getTranslation("organisation.tokens.revoke.ask"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("organisation.cancel"));
        dialog.setConfirmButton(new Button(getTranslation("organisation.tokens.revoke")));
        dialog.addConfirmListener(e -> {
            revoke.accept(token);
            reload();
            Notices.done(getTranslation("organisation.tokens.revoked", token.name()));
        });
        dialog.open();
    }
}
