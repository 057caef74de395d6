package org.jixiao.organisation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a page or its service worker fetches in the background may arrive with the cookie of a session that signing in
 * has just renamed, and the farewell of a page that is left with the cookie of one that has ended, or none. Answered
 * with a session of its own, its cookie would take the place of the one that is signed in. Such a request is turned
 * away; only going to a page opens a session.
 */
public final class StaleSessions extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.isRequestedSessionIdValid() && (saysFarewell(request) || fetches(request)))
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        else chain.doFilter(request, response);
    }

    private static boolean fetches(HttpServletRequest request) {
        return request.getRequestedSessionId() != null
                && HttpMethod.GET.matches(request.getMethod())
                && !goesToPage(request);
    }

    /** Browsers say so themselves; the oldest that do here ask for a page by its type. */
    private static boolean goesToPage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) return mode.equals("navigate");
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Files of the build have no session, and the pages' push tells an expired one by itself while it is open. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/") && !saysFarewell(request);
    }

    /** The last a page sends: that its push is closed. Nobody reads the answer. */
    private static boolean saysFarewell(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && query.contains("X-Atmosphere-Transport=close");
    }
}
