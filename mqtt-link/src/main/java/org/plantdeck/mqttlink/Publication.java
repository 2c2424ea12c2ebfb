package org.plantdeck.mqttlink;

/**
 * A message to publish. The body is not copied and must not be changed afterwards.
 *
 * @param topic a topic name without wildcards
 * @param body the payload
 * @param qos 0, 1 or 2
 * @param retained whether the broker keeps it for later subscribers
 * @param taken called once on a link thread when the broker has taken it (acknowledged at QoS 1 and
 *     2, handed to the network at QoS 0); never called for a message that was given up
 */
public record Publication(String topic, byte[] body, int qos, boolean retained, Runnable taken) {

    /** A message nobody waits for. */
    public Publication(String topic, byte[] body, int qos, boolean retained) {
        this(topic, body, qos, retained, () -> {});
    }
}
