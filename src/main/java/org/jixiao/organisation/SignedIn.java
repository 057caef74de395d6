package org.jixiao.organisation;

/** Who is signed in at the door of this request. */
public interface SignedIn {

    /** Refused as forbidden when nobody is. */
    Actor actor();
}
