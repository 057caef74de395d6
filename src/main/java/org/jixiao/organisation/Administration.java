package org.jixiao.organisation;

import java.util.Arrays;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Administered.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** What every administrative change begins with, the right to it, and ends with, its event. */
@Component
class Administration {

    private final ApplicationEventPublisher events;
    private final ProductClock clock;

    Administration(ApplicationEventPublisher events, ProductClock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Refused as forbidden unless the actor has one of the roles. */
    void permit(Actor actor, Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(actor::is)) throw Refusal.forbidden();
    }

    /** Refused when a token acts: what opens doors is done by the person, so that no token outlives itself. */
    void inPerson() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof PreAuthenticatedAuthenticationToken)
            throw Refusal.forbidden();
    }

    void done(Actor by, Change change, String subject) {
        events.publishEvent(new Administered(by, change, subject, clock.now()));
    }
}
