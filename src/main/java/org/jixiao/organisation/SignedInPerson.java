package org.jixiao.organisation;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal: the actor as the sign-in found it, so that no request asks the database who it is. */
final class SignedInPerson implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1;

    private final Actor actor;
    private final boolean locked;
    private final Instant since;
    private @Nullable String passwordHash;

    SignedInPerson(Actor actor, boolean locked, Instant since, @Nullable String passwordHash) {
        this.actor = actor;
        this.locked = locked;
        this.since = since;
        this.passwordHash = passwordHash;
    }

    Actor actor() {
        return actor;
    }

    /** When the roles and the lock were read. */
    Instant since() {
        return since;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return Stream.concat(Stream.of("PERSON"), actor.roles().stream().map(Enum::name))
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return actor.login();
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
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
