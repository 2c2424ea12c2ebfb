package org.plantdeck.bench.broker;

/**
 * How a lane is laid: who publishes to whom and how surely.
 *
 * @param root the part of the topics no other lane has
 * @param publishers how many, each with a topic of its own
 * @param subscribers how many, each subscribed to all of the topics
 * @param qos of publishing and of subscribing, 0 or 1
 * @param window QoS 1 messages a publisher may have unacknowledged
 */
record Route(String root, int publishers, int subscribers, int qos, int window) {

    /** As many as a client of a busy part has under way. */
    static final int WINDOW = 100;

    String topic(int publisher) {
        return root + "/" + publisher;
    }

    String filter() {
        return root + "/+";
    }
}
