package org.plantdeck.plantruntime.parts;

import org.plantdeck.broker.access.GuestPolicy;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of one broker.
 *
 * @param part which broker
 * @param port where it listens
 * @param bind on which address
 * @param url where the parts find it
 * @param username who the parts say they are, on a broker elsewhere
 * @param password and how they show it
 * @param trust how they know it over TLS there, and what they show it
 * @param guests who may come without credentials
 * @param listeners its other ports
 * @param limits what it takes
 */
record BrokerKeys(
        PartName part,
        Setting<Integer> port,
        Setting<String> bind,
        Setting<URI> url,
        Setting<String> username,
        Setting<String> password,
        TrustKeys trust,
        Setting<String> guests,
        ListenerKeys listeners,
        LimitKeys limits) {

    static final BrokerKeys LOCAL = of(PartName.LOCAL_BROKER, 1883, "the factory");
    static final BrokerKeys CLOUD = of(PartName.CLOUD_BROKER, 1884, "the cloud");

    static final List<BrokerKeys> BOTH = List.of(LOCAL, CLOUD);

    private static BrokerKeys of(PartName part, int port, String whose) {
        String prefix = part.word() + ".";
        return new BrokerKeys(
                part,
                Setting.of(
                        prefix + "port",
                        Kind.port(),
                        port,
                        "port",
                        "TCP port of the MQTT broker of "
                                + whose
                                + "; a default that is taken gives way to the next free one"),
                Setting.of(
                        prefix + "bind",
                        Kind.text("an address of this machine, such as 127.0.0.1 or 0.0.0.0"),
                        "127.0.0.1",
                        "address",
                        "Address the broker of " + whose + " listens on"),
                Setting.unset(
                        prefix + "url",
                        Kind.brokerUrl(),
                        "follows " + prefix + "port",
                        "URL",
                        "Where the parts find the broker of "
                                + whose
                                + "; set, the embedded one is not started by headless"),
                Setting.unset(
                        prefix + "username",
                        Kind.text("a user name"),
                        "none",
                        "text",
                        "Who the parts say they are where the URL is set"),
                Setting.unset(
                        prefix + "password",
                        Kind.secret("a password"),
                        "none",
                        "text",
                        "Their password there"),
                TrustKeys.of(prefix),
                Setting.of(
                        prefix + "guests",
                        Kind.word(List.of("desk", "everywhere", "nobody")),
                        "desk",
                        "word",
                        "From where clients without credentials are let in; desk is this machine,"
                                + " as long as the broker listens to no other"),
                ListenerKeys.of(prefix, whose, port - 1883),
                LimitKeys.of(prefix));
    }

    List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(port, bind, url, username, password));
        all.addAll(trust.all());
        all.add(guests);
        all.addAll(listeners.all());
        all.addAll(limits.all());
        return List.copyOf(all);
    }

    /** Which broker a URL that is set names; none where it follows a port. */
    static Optional<BrokerKeys> elsewhere(Settings settings, URI url) {
        return BOTH.stream()
                .filter(it -> settings.find(it.url()).filter(url::equals).isPresent())
                .findFirst();
    }

    /** Who may come without credentials. */
    GuestPolicy guests(Settings settings) {
        return GuestPolicy.valueOf(settings.get(guests).toUpperCase(Locale.ROOT));
    }
}
