package org.jixiao.organisation;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Signs a person in without a door, for tests of services and pages. */
public final class SignIn {

    private SignIn() {}

    /** The person as an actor; nobody is signed in by it. */
    public static Actor actor(ApplicationContext context, String login) {
        return PasswordDoor.actor(context.getBean(StoredPeople.class).byLogin(login).orElseThrow());
    }

    /** This thread's security context is the person's until {@link #out()}. */
    public static Actor in(ApplicationContext context, String login) {
        Actor actor = actor(context, login);
        boolean once = context.getBean(JdbcClient.class)
                .sql("select password_once from person where id = ?")
                .param(actor.id())
                .query(Boolean.class)
                .single();
        var person =
                new SignedInPerson(actor, once, context.getBean(Revocations.class).moment());
        var security = SecurityContextHolder.createEmptyContext();
        security.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        SecurityContextHolder.setContext(security);
        return actor;
    }

    /** As the log of a first start says it. */
    public static String setUpToken(ApplicationContext context) {
        return context.getBean(SetUp.class).token();
    }

    public static void out() {
        SecurityContextHolder.clearContext();
    }
}
