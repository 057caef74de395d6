package org.jixiao.organisation;

import java.util.Map;
import java.util.Optional;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Administered.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What every person does for themselves: the password, the language, light or dark, hints put away. */
@Service
@Transactional
public class Self {

    private static final java.util.Set<String> THEMES = java.util.Set.of("", "light", "dark");

    private final StoredPeople people;
    private final Passwords passwords;
    private final Revocations revocations;
    private final LoginFailures failures;
    private final Administration administration;

    Self(
            StoredPeople people,
            Passwords passwords,
            Revocations revocations,
            LoginFailures failures,
            Administration administration) {
        this.people = people;
        this.passwords = passwords;
        this.revocations = revocations;
        this.failures = failures;
        this.administration = administration;
    }

    /** Other sessions and all tokens of the person end; the session that asked goes on. A wrong old one counts. */
    @Transactional(noRollbackFor = Refusal.class)
    public void changePassword(Actor actor, @Nullable String old, @Nullable String chosen, @Nullable String again) {
        administration.inPerson();
        var person = people.forChange(actor.id()).orElseThrow(Refusal::forbidden);
        var credentials = people.credentials(person.login()).orElseThrow(Refusal::forbidden);
        if (failures.waits(person.login()).isPresent()) throw Form.refusal("old", "password-waits");
        if (!passwords.matches(old == null ? "" : old, credentials.passwordHash())) {
            failures.record(person.login());
            throw Form.refusal("old", "password-wrong");
        }
        passwords
                .check(new Form(), "chosen", chosen, person.login())
                .require(chosen == null || !chosen.equals(old), "chosen", "password-same")
                .require(chosen != null && chosen.equals(again), "again", "password-again")
                .settle();
        people.password(person.id(), passwords.hash(chosen), false);
        revocations.revoke(person.id(), this::goOn);
        administration.done(actor, Change.PASSWORD_CHANGED, person.login());
    }

    /** After the revocation, so that this session is newer than it. */
    private void goOn(int ended) {
        var context = SecurityContextHolder.getContext();
        var before = context.getAuthentication();
        if (before == null || !(before.getPrincipal() instanceof SignedInPerson person)) return;
        var principal = new SignedInPerson(person.actor(), false, revocations.moment(), ended);
        var now = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        now.setDetails(before.getDetails());
        context.setAuthentication(now);
    }

    /** Whether the password came from an administrator and must be changed before anything else. */
    public static boolean mustChangePassword() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedInPerson person
                && person.passwordOnce();
    }

    /** Whether the person has put a first-time hint away. */
    @Transactional(readOnly = true)
    public boolean hintGone(Actor actor, String hint) {
        return people.hintGone(actor.id(), hint);
    }

    /** For good, until {@link #hintsAgain}. */
    public void putAway(Actor actor, String hint) {
        people.putAway(actor.id(), hint);
    }

    public void hintsAgain(Actor actor) {
        people.hintsAgain(actor.id());
    }

    /** {@code locale} (a language tag) or {@code theme} (light, dark); empty when nothing was chosen. */
    @Transactional(readOnly = true)
    public Optional<String> choice(Actor actor, String key) {
        Map<String, @Nullable String> choices = people.choices(actor.id());
        return Optional.ofNullable(choices.get(key)).filter(value -> !value.equals("system"));
    }

    /** @param value of the theme: light, dark, or empty to follow the system */
    public void choose(Actor actor, String key, String value) {
        switch (key) {
            case "locale" -> {
                if (Messages.LOCALES.stream().noneMatch(l -> l.toLanguageTag().equals(value)))
                    throw Refusal.malformed("malformed");
                people.locale(actor.id(), value);
            }
            case "theme" -> {
                if (!THEMES.contains(value)) throw Refusal.malformed("malformed");
                people.theme(actor.id(), value.isEmpty() ? "system" : value);
            }
            default -> throw Refusal.malformed("malformed");
        }
    }
}
