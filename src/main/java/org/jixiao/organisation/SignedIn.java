package org.jixiao.organisation;

import java.util.Optional;

/** Who is signed in at the door of this request. */
public interface SignedIn {

    /** Refused as forbidden when nobody is. */
    Actor actor();

    /** Empty when nobody is. */
    Optional<Actor> anyone();

    /** By a token that reads only: what a person sees through it counts for nothing. */
    boolean readsOnly();
}
