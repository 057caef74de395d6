package org.jixiao.organisation.ui;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import org.jixiao.organisation.SignInDoor;
import org.jixiao.organisation.StaleSessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The door of the pages; who may open which one stands on each page. */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {

    /** Vaadin needs inline scripts and evaluation; framing, plug-ins and foreign bases it does not. */
    private static final String CONTENT_POLICY =
            "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'";

    @Bean
    @Order(10)
    SecurityFilterChain pagesDoor(HttpSecurity http, SignInDoor door) throws Exception {
        http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new StaleSessions(), SecurityContextHolderFilter.class)
                .addFilterBefore(door.revokedSessions(), AnonymousAuthenticationFilter.class);
        return http.with(VaadinSecurityConfigurer.vaadin(), pages -> pages.loginView(SignInView.class))
                .build();
    }
}
