package org.plantdeck.mqttlink;

import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

import java.util.Optional;

/** How a link introduces itself to a broker. */
final class ConnectOptions {

    private static final int TIMEOUT_SECONDS = 5;

    /** Room for statuses beside the messages under way. */
    private static final int SPARE_IN_FLIGHT = 16;

    private ConnectOptions() {}

    static MqttConnectOptions of(
            LinkSettings settings, StatusBeacon beacon, Optional<Login> login) {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(settings.session() == LinkSettings.Session.CLEAN);
        options.setKeepAliveInterval(Math.toIntExact(settings.keepAlive().toSeconds()));
        options.setConnectionTimeout(TIMEOUT_SECONDS);
        options.setAutomaticReconnect(false);
        options.setMaxInflight(settings.inFlight() + SPARE_IN_FLIGHT);
        if ("tcp".equals(settings.broker().getScheme())) {
            options.setSocketFactory(new PromptSockets());
        }
        login.ifPresent(it -> say(options, it));
        if (!beacon.isSilent()) {
            options.setWill(beacon.topic(), beacon.lastWill(), 1, true);
        }
        return options;
    }

    /** Says who connects. */
    static void say(MqttConnectOptions options, Login login) {
        options.setUserName(login.user());
        options.setPassword(login.password().toCharArray());
    }
}
