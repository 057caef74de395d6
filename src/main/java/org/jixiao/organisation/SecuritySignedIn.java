package org.jixiao.organisation;

import java.util.Optional;
import org.jixiao.base.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class SecuritySignedIn implements SignedIn {

    private final Revocations revocations;

    SecuritySignedIn(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public Actor actor() {
        return person().map(SignedInPerson::actor).orElseThrow(Refusal::forbidden);
    }

    @Override
    public Optional<Actor> anyone() {
        return person().map(SignedInPerson::actor);
    }

    @Override
    public boolean readsOnly() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() == TokenScope.READ;
    }

    private Optional<SignedInPerson> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedInPerson person
                        && revocations.stands(person)
                ? Optional.of(person)
                : Optional.empty();
    }
}
