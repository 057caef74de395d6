package org.jixiao.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands.
 *
 * @param holder the post, or the person it was handed to; null where no person is waited for
 */
public record Place(
        String step, String name, String nameEn, @Nullable String holder, @Nullable Instant due) {}
