package org.jixiao.organisation;

import java.util.Set;
import java.util.UUID;

public record Person(UUID id, String login, String name, Set<Role> roles, boolean locked) {}
