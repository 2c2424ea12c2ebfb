package org.plantdeck.broker.guard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is published, topic by topic, for as many topics as are remembered; what comes on others is
 * counted together. Threads: any; {@link #tick} one at a time.
 */
final class TopicMeters {

    /** Topics after these are counted together: a client can make up as many as it likes. */
    static final int TOPICS_MAX = 10_000;

    private final Map<String, OfTopic> byTopic = new ConcurrentHashMap<>();
    private final Meter others = new Meter();

    /** The counts of one topic. */
    record OfTopic(Meter messages, Meter bytes) {}

    void count(String topic, int bytes) {
        OfTopic its = byTopic.get(topic);
        if (its == null) {
            if (byTopic.size() >= TOPICS_MAX) {
                others.add(1);
                return;
            }
            its = byTopic.computeIfAbsent(topic, _ -> new OfTopic(new Meter(), new Meter()));
        }
        its.messages().add(1);
        its.bytes().add(bytes);
    }

    Map<String, OfTopic> all() {
        return byTopic;
    }

    /** Messages on topics that are not remembered. */
    long others() {
        return others.count();
    }

    void tick(double seconds) {
        for (OfTopic its : byTopic.values()) {
            its.messages().tick(seconds);
            its.bytes().tick(seconds);
        }
    }
}
