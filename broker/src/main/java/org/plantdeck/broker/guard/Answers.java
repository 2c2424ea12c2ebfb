package org.plantdeck.broker.guard;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;

/** The packets a guard makes or changes. */
final class Answers {

    private Answers() {}

    static MqttMessage refusal(MqttConnectReturnCode code) {
        return new MqttConnAckMessage(
                new MqttFixedHeader(MqttMessageType.CONNACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                new MqttConnAckVariableHeader(code, false, MqttProperties.NO_PROPERTIES));
    }

    /** An acknowledgement: PUBACK, PUBREC or PUBCOMP. */
    static MqttMessage acknowledgement(MqttMessageType type, int packetId) {
        return new MqttMessage(
                new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0),
                MqttMessageIdVariableHeader.from(packetId));
    }

    static MqttMessage release(int packetId) {
        return new MqttMessage(
                new MqttFixedHeader(MqttMessageType.PUBREL, false, MqttQoS.AT_LEAST_ONCE, false, 0),
                MqttMessageIdVariableHeader.from(packetId));
    }

    /** A CONNECT as the sessions see it: who it is has been decided, and its will is kept here. */
    static MqttConnectMessage bare(MqttConnectMessage connect, String clientId) {
        MqttConnectVariableHeader header = connect.variableHeader();
        return new MqttConnectMessage(
                connect.fixedHeader(),
                new MqttConnectVariableHeader(
                        header.name(),
                        header.version(),
                        false,
                        false,
                        false,
                        0,
                        false,
                        header.isCleanSession(),
                        header.keepAliveTimeSeconds()),
                new MqttConnectPayload(clientId, null, (byte[]) null, null, (byte[]) null));
    }

    /**
     * A PUBLISH as the sessions see it. The flag of a retained one is seen to here; and a repeated
     * one is a new one to them, which would drop it else.
     */
    static MqttPublishMessage plain(MqttPublishMessage message) {
        MqttFixedHeader header = message.fixedHeader();
        return header.isDup() || header.isRetain()
                ? new MqttPublishMessage(
                        new MqttFixedHeader(
                                MqttMessageType.PUBLISH, false, header.qosLevel(), false, 0),
                        message.variableHeader(),
                        message.payload())
                : message;
    }

    /** A PUBLISH with the flag of a retained one, on the topic without the mark. */
    static MqttPublishMessage retained(MqttPublishMessage message) {
        MqttFixedHeader header = message.fixedHeader();
        return new MqttPublishMessage(
                new MqttFixedHeader(
                        MqttMessageType.PUBLISH, header.isDup(), header.qosLevel(), true, 0),
                new MqttPublishVariableHeader(
                        message.variableHeader().topicName().substring(1),
                        message.variableHeader().packetId()),
                message.payload());
    }
}
