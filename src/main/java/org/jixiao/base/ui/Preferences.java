package org.jixiao.base.ui;

import java.util.Optional;

/**
 * What a person chose for themselves, kept beyond one browser; the organisation module implements it. Without it the
 * shell still remembers in a cookie.
 */
public interface Preferences {

    /** Keys the shell uses. */
    String LOCALE = "locale";

    String THEME = "theme";

    /** The choice of the person signed in; empty when nobody is or nothing was chosen. */
    Optional<String> get(String key);

    void set(String key, String value);

    /** Whether the person signed in has put this hint away. */
    boolean hintGone(String hint);

    void putAway(String hint);
}
