package org.jixiao.organisation;

import java.io.Serial;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal: the actor as the sign-in found it, so that no request asks the database who it is. */
final class SignedInPerson implements UserDetails {

    @Serial
    private static final long serialVersionUID = 1;

    private final Actor actor;
    private final boolean passwordOnce;
    private final long moment;
    private final int ended;

    /**
     * @param passwordOnce the password came from an administrator and must be changed before anything else
     * @param moment taken from {@link Revocations} before person and roles were read
     * @param ended how often the person's sign-ins had ended, read with them
     */
    SignedInPerson(Actor actor, boolean passwordOnce, long moment, int ended) {
        this.actor = actor;
        this.passwordOnce = passwordOnce;
        this.moment = moment;
        this.ended = ended;
    }

    Actor actor() {
        return actor;
    }

    boolean passwordOnce() {
        return passwordOnce;
    }

    long moment() {
        return moment;
    }

    int ended() {
        return ended;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return Stream.concat(Stream.of("PERSON"), actor.roles().stream().map(Enum::name))
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    /** Not kept. */
    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return actor.login();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedInPerson that && that.actor.id().equals(actor.id());
    }

    @Override
    public int hashCode() {
        return actor.id().hashCode();
    }
}
