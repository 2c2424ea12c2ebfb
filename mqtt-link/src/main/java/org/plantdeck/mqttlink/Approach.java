package org.plantdeck.mqttlink;

import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import javax.net.SocketFactory;

/**
 * How one attempt comes to its broker.
 *
 * @param broker where it is
 * @param login who comes; empty where nothing is said
 * @param sockets what it comes over
 */
record Approach(URI broker, Optional<Login> login, SocketFactory sockets) {

    private static final Set<String> SECURE = Set.of("ssl", "wss");
    private static final int TIMEOUT_SECONDS = 5;

    /** As of now: a certificate that was renewed is shown from the next attempt on. */
    static Approach of(LinkSettings link, Logins logins, TlsContexts tls) {
        return new Approach(
                link.broker(),
                logins.of(link),
                isSecure(link.broker()) ? new TlsSockets(tls.of(link)) : new PromptSockets());
    }

    /** Whether a broker is reached over TLS. */
    static boolean isSecure(URI broker) {
        return SECURE.contains(broker.getScheme());
    }

    /** Options for a clean session without a last will. */
    MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setConnectionTimeout(TIMEOUT_SECONDS);
        options.setAutomaticReconnect(false);
        options.setSocketFactory(sockets);
        login.ifPresent(it -> {
            options.setUserName(it.user());
            options.setPassword(it.password().toCharArray());
        });
        return options;
    }
}
