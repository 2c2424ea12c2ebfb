package org.plantdeck.signal.brokers;

import java.util.Comparator;

/**
 * One client of a broker: connected, or away with a session that waits for it.
 *
 * @param clientId its identifier
 * @param user in whose name it is connected; empty while it is away
 * @param address where it comes from, as host and port; empty while it is away
 * @param since wall time of its CONNECT in ISO-8601; empty while it is away
 * @param protocol such as {@code MQTT 3.1.1}; empty while it is away
 * @param connected whether it is there
 * @param subscriptions topic filters it has subscribed to
 * @param waiting messages that wait for it beside those in flight
 * @param inFlight QoS 1 and 2 messages sent to it and not acknowledged
 * @param received messages that came from it since it connected
 * @param sent messages that went to it since it connected
 * @param receivedPerSecond of the last seconds
 * @param sentPerSecond of the last seconds
 */
public record ClientFigures(
        String clientId,
        String user,
        String address,
        String since,
        String protocol,
        boolean connected,
        int subscriptions,
        int waiting,
        int inFlight,
        long received,
        long sent,
        double receivedPerSecond,
        double sentPerSecond) {

    /** The busiest first, then by name. */
    public static final Comparator<ClientFigures> BUSIEST =
            Comparator.comparingDouble(ClientFigures::perSecond)
                    .reversed()
                    .thenComparing(ClientFigures::clientId);

    private double perSecond() {
        return receivedPerSecond + sentPerSecond;
    }
}
