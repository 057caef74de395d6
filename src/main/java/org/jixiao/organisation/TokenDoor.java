package org.jixiao.organisation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sign-in by {@code Authorization: Bearer}. */
class TokenDoor extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Problems problems;
    private final AuthenticationEntryPoint refused;

    TokenDoor(Tokens tokens, Problems problems, AuthenticationEntryPoint refused) {
        this.tokens = tokens;
        this.problems = problems;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            var holder = tokens.holder(header.substring(SCHEME.length()).strip());
            if (holder.isEmpty()) {
                refused.commence(request, response, new CredentialsExpiredException("Unknown or expired token"));
                return;
            }
            if (!holder.get().scope().opens(request.getMethod(), path(request))) {
                problems.write(request, response, 403, "token-scope");
                return;
            }
            tokens.used(holder.get());
            var person = holder.get().person();
            var context = SecurityContextHolder.createEmptyContext();
            var authentication = new PreAuthenticatedAuthenticationToken(person, null, person.getAuthorities());
            authentication.setDetails(holder.get().scope());
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
