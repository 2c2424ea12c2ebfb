package org.plantdeck.mqttlink;

import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/** How a link introduces itself to a broker. */
final class ConnectOptions {

    /** Room for statuses beside the messages under way. */
    private static final int SPARE_IN_FLIGHT = 16;

    private ConnectOptions() {}

    static MqttConnectOptions of(LinkSettings settings, StatusBeacon beacon, Approach approach) {
        MqttConnectOptions options = approach.options();
        options.setCleanSession(settings.session() == LinkSettings.Session.CLEAN);
        options.setKeepAliveInterval(Math.toIntExact(settings.keepAlive().toSeconds()));
        options.setMaxInflight(settings.inFlight() + SPARE_IN_FLIGHT);
        if (!beacon.isSilent()) {
            options.setWill(beacon.topic(), beacon.lastWill(), 1, true);
        }
        return options;
    }
}
