package org.plantdeck.mqttlink;

import java.time.InstantSource;

/** Makes links over the Eclipse Paho client, speaking MQTT 3.1.1. Threads: any. */
public final class PahoLinks implements LinkFactory {

    private final InstantSource wallClock;
    private final String version;

    /**
     * @param wallClock stamps statuses
     * @param version the program's version, as said in statuses
     */
    public PahoLinks(InstantSource wallClock, String version) {
        this.wallClock = wallClock;
        this.version = version;
    }

    @Override
    public MqttLink link(LinkSettings settings) {
        return new PahoLink(settings, wallClock, version);
    }
}
