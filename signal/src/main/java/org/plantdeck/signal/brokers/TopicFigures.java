package org.plantdeck.signal.brokers;

import java.util.Comparator;

/**
 * One topic of a broker.
 *
 * @param topic its name
 * @param messages published on it since the broker started
 * @param bytes of their payloads
 * @param messagesPerSecond of the last seconds
 * @param bytesPerSecond of the last seconds
 * @param retainedBytes payload of its retained message; -1 where it has none
 */
public record TopicFigures(
        String topic,
        long messages,
        long bytes,
        double messagesPerSecond,
        double bytesPerSecond,
        int retainedBytes) {

    /** The busiest first, then by name. */
    public static final Comparator<TopicFigures> BUSIEST =
            Comparator.comparingDouble(TopicFigures::messagesPerSecond)
                    .reversed()
                    .thenComparing(TopicFigures::topic);

    /** Whether it has a retained message. */
    public boolean hasRetained() {
        return retainedBytes >= 0;
    }
}
