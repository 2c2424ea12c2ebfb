package org.plantdeck.mqttlink;

/** Makes links; the seam at which a test puts a link of its own in the place of the network. */
@FunctionalInterface
public interface LinkFactory {

    /** A link that is not started yet. */
    MqttLink link(LinkSettings settings);
}
