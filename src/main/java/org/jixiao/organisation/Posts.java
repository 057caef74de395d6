package org.jixiao.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who holds which post on a day. A vacant post is held by the holders of its fallback (transitively, without cycles);
 * asking never throws for a vacancy.
 */
public interface Posts {

    /** The unit's post of that kind for the section ({@code section} is ignored by coordinator, director, bureau). */
    Optional<Post> find(PostKind kind, String unit, String section);

    Optional<Post> post(UUID id);

    /** Those that exist, in no order. */
    List<Post> posts(Collection<UUID> ids);

    /** What these persons are called, whether or not they hold a post. */
    Map<UUID, String> persons(Collection<UUID> ids);

    /** All posts the unit has or had. */
    List<Post> of(String unit);

    /** Persons who act for the post that day, locked persons left out; empty when it and all its fallbacks are vacant. */
    List<Person> holders(UUID post, LocalDate on);

    /** {@link #holders(UUID, LocalDate)} of many posts in one statement; a post for which nobody acts is left out. */
    Map<UUID, List<Person>> holders(Collection<UUID> posts, LocalDate on);

    /** Posts for which the person acts that day, vacant ones that fall to them included. */
    Set<UUID> heldBy(UUID person, LocalDate on);

    /** Posts of the unit for which the person acts that day. */
    List<Post> heldIn(String unit, UUID person, LocalDate on);

    /** Of {@link #heldBy} the vacant posts: who acts for them acts in their holder's place. */
    List<Post> standsInFor(UUID person, LocalDate on);

    /** Nobody holds the post itself that day: whoever acts for it does so in its holder's place. */
    boolean vacant(UUID post, LocalDate on);

    default boolean holds(UUID person, UUID post, LocalDate on) {
        return heldBy(person, on).contains(post);
    }

    /** Whether the person acts for a post of this kind in the unit; {@code section} narrows CHIEF and DEPUTY. */
    default boolean acts(UUID person, PostKind kind, String unit, String section, LocalDate on) {
        return find(kind, unit, section).map(p -> holds(person, p.id(), on)).orElse(false);
    }
}
