package org.plantdeck.bench.broker;

/**
 * When the messages of a phase are sent.
 *
 * @param intervalNanos between two messages of all publishers together; 0 for as fast as they go
 * @param messagesEach how many each publisher sends at most
 */
record Pace(long intervalNanos, long messagesEach) {

    /** As fast as the window allows, until it is stopped. */
    static final Pace FLOOD = new Pace(0, Long.MAX_VALUE);

    /** So many from each publisher, as fast as the window allows. */
    static Pace burst(long messagesEach) {
        return new Pace(0, messagesEach);
    }

    boolean isScheduled() {
        return intervalNanos > 0;
    }

    /** Whether it ends by itself. */
    boolean isCounted() {
        return messagesEach < Long.MAX_VALUE;
    }
}
