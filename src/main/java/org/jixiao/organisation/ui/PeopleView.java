package org.jixiao.organisation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.organisation.AccessTokens;
import org.jixiao.organisation.People;
import org.jixiao.organisation.Person;
import org.jixiao.organisation.Role;
import org.jixiao.organisation.SignedIn;
import org.jspecify.annotations.Nullable;

/** Persons: the system administrator enters them, the security administrator gives roles, locks and passwords. */
@Route(value = "admin/people", layout = MainLayout.class)
@Menu(title = "organisation.people.title", icon = "PEOPLE", order = 302)
@RolesAllowed({"SYSADMIN", "SECADMIN"})
class PeopleView extends AdminPage {

    private static final int SHOWN = 200;

    private final transient People people;
    private final transient AccessTokens tokens;
    private final transient SignedIn signedIn;
    private final Grid<Person> grid = grid(Person.class);
    private final boolean enters;
    private final boolean secures;
    private transient Map<UUID, Integer> tokenCounts = Map.of();

    PeopleView(People people, AccessTokens tokens, SignedIn signedIn) {
        super("organisation.people.title");
        this.people = people;
        this.tokens = tokens;
        this.signedIn = signedIn;
        enters = signedIn.actor().is(Role.SYSADMIN);
        secures = signedIn.actor().is(Role.SECADMIN);
        searchFor(getTranslation("organisation.people.search"));
        tools.add(search);
        if (enters) actions(main("organisation.person.add", () -> enter(null)));
        columns();
        reload();
    }

    private void columns() {
        grid.addColumn(Person::login).setHeader(getTranslation("organisation.signIn.login")).setWidth("150px");
        grid.addColumn(Person::name)
                .setHeader(getTranslation("organisation.person.name"))
                .setWidth("180px")
                .setFlexGrow(2);
        grid.addColumn(this::roles)
                .setHeader(getTranslation("organisation.person.roles"))
                .setWidth("180px")
                .setFlexGrow(2);
        grid.addComponentColumn(this::locked)
                .setHeader(getTranslation("organisation.person.state"))
                .setWidth("96px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::acts).setHeader(getTranslation("organisation.acts")).setKey("acts").setWidth("320px").setFlexGrow(0);
        onPhone(grid, p -> card(
                cell(new Span(p.name()), quiet(p.login())), cell(new Span(roles(p)), locked(p)), acts(p)));
    }

    private Span locked(Person person) {
        return person.locked() ? PageHeader.badge(getTranslation("organisation.person.locked"), "warn") : new Span();
    }

    private String roles(Person person) {
        return person.roles().stream()
                .sorted()
                .map(role -> getTranslation("organisation.role." + role))
                .collect(Collectors.joining("、"));
    }

    private Div acts(Person person) {
        var cell = cell();
        if (enters) cell.add(small("organisation.person.rename", person.login(), () -> enter(person)));
        if (!secures) return cell;
        cell.add(small("organisation.person.roles.change", person.login(), () -> giveRoles(person)));
        cell.add(
                person.locked()
                        ? small("organisation.person.unlock", person.login(), () -> unlock(person))
                        : small("organisation.person.lock", person.login(), () -> lock(person)));
        cell.add(small("organisation.person.reset", person.login(), () -> reset(person)));
        int count = tokenCounts.getOrDefault(person.id(), 0);
        if (count > 0) {
            var button = small("organisation.tokens.title", person.login(), () -> tokens(person));
            button.setText(getTranslation("organisation.tokens.count", count));
            cell.add(button);
        }
        return cell;
    }

    @Override
    void reload() {
        var found = people.search(signedIn.actor(), search.getValue(), SHOWN);
        count(getTranslation(
                found.count() > SHOWN ? "organisation.people.countMore" : "organisation.people.count",
                found.count(),
                SHOWN));
        if (secures)
            tokenCounts = tokens.counts(
                    signedIn.actor(), found.people().stream().map(Person::id).toList());
        grid.setItems(found.people());
        if (found.people().isEmpty())
            show(new EmptyState(Glyph.SEARCH, getTranslation("organisation.found.none"), ""));
        else show(grid);
    }

    private void enter(@Nullable Person person) {
        var fields = new FormFields();
        var login = fields.add("login", new TextField(getTranslation("organisation.signIn.login")));
        var name = fields.add("name", new TextField(getTranslation("organisation.person.name")));
        login.setHelperText(getTranslation("organisation.person.add.help"));
        if (person != null) {
            login.setValue(person.login());
            login.setReadOnly(true);
            name.setValue(person.name());
        }
        new EntryDialog(
                getTranslation(person == null ? "organisation.person.add" : "organisation.person.rename"),
                getTranslation("organisation.save"),
                fields,
                () -> {
                    if (person == null) people.add(signedIn.actor(), login.getValue(), name.getValue());
                    else people.rename(signedIn.actor(), person.id(), name.getValue());
                },
                this::reload,
                login,
                name);
    }

    private void giveRoles(Person person) {
        var fields = new FormFields();
        var roles = fields.add("roles", new CheckboxGroup<Role>(getTranslation("organisation.person.roles")));
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> getTranslation("organisation.role." + role));
        roles.setValue(person.roles());
        roles.setHelperText(getTranslation("organisation.person.roles.help"));
        new EntryDialog(
                getTranslation("organisation.person.roles.of", person.name()),
                getTranslation("organisation.save"),
                fields,
                () -> people.giveRoles(signedIn.actor(), person.id(), roles.getValue()),
                this::reload,
                roles);
    }

    private void lock(Person person) {
        confirm("organisation.person.lock", "organisation.person.lock.ask", person, () -> {
            people.lock(signedIn.actor(), person.id());
            reload();
        });
    }

    private void unlock(Person person) {
        people.unlock(signedIn.actor(), person.id());
        reload();
    }

    private void reset(Person person) {
        confirm("organisation.person.reset", "organisation.person.reset.ask", person, () -> {
            String once = people.resetPassword(signedIn.actor(), person.id());
            var told = new ConfirmDialog();
            told.setHeader(getTranslation("organisation.person.reset.told", person.name()));
            var password = new Code(once);
            password.addClassName("jx-secret");
            told.add(new Paragraph(password), new Paragraph(getTranslation("organisation.person.reset.once")));
            told.setConfirmText(getTranslation("organisation.person.reset.noted"));
            told.open();
        });
    }

    private void tokens(Person person) {
        var dialog = new Dialog(new TokenTable(
                () -> tokens.of(signedIn.actor(), person.id()),
                token -> {
                    tokens.revoke(signedIn.actor(), token.id());
                    reload();
                }));
        dialog.setHeaderTitle(getTranslation("organisation.tokens.of", person.name()));
        dialog.setWidth("min(760px, 94vw)");
        dialog.getFooter().add(new Button(getTranslation("organisation.tokens.close"), e -> dialog.close()));
        dialog.open();
    }

    private void confirm(String action, String question, Person person, Runnable act) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation(action) + " " + person.name());
        dialog.setText(getTranslation(question));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("organisation.cancel"));
        dialog.setConfirmButton(new Button(getTranslation(action)));
        dialog.addConfirmListener(e -> {
            try {
                act.run();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        dialog.open();
    }
}
