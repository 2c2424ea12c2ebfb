package org.plantdeck.bridge.store;

import org.plantdeck.signal.AnalyticsWindow;

import java.time.Instant;
import java.util.Optional;

/**
 * A closed window as the bridge keeps it.
 *
 * @param position its place in the order in which windows closed, over all runs, from 1
 * @param window what it says
 * @param closedAt wall time at which it was closed
 * @param sentAt wall time at which the cloud broker had taken it; empty while it waits
 */
public record KeptWindow(
        long position, AnalyticsWindow window, Instant closedAt, Optional<Instant> sentAt) {}
