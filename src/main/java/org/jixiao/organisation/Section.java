package org.jixiao.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A section of a unit; it exists in [{@code from}, {@code to}).
 *
 * @param code unique within the unit, used in addresses and by processes
 * @param duty 职能, or empty
 */
public record Section(
        UUID id, String unit, String code, String name, String duty, int position, LocalDate from, @Nullable LocalDate to) {}
