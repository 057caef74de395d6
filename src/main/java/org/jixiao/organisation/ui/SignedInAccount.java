package org.jixiao.organisation.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Account;
import org.jixiao.base.ui.Preferences;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Self;
import org.jixiao.organisation.SignedIn;
import org.jixiao.organisation.Unit;
import org.springframework.stereotype.Component;

/** What the shell asks of the person signed in; whose password is not their own is led to change it first. */
@Component
class SignedInAccount implements Account, Preferences, VaadinServiceInitListener {

    private final transient SignedIn signedIn;
    private final transient Self self;
    private final transient Organisation organisation;
    private final transient Messages messages;
    private final transient ProductClock clock;

    SignedInAccount(SignedIn signedIn, Self self, Organisation organisation, Messages messages, ProductClock clock) {
        this.signedIn = signedIn;
        this.self = self;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Who> who() {
        return signedIn.anyone().map(actor -> {
            List<Unit> units = organisation.unitsOf(actor.id(), clock.today());
            return new Who(
                    actor.name(), roles(actor), units.stream().map(Unit::name).collect(Collectors.joining("、")));
        });
    }

    /** Roles only: persons are named beside their posts wherever they act. */
    private String roles(Actor actor) {
        var ui = com.vaadin.flow.component.UI.getCurrent();
        var locale = ui == null ? Messages.CHINESE : ui.getLocale();
        return actor.roles().stream()
                .sorted()
                .map(role -> messages.text(locale, "organisation.role." + role))
                .collect(Collectors.joining("、"));
    }

    @Override
    public Optional<String> get(String key) {
        return signedIn.anyone().flatMap(actor -> self.choice(actor, key));
    }

    @Override
    public void set(String key, String value) {
        signedIn.anyone().ifPresent(actor -> self.choose(actor, key, value));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(enter -> {
            boolean elsewhere = !enter.getNavigationTarget().equals(AccountView.class);
            if (elsewhere && Self.mustChangePassword())
                enter.forwardTo(AccountView.class);
        }));
    }
}
