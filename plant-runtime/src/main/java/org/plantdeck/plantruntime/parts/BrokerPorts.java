package org.plantdeck.plantruntime.parts;

import org.plantdeck.broker.listen.Listener;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.ports.PortOwner;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the brokers listen and where the parts find them. A port that was asked for is taken as it
 * is; a default that is taken gives way to the next free one. Threads: one.
 */
final class BrokerPorts {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerPorts.class);
    private static final int TRIES = 50;
    private static final int LAST = 65_535;
    private static final Set<String> READABLE = Set.of("tcp", "ws");

    private final Settings settings;
    private final DataDirectory directory;
    private final List<String> notes = new ArrayList<>();
    private final Map<BrokerKeys, Integer> chosen = new HashMap<>();

    BrokerPorts(Settings settings, DataDirectory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    /** The port an embedded broker is to open. */
    int choose(BrokerKeys broker) {
        int wanted = settings.get(broker.port());
        boolean isSet = settings.isSet(broker.port());
        if (isSet) {
            refuseSharing(broker, wanted);
        }
        int others = chosen.getOrDefault(other(broker), settings.get(other(broker).port()));
        PortOffer offer = offer(broker, wanted, isSet && others == wanted ? 0 : others);
        if (!offer.isFree() && (isSet || offer.instead() == 0)) {
            throw taken(broker, offer);
        }
        if (!offer.isFree()) {
            noteMove(broker, offer);
        }
        chosen.put(broker, offer.instead());
        return offer.instead();
    }

    /**
     * What there is to say of a port before a broker opens it.
     *
     * @param others the port that the other broker is to have
     */
    PortOffer offer(BrokerKeys broker, int wanted, int others) {
        Optional<String> obstacle = obstacle(broker, wanted, others);
        if (obstacle.isEmpty()) {
            return new PortOffer(wanted, "", wanted);
        }
        int instead =
                IntStream.range(wanted + 1, Math.min(wanted + TRIES, LAST + 1))
                        .filter(it -> it != others && refusal(broker, it).isEmpty())
                        .findFirst()
                        .orElse(0);
        return new PortOffer(wanted, obstacle.get(), instead);
    }

    /** Why a broker could not open a port just now; empty where it could. */
    private Optional<String> obstacle(BrokerKeys broker, int wanted, int others) {
        return wanted == others
                ? Optional.of("is for the " + other(broker).part().word())
                : refusal(broker, wanted).map(it -> obstacle(wanted, it));
    }

    /** Who has the port; where nobody is seen who has it, what the system says. */
    private static String obstacle(int port, IOException refusal) {
        boolean isHeld = String.valueOf(refusal.getMessage()).contains("in use");
        return PortOwner.find(port)
                .map(it -> "is taken by " + it)
                .orElse(
                        isHeld
                                ? "is taken by another program"
                                : "cannot be opened (" + refusal.getMessage() + ")");
    }

    private SettingsFailure taken(BrokerKeys broker, PortOffer offer) {
        String what = "%d %s; ".formatted(offer.wanted(), offer.obstacle());
        if (offer.instead() == 0) {
            return settings.wrong(
                    broker.port(),
                    what
                            + "none of the "
                            + TRIES
                            + " ports from there on is free, so name one that is with --set "
                            + broker.port().key()
                            + "=PORT");
        }
        return settings.wrong(
                        broker.port(),
                        what
                                + "mend that or choose another port, such as "
                                + offer.instead()
                                + ", which is free")
                .remedy(broker.port(), Integer.toString(offer.instead()));
    }

    private void noteMove(BrokerKeys broker, PortOffer offer) {
        notes.add(
                "port %d %s, so the %s listens on %d; --set %s=PORT names another"
                        .formatted(
                                offer.wanted(),
                                offer.obstacle(),
                                broker.part().word(),
                                offer.instead(),
                                broker.port().key()));
        LOG.atWarn()
                .addKeyValue("part", broker.part().word())
                .addKeyValue("wanted", offer.wanted())
                .addKeyValue("because", offer.obstacle())
                .addKeyValue("port", offer.instead())
                .log("The default port cannot be had, another is used");
    }

    /** Notes who can connect now, where a broker listens to other machines. */
    void noteOpen(BrokerKeys broker, List<Listener> listeners) {
        if (!isOfThisMachineOnly(broker)) {
            warn(OpenBroker.sentence(broker, broker.guests(settings), listeners));
        }
    }

    /** Notes where the password for a broker on another machine can be read on the way. */
    void noteReadablePassword(BrokerKeys broker) {
        settings.find(broker.url())
                .filter(_ -> settings.isSet(broker.password()))
                .filter(url -> READABLE.contains(url.getScheme()) && !isHere(url.getHost()))
                .ifPresent(url ->
                        warn(
                                "%s crosses the network readable, because %s has no TLS; use ssl://"
                                                .formatted(broker.password().key(), url)
                                        + " or wss:// where the broker offers it"));
    }

    /** Whether the host of a URL is this machine by its loopback address. */
    static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    private void warn(String sentence) {
        notes.add(sentence);
        LOG.atWarn().log(sentence);
    }

    /** What is not as usual about the brokers. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Sees that an address and port can be what is meant, without trying them. */
    void check(BrokerKeys broker) {
        var _ = bind(broker);
        if (settings.isSet(broker.port())) {
            refuseSharing(broker, settings.get(broker.port()));
        }
    }

    private void refuseSharing(BrokerKeys broker, int wanted) {
        BrokerKeys other = other(broker);
        if (settings.isSet(other.port()) && settings.get(other.port()) == wanted) {
            throw settings.wrong(
                    broker.port(),
                    "is " + wanted + " as " + other.port().key() + " is; give each its own port");
        }
    }

    private static BrokerKeys other(BrokerKeys broker) {
        return broker.equals(BrokerKeys.LOCAL) ? BrokerKeys.CLOUD : BrokerKeys.LOCAL;
    }

    /** What the system says where a port cannot be opened; empty where it can. */
    private Optional<IOException> refusal(BrokerKeys broker, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(bind(broker), port));
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(refused);
        }
    }

    private InetAddress bind(BrokerKeys broker) {
        String address = settings.get(broker.bind());
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw settings.wrong(
                    broker.bind(),
                    "is " + address + ", which is no address of this machine; 127.0.0.1 is");
        }
    }

    /** Whether a broker listens to this machine only. */
    boolean isOfThisMachineOnly(BrokerKeys broker) {
        return bind(broker).isLoopbackAddress();
    }

    /** Where clients on this machine find a broker that listens on a port. */
    URI endpoint(BrokerKeys broker, int port) {
        InetAddress address = bind(broker);
        if (address.isAnyLocalAddress()) {
            return URI.create("tcp://127.0.0.1:" + port);
        }
        String host = settings.get(broker.bind());
        return URI.create("tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /**
     * Where the parts of this process find a broker that runs elsewhere, or nowhere yet: the URL
     * that is set, the port that is set, a living broker of this data directory, the default.
     */
    URI find(BrokerKeys broker) {
        return settings.find(broker.url())
                .orElseGet(() -> {
                    URI usual = endpoint(broker, settings.get(broker.port()));
                    return settings.isSet(broker.port())
                            ? usual
                            : directory.endpoint(broker.part().word()).orElse(usual);
                });
    }
}
