package org.jixiao.organisation;

import org.jixiao.base.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class SecuritySignedIn implements SignedIn {

    @Override
    public Actor actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person)
            return person.actor();
        throw Refusal.forbidden();
    }
}
