package org.jixiao.organisation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Account;
import org.jixiao.base.ui.Preferences;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Self;
import org.jixiao.organisation.SignedIn;
import org.jixiao.organisation.Unit;
import org.springframework.stereotype.Component;

/** What the shell asks of the person signed in; whose password is not their own is led to change it first. */
@Component
class SignedInAccount implements Account, Preferences, VaadinServiceInitListener {

    private static final int SHOWN = 2;

    private final transient SignedIn signedIn;
    private final transient Self self;
    private final transient Organisation organisation;
    private final transient Posts posts;
    private final transient Messages messages;
    private final transient ProductClock clock;

    SignedInAccount(
            SignedIn signedIn,
            Self self,
            Organisation organisation,
            Posts posts,
            Messages messages,
            ProductClock clock) {
        this.signedIn = signedIn;
        this.self = self;
        this.organisation = organisation;
        this.posts = posts;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Who> who() {
        return signedIn.anyone().map(actor -> {
            List<Unit> units = organisation.unitsOf(actor.id(), clock.today());
            return new Who(
                    actor.name(),
                    beside(actor, units),
                    units.stream().map(Unit::name).collect(Collectors.joining("、")));
        });
    }

    /** Posts and roles, but not again what the person is called already. */
    private String beside(Actor actor, List<Unit> units) {
        var ui = UI.getCurrent();
        var locale = ui == null ? Messages.CHINESE : ui.getLocale();
        var held = units.stream()
                .flatMap(unit -> posts.heldIn(unit.code(), actor.id(), clock.today()).stream())
                .map(Post::name);
        var roles = actor.roles().stream().sorted().map(role -> messages.text(locale, "organisation.role." + role));
        return Stream.concat(held, roles)
                .filter(name -> !name.equals(actor.name()))
                .distinct()
                .limit(SHOWN)
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
    public boolean hintGone(String hint) {
        return signedIn.anyone().map(actor -> self.hintGone(actor, hint)).orElse(true);
    }

    @Override
    public void putAway(String hint) {
        signedIn.anyone().ifPresent(actor -> self.putAway(actor, hint));
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
