package org.plantdeck.cloudanalytics.gaps;

import java.time.Duration;

/**
 * When missing windows are asked for and when they are given up. All times are wall time, counted
 * only while the link is up and the bridge is not known to be offline.
 *
 * @param graceWindows how many later windows may overtake a missing one before it is asked for, at
 *     least 1
 * @param grace how long a missing window is waited for where fewer than that follow
 * @param firstWait how long an answer to the first request is waited for; doubles with every
 *     request
 * @param longestWait the most it doubles to
 * @param tries how many requests are made for a gap that does not fill, at least 1; when the last
 *     one's wait is over, what is missing counts as lost
 */
public record GapPolicy(
        int graceWindows, Duration grace, Duration firstWait, Duration longestWait, int tries) {

    /** Asked after 8 later windows or 10 s; lost after 7 unanswered requests, 10 min 35 s. */
    public static final GapPolicy USUAL =
            new GapPolicy(
                    8, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(10), 7);

    public GapPolicy {
        if (graceWindows < 1 || tries < 1) {
            throw new IllegalArgumentException("graceWindows and tries must be at least 1");
        }
    }

    /** How long the answer to a request is waited for; requests count from 1. */
    Duration waitAfter(int request) {
        Duration wait = firstWait;
        for (int i = 1; i < request && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }

    /** From the first request of a gap that never fills to its windows counting as lost. */
    public Duration lostAfter() {
        Duration all = Duration.ZERO;
        for (int request = 1; request <= tries; request++) {
            all = all.plus(waitAfter(request));
        }
        return all;
    }
}
