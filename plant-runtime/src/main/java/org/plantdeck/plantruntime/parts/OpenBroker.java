package org.plantdeck.plantruntime.parts;

import org.plantdeck.broker.access.GuestPolicy;
import org.plantdeck.broker.listen.Listener;

import java.util.List;
import java.util.stream.Collectors;

/** Who can reach a broker that listens to more than this machine, in words for a person. */
final class OpenBroker {

    private OpenBroker() {}

    /**
     * One sentence: who can connect, what becomes of guests, and where passwords can be read.
     *
     * @param broker which
     * @param listeners its ports; at least one, on an address that is not loopback
     */
    static String sentence(BrokerKeys broker, GuestPolicy guests, List<Listener> listeners) {
        return broker.part().word()
                + " listens on "
                + listeners.getFirst().bind()
                + ", so other machines can connect: who has a user name and password or a"
                + " certificate, "
                + guests(broker, guests)
                + "; "
                + passwords(broker, listeners);
    }

    private static String guests(BrokerKeys broker, GuestPolicy guests) {
        return switch (guests) {
            case EVERYWHERE ->
                    "and as a guest anybody else, because "
                            + broker.guests().key()
                            + " is everywhere";
            case DESK, NOBODY -> "and no guest, not from this machine either";
        };
    }

    private static String passwords(BrokerKeys broker, List<Listener> listeners) {
        String readable = "passwords cross the network readable on port " + ports(listeners, false);
        String encrypted = ports(listeners, true);
        return encrypted.isEmpty()
                ? readable
                        + ", and no port with TLS is set: give "
                        + broker.listeners().tls().key()
                        + " one"
                : readable + ", encrypted on port " + encrypted;
    }

    private static String ports(List<Listener> listeners, boolean secure) {
        return listeners.stream()
                .filter(it -> it.transport().isSecure() == secure)
                .map(it -> Integer.toString(it.port()))
                .collect(Collectors.joining(" and "));
    }
}
