package org.jixiao.organisation;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jixiao.base.ProductClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * The doors that are not pages. {@code /api} and the Modeler's {@code /engine-rest} know no session: Basic or a token
 * with every call, all of it signed in, the OpenAPI description too. Of the actuator only the health is there, and only for this machine.
 */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info = @Info(
                title = "绩效通 Jixiao",
                version = "1",
                description = "Errors are RFC 9457 problems with a stable code; sentences follow Accept-Language"),
        security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "basic")})
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "From POST /api/token, for half an hour; or an access token made on the account page")
class ApiSecurity {

    /** Where Camunda Modeler asks for the address of the pages, before it knows anything. */
    private static final String WEBAPPS = "/.well-known/camunda-automation-platform/webapps";

    @Bean
    @Order(1)
    SecurityFilterChain actuatorDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .access(ApiSecurity::fromThisMachine)
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((request, response, e) -> response.setStatus(403))
                                .accessDeniedHandler((request, response, e) -> response.setStatus(403)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiDoor(HttpSecurity http, Tokens tokens, Problems problems, ProductClock clock)
            throws Exception {
        var signInFirst = new SignInFirst(problems, clock);
        return http.securityMatcher("/api/**", "/engine-rest/**", WEBAPPS)
                .authorizeHttpRequests(requests -> requests.requestMatchers(WEBAPPS)
                        .permitAll()
                        .anyRequest()
                        .access(ApiSecurity::passwordTheirOwn))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(signInFirst))
                .addFilterBefore(new TokenDoor(tokens, problems, signInFirst), BasicAuthenticationFilter.class)
                .addFilterAfter(new BodyLimit(), BasicAuthenticationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(signInFirst)
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(request, response, 403, Self.mustChangePassword() ? "password-once" : "forbidden")))
                .build();
    }

    /** After the controllers, before the pages, which would answer any address. */
    @Bean
    SimpleUrlHandlerMapping unknownApi(Problems problems) {
        HttpRequestHandler unknown =
                (request, response) -> problems.write(request, response, 404, "not-found");
        var mapping = new SimpleUrlHandlerMapping(Map.of("/api/**", unknown, "/engine-rest/**", unknown));
        mapping.setOrder(1);
        return mapping;
    }

    private static AuthorizationDecision fromThisMachine(
            Supplier<Authentication> anyone, RequestAuthorizationContext context) {
        try {
            String address = context.getRequest().getRemoteAddr();
            return new AuthorizationDecision(InetAddress.getByName(address).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return new AuthorizationDecision(false);
        }
    }

    /** Signed in, and not by a password that an administrator knows. */
    private static AuthorizationDecision passwordTheirOwn(
            Supplier<Authentication> someone, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                someone.get().getPrincipal() instanceof SignedInPerson person && !person.passwordOnce());
    }

    /** 401 with the ways to sign in, 429 while the login waits; never a redirect. */
    private record SignInFirst(Problems problems, ProductClock clock) implements AuthenticationEntryPoint {

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
                throws IOException {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"jixiao\", charset=\"UTF-8\"");
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"jixiao\"");
            if (e instanceof PasswordDoor.Waits waits) {
                long seconds = Math.max(1, Duration.between(clock.now(), waits.until()).toSeconds());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                problems.write(request, response, 429, "login-waits", waits.until());
            } else if (e instanceof CredentialsExpiredException) problems.write(request, response, 401, "token-expired");
            else if (request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                problems.write(request, response, 401, "login-wrong");
            else problems.write(request, response, 401, "sign-in-first");
        }
    }
}
