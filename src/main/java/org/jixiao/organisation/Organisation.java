package org.jixiao.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reading the organisation. Codes are those of the data; an unknown code is empty, never an error. */
public interface Organisation {

    List<Unit> units();

    Optional<Unit> unit(String code);

    /** Sections that exist on the day, in their order. */
    List<Section> sections(String unit, LocalDate on);

    /** The section by its code, whether or not it exists today. */
    Optional<Section> section(String unit, String code);

    /** Units in which the person holds any post on the day. */
    List<Unit> unitsOf(UUID person, LocalDate on);
}
