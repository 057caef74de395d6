package org.jixiao.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file handed in for a row.
 *
 * @param evaluation null while it is only staged
 * @param loop the loop it was handed in for
 */
public record Evidence(
        UUID id,
        @Nullable UUID evaluation,
        @Nullable UUID indicator,
        @Nullable Integer loop,
        String name,
        String mediaType,
        long size,
        String sha256,
        UUID uploadedBy,
        Instant uploadedAt) {}
