package org.jixiao.inbox;

import java.util.Set;
import java.util.UUID;

/**
 * Rows came into boxes or left them; published in the transaction that moved them.
 *
 * @param holders posts and persons whose boxes these are
 */
public record RowsMoved(Set<UUID> holders) {}
