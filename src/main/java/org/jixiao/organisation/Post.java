package org.jixiao.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post of a unit. Tasks belong to posts, persons hold posts for a time.
 *
 * @param section code of the chief's section; null for the other kinds
 * @param name as it reads under a step, the section in it where it has one
 * @param fallback the post that acts while this one is vacant, also the "next post up"
 */
public record Post(UUID id, PostKind kind, String unit, @Nullable String section, String name, @Nullable UUID fallback) {}
