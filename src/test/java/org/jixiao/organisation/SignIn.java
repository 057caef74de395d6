package org.jixiao.organisation;

import org.springframework.context.ApplicationContext;
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
        var found = context.getBean(StoredPeople.class).credentials(login).orElseThrow();
        var person = new SignedInPerson(actor, found.once(), context.getBean(Revocations.class).moment(), found.ended());
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
