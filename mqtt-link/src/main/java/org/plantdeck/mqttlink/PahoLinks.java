package org.plantdeck.mqttlink;

import java.time.InstantSource;

/**
 * Makes links over the Eclipse Paho client, speaking MQTT 3.1.1 over TCP, TLS or WebSocket.
 * Threads: any.
 */
public final class PahoLinks implements LinkFactory {

    private final InstantSource wallClock;
    private final String version;
    private final Logins logins;
    private final TlsContexts tls;

    /**
     * @param wallClock stamps statuses
     * @param version the program's version, as said in statuses
     */
    public PahoLinks(InstantSource wallClock, String version) {
        this(wallClock, version, Logins.NONE, TlsContexts.USUAL);
    }

    /**
     * @param wallClock stamps statuses
     * @param version the program's version, as said in statuses
     * @param logins who the links say they are
     */
    public PahoLinks(InstantSource wallClock, String version, Logins logins) {
        this(wallClock, version, logins, TlsContexts.USUAL);
    }

    /**
     * @param wallClock stamps statuses
     * @param version the program's version, as said in statuses
     * @param logins who the links say they are
     * @param tls whom they trust over TLS, and what they show there
     */
    public PahoLinks(InstantSource wallClock, String version, Logins logins, TlsContexts tls) {
        this.wallClock = wallClock;
        this.version = version;
        this.logins = logins;
        this.tls = tls;
    }

    @Override
    public MqttLink link(LinkSettings settings) {
        return new PahoLink(settings, wallClock, version, () -> Approach.of(settings, logins, tls));
    }
}
