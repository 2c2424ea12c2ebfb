package org.plantdeck.cloudanalytics.insights;

import java.time.Instant;
import java.util.Optional;

/**
 * Something the data says about the plant as it is: not a prediction.
 *
 * @param id names it: kind, run and the window that raised it, so that equal data gives equal names
 * @param kind its cause
 * @param evidence what it stands on, as of its last update
 * @param advice what it says, as of its last update
 * @param raisedAt event time at which it was raised
 * @param closedAt event time at which its cause was gone; empty while it is open
 */
public record Insight(
        String id,
        InsightKind kind,
        Evidence evidence,
        Advice advice,
        Instant raisedAt,
        Optional<Instant> closedAt) {

    public boolean isOpen() {
        return closedAt.isEmpty();
    }
}
