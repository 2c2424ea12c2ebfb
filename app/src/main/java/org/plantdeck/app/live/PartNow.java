package org.plantdeck.app.live;

import org.plantdeck.signal.PartStatus;

import java.time.Instant;

/**
 * What a part said last.
 *
 * @param status its words
 * @param heardAt wall time at which they arrived here; they may have been said long before
 */
public record PartNow(PartStatus status, Instant heardAt) {}
