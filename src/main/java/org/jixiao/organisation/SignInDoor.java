package org.jixiao.organisation;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What the door of the pages needs from this module. */
@Component
public class SignInDoor {

    private final Revocations revocations;

    SignInDoor(Revocations revocations) {
        this.revocations = revocations;
    }

    /** Ends the session of a person who was locked, or whose roles or password have changed since. */
    public Filter revokedSessions() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(
                    HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var authentication = SecurityContextHolder.getContext().getAuthentication();
                if (authentication != null
                        && authentication.getPrincipal() instanceof SignedInPerson person
                        && !revocations.stands(person)) {
                    var session = request.getSession(false);
                    if (session != null) session.invalidate();
                    SecurityContextHolder.clearContext();
                }
                chain.doFilter(request, response);
            }
        };
    }

    /** Until when the login waits, if that is why the sign-in failed. */
    public static Optional<Instant> waitsUntil(Object failure) {
        return failure instanceof PasswordDoor.Waits waits ? Optional.of(waits.until()) : Optional.empty();
    }
}
