package org.plantdeck.bench.broker;

/**
 * What became of the messages of a phase.
 *
 * @param sent by all publishers
 * @param acknowledged of these by the broker; 0 at QoS 0
 * @param due deliveries there should be: each message to each subscriber
 * @param deliveries those there were
 * @param note why the phase ended before everything had come; empty where it had
 */
record Outcome(long sent, long acknowledged, long due, Deliveries deliveries, String note) {

    /**
     * What arrived.
     *
     * @param received each message once a subscriber
     * @param repeated messages that had come before
     * @param elapsedNanos from the start of the phase to the last new message
     * @param latencies from the moment each was to be sent, in nanoseconds
     */
    record Deliveries(long received, long repeated, long elapsedNanos, long[] latencies) {}

    /** Deliveries that never came. */
    long lost() {
        return due - deliveries.received();
    }

    /** Deliveries a second. */
    double perSecond() {
        return deliveries.received() * 1e9 / Math.max(1, deliveries.elapsedNanos());
    }
}
