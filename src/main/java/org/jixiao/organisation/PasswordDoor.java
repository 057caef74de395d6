package org.jixiao.organisation;

import java.io.Serial;
import java.time.Instant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Sign-in by login and password, for pages and {@code /api} alike. Wrong, unknown and locked get the same answer. */
@Component
class PasswordDoor implements AuthenticationProvider {

    private final StoredPeople people;
    private final Passwords passwords;
    private final LoginFailures failures;
    private final Revocations revocations;

    PasswordDoor(StoredPeople people, Passwords passwords, LoginFailures failures, Revocations revocations) {
        this.people = people;
        this.passwords = passwords;
        this.failures = failures;
        this.revocations = revocations;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String login = request.getName().strip();
        String password = String.valueOf(request.getCredentials());
        failures.waits(login).ifPresent(until -> {
            throw new Waits(until);
        });
        long moment = revocations.moment();
        var found = people.credentials(login);
        boolean right = passwords.matches(
                password, found.map(StoredPeople.Credentials::passwordHash).orElse(null));
        if (!right || found.get().person().locked()) {
            failures.record(login);
            throw new BadCredentialsException("Login or password is wrong");
        }
        failures.forget(login);
        var principal = new SignedInPerson(
                actor(found.get().person()), found.get().once(), moment, found.get().ended());
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        signedIn.setDetails(request.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> request) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(request);
    }

    static Actor actor(Person person) {
        return new Actor(person.id(), person.login(), person.name(), person.roles());
    }

    /** Too many wrong passwords for this login. */
    static final class Waits extends AuthenticationException {

        @Serial
        private static final long serialVersionUID = 1;

        private final Instant until;

        Waits(Instant until) {
            super("Too many wrong passwords");
            this.until = until;
        }

        Instant until() {
            return until;
        }
    }
}
