package org.jixiao.organisation;

import java.util.Set;
import java.util.UUID;

/** The person who asks, as the sign-in established it; every verb and every read takes one. */
public record Actor(UUID id, String login, String name, Set<Role> roles) {

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
