package org.plantdeck.broker.guard;

import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * A client that is let in. Its identity is the object's: another connection of the same client is
 * another one. Threads: any.
 */
final class Connected {

    private final String clientId;
    private final Rights rights;
    private final Origin origin;
    private final Meter received = new Meter();
    private final Meter sent = new Meter();

    /**
     * How it came in.
     *
     * @param address its own
     * @param version protocol level: 3 is MQTT 3.1, 4 is 3.1.1
     * @param since wall time of its CONNECT
     */
    record Origin(InetSocketAddress address, int version, Instant since) {}

    Connected(String clientId, Rights rights, Origin origin) {
        this.clientId = clientId;
        this.rights = rights;
        this.origin = origin;
    }

    String clientId() {
        return clientId;
    }

    Rights rights() {
        return rights;
    }

    Origin origin() {
        return origin;
    }

    /** Messages from it. */
    Meter received() {
        return received;
    }

    /** Messages to it. */
    Meter sent() {
        return sent;
    }

    /** Takes up what was counted; from one thread. */
    void tick(double seconds) {
        received.tick(seconds);
        sent.tick(seconds);
    }
}
