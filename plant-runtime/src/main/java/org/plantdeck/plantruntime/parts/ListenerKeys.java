package org.plantdeck.plantruntime.parts;

import org.plantdeck.broker.listen.Listener;
import org.plantdeck.broker.listen.Listener.Transport;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of the ports a broker opens beside its TCP port. Those that are set are opened or
 * the start fails; a default that is taken is left out.
 */
record ListenerKeys(
        Setting<Integer> tls,
        Setting<String> tlsCertificates,
        Setting<Integer> websocket,
        Setting<Integer> secureWebsocket,
        Setting<String> secureWebsocketCertificates) {

    private static final String REQUIRED = "required";
    private static final int PORT_MAX = 65_535;

    /**
     * @param number 0 for the first broker, 1 for the second: added to each default
     */
    static ListenerKeys of(String prefix, String whose, int number) {
        return new ListenerKeys(
                port(prefix + "tls-port", 8883 + number, "MQTT over TLS of " + whose),
                certificates(prefix + "tls-client-certificates"),
                port(
                        prefix + "websocket-port",
                        9001 + number,
                        "MQTT over WebSocket, on the path /mqtt, of " + whose),
                port(
                        prefix + "secure-websocket-port",
                        9443 + number,
                        "MQTT over WebSocket with TLS of " + whose),
                certificates(prefix + "secure-websocket-client-certificates"));
    }

    private static Setting<Integer> port(String key, int usual, String what) {
        return Setting.of(
                key,
                Kind.whole(0, PORT_MAX),
                usual,
                "port",
                "Port for " + what + "; 0 for none, and a default that is taken is left out");
    }

    private static Setting<String> certificates(String key) {
        return Setting.of(
                key,
                Kind.word(List.of("optional", REQUIRED)),
                "optional",
                "word",
                "Whether a client must show a certificate there");
    }

    List<Setting<?>> all() {
        return List.of(
                tls, tlsCertificates, websocket, secureWebsocket, secureWebsocketCertificates);
    }

    /** What is to be listened on, beside the TCP port. */
    List<Listener> read(Settings settings, String bind) {
        return Stream.of(
                        listener(settings, tls, Transport.TLS, bind, tlsCertificates),
                        listener(settings, websocket, Transport.WEBSOCKET, bind, tlsCertificates),
                        listener(
                                settings,
                                secureWebsocket,
                                Transport.SECURE_WEBSOCKET,
                                bind,
                                secureWebsocketCertificates))
                .filter(it -> it.port() > 0)
                .toList();
    }

    private static Listener listener(
            Settings settings,
            Setting<Integer> port,
            Transport transport,
            String bind,
            Setting<String> certificates) {
        return new Listener(
                port.key(),
                transport,
                bind,
                settings.get(port),
                transport.isSecure() && settings.get(certificates).equals(REQUIRED),
                !settings.isSet(port));
    }
}
