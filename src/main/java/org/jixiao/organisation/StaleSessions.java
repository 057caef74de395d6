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
 * has just renamed. Answered with a session of its own, its cookie would take the place of the one that is signed in.
 * Such a request is turned away; only going to a page opens a session.
 */
public final class StaleSessions extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean stale = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        boolean fetches = HttpMethod.GET.matches(request.getMethod()) && !goesToPage(request);
        if (stale && fetches) response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        else chain.doFilter(request, response);
    }

    /** Browsers say so themselves; the oldest that do here ask for a page by its type. */
    private static boolean goesToPage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) return mode.equals("navigate");
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Files of the build have no session, and the pages' push tells an expired one by itself. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/");
    }
}
