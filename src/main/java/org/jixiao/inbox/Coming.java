package org.jixiao.inbox;

import java.util.Locale;
import java.util.Optional;
import org.jixiao.organisation.Actor;

/** What a feature knows to come next in a person's units, said where nothing is to do. */
public interface Coming {

    /** A sentence, e.g. 7 月 1 日开始半年自评。 */
    Optional<String> next(Actor reader, Locale locale);
}
