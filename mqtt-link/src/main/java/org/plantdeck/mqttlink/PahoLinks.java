package org.plantdeck.mqttlink;

import java.time.InstantSource;

/** Makes links over the Eclipse Paho client, speaking MQTT 3.1.1. Threads: any. */
public final class PahoLinks implements LinkFactory {

    private final InstantSource wallClock;
    private final String version;
    private final Logins logins;

    /**
     * @param wallClock stamps statuses
     * @param version the program's version, as said in statuses
     */
    public PahoLinks(InstantSource wallClock, String version) {
        this(wallClock, version, Logins.NONE);
    }

    /**
     * @param wallClock stamps statuses
     * @param version the program's version, as said in statuses
     * @param logins who the links say they are
     */
    public PahoLinks(InstantSource wallClock, String version, Logins logins) {
        this.wallClock = wallClock;
        this.version = version;
        this.logins = logins;
    }

    @Override
    public MqttLink link(LinkSettings settings) {
        return new PahoLink(settings, wallClock, version, logins);
    }
}
