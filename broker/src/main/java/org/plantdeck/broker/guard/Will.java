package org.plantdeck.broker.guard;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import java.util.Optional;

/** What is published when a client goes without a word. */
record Will(String topic, byte[] payload, MqttQoS qos, boolean retain) {

    static Optional<Will> of(MqttConnectMessage connect) {
        return connect.variableHeader().isWillFlag()
                ? Optional.of(
                        new Will(
                                connect.payload().willTopic(),
                                connect.payload().willMessageInBytes(),
                                MqttQoS.valueOf(connect.variableHeader().willQos()),
                                connect.variableHeader().isWillRetain()))
                : Optional.empty();
    }
}
