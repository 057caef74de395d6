package org.jixiao.organisation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Administered.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps persons. The system administrator enters and renames them, the security administrator gives roles, locks and
 * first or new passwords: neither can make a user alone.
 */
@Service
@Transactional
public class People {

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,49}");

    private final StoredPeople stored;
    private final Passwords passwords;
    private final Revocations revocations;
    private final Administration administration;
    private final ProductClock clock;

    People(
            StoredPeople stored,
            Passwords passwords,
            Revocations revocations,
            Administration administration,
            ProductClock clock) {
        this.stored = stored;
        this.passwords = passwords;
        this.revocations = revocations;
        this.administration = administration;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Found search(Actor actor, String text, int limit) {
        administration.permit(actor, Role.SYSADMIN, Role.SECADMIN);
        return new Found(stored.like(text.strip(), limit), stored.count(text.strip()));
    }

    /** A person who cannot sign in until the security administrator gives a password. */
    public Person add(Actor actor, String login, String name) {
        administration.permit(actor, Role.SYSADMIN);
        checked(login, name).settle();
        var person = new Person(Ids.next(), login, name.strip(), Set.of(), false);
        if (!stored.add(person, null, clock.now())) throw Form.refusal("login", "login-taken", login);
        administration.done(actor, Change.PERSON_ADDED, login + " " + person.name());
        return person;
    }

    public void rename(Actor actor, UUID id, String name) {
        administration.permit(actor, Role.SYSADMIN);
        var person = changing(id);
        new Form().name("name", name).settle();
        stored.rename(id, name.strip());
        administration.done(actor, Change.PERSON_CHANGED, person.login() + " " + name.strip());
    }

    /**
     * Nobody's own: whoever gives roles does not keep the organisation nor read the record of it. Only the first
     * administrator, made at the set-up, begins with two.
     */
    public void giveRoles(Actor actor, UUID id, Set<Role> roles) {
        administration.permit(actor, Role.SECADMIN);
        administration.inPerson();
        boolean apart = !roles.contains(Role.SECADMIN)
                || !(roles.contains(Role.SYSADMIN) || roles.contains(Role.AUDITOR));
        new Form()
                .require(!actor.id().equals(id), "roles", "own-roles")
                .require(apart, "roles", "roles-apart")
                .settle();
        if (!roles.contains(Role.SECADMIN)) refuseLast(id, "roles");
        var person = changing(id);
        stored.roles(id, roles);
        revocations.revoke(id);
        String given = roles.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        administration.done(actor, Change.ROLES_CHANGED, person.login() + " [" + given + "]");
    }

    /** A locked person cannot sign in, loses tokens and sessions, and no longer acts for any post. */
    public void lock(Actor actor, UUID id) {
        administration.permit(actor, Role.SECADMIN);
        refuseLast(id, "locked");
        var person = changing(id);
        stored.lock(id, true);
        revocations.revoke(id);
        administration.done(actor, Change.PERSON_LOCKED, person.login());
    }

    public void unlock(Actor actor, UUID id) {
        administration.permit(actor, Role.SECADMIN);
        var person = changing(id);
        stored.lock(id, false);
        administration.done(actor, Change.PERSON_UNLOCKED, person.login());
    }

    /** A new password, told once and to be changed at the next sign-in; sessions and tokens end. */
    public String resetPassword(Actor actor, UUID id) {
        administration.permit(actor, Role.SECADMIN);
        administration.inPerson();
        var person = changing(id);
        String once = passwords.once();
        stored.password(id, passwords.hash(once), true);
        revocations.revoke(id);
        administration.done(actor, Change.PASSWORD_RESET, person.login());
        return once;
    }

    Form checked(@Nullable String login, @Nullable String name) {
        return new Form()
                .require(login != null && LOGIN.matcher(login).matches(), "login", "login-format")
                .require(login == null || stored.byLogin(login).isEmpty(), "login", "login-taken", "" + login)
                .name("name", name);
    }

    private Person changing(UUID id) {
        return stored.forChange(id).orElseThrow(Refusal::forbidden);
    }

    private void refuseLast(UUID id, String field) {
        if (stored.securityAdministratorsForChange().equals(List.of(id)))
            throw Form.refusal(field, "last-secadmin");
    }

    /** @param count all that match, {@code people} may be fewer */
    public record Found(List<Person> people, int count) {}
}
