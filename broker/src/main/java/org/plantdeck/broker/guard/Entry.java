package org.plantdeck.broker.guard;

import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.codec.mqtt.MqttVersion;

import org.plantdeck.broker.limits.Limits;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Decides on a CONNECT, with what the connection says of itself. Threads: any. */
final class Entry {

    private static final int IDENTIFIER_BYTES_MAX = 256;

    private final Gate gate;
    private final Function<Channel, Optional<String>> commonName;

    /** What came of a CONNECT. */
    sealed interface Outcome {

        /** The client is let in. */
        record Let(Connected client) implements Outcome {}

        /** It is turned away. */
        record Turned(Reason reason, MqttConnectReturnCode code, String detail)
                implements Outcome {}
    }

    Entry(Gate gate, Function<Channel, Optional<String>> commonName) {
        this.gate = gate;
        this.commonName = commonName;
    }

    CompletionStage<Outcome> of(MqttConnectMessage connect, Channel channel) {
        int version = connect.variableHeader().version();
        if (version == MqttVersion.MQTT_5.protocolLevel()) {
            return turned(
                    Reason.VERSION,
                    MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION,
                    "MQTT 5 is not spoken here; 3.1.1 and 3.1 are");
        }
        String sent = connect.payload().clientIdentifier();
        boolean isEmpty = sent == null || sent.isEmpty();
        if (isEmpty && !connect.variableHeader().isCleanSession()) {
            return identifier("An empty client identifier needs a clean session");
        }
        if (!isEmpty && !isIdentifier(sent)) {
            return identifier("The client identifier is too long or has a null character");
        }
        Optional<Will> will = Will.of(connect);
        if (will.isPresent() && !Topics.isName(will.get().topic())) {
            return turned(
                    Reason.MALFORMED,
                    MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                    "The topic of the last will is not a topic name");
        }
        Admission.Candidate candidate =
                new Admission.Candidate(
                        isEmpty ? UUID.randomUUID().toString() : sent,
                        Optional.ofNullable(connect.payload().userName()),
                        Optional.ofNullable(connect.payload().passwordInBytes()),
                        commonName.apply(channel),
                        (InetSocketAddress) channel.remoteAddress());
        return gate.admission()
                .admit(candidate)
                .thenApply(decision -> outcome(candidate, decision, will, version));
    }

    private static boolean isIdentifier(String sent) {
        return sent.indexOf('\u0000') < 0
                && sent.getBytes(StandardCharsets.UTF_8).length <= IDENTIFIER_BYTES_MAX;
    }

    private Outcome outcome(
            Admission.Candidate candidate,
            Admission.Decision decision,
            Optional<Will> will,
            int version) {
        return switch (decision) {
            case Admission.Decision.Refused(boolean badCredentials, String reason) ->
                    new Outcome.Turned(
                            badCredentials ? Reason.CREDENTIALS : Reason.NOT_ADMITTED,
                            badCredentials
                                    ? MqttConnectReturnCode
                                            .CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD
                                    : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                            reason);
            case Admission.Decision.Admitted(Rights rights) ->
                    will.isPresent() && !mayLeave(will.get().topic(), rights)
                            ? new Outcome.Turned(
                                    Reason.PUBLISH_DENIED,
                                    MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
                                    rights.user()
                                            + " may not leave a last will on "
                                            + will.get().topic())
                            : new Outcome.Let(
                                    new Connected(
                                            candidate.clientId(),
                                            rights,
                                            new Connected.Origin(
                                                    candidate.from(),
                                                    version,
                                                    gate.clock().instant())));
        };
    }

    private static boolean mayLeave(String willTopic, Rights rights) {
        return !Topics.isOfTheBroker(willTopic) && rights.mayPublish(willTopic);
    }

    /** Why a packet that could not be decoded ends its connection. */
    static Outcome.Turned undecoded(Throwable cause, Limits limits) {
        if (cause instanceof MqttUnacceptableProtocolVersionException) {
            return new Outcome.Turned(
                    Reason.VERSION,
                    MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION,
                    "Its protocol version is not spoken here");
        }
        if (cause instanceof MqttIdentifierRejectedException) {
            return new Outcome.Turned(
                    Reason.IDENTIFIER,
                    MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED,
                    "A client identifier of MQTT 3.1 has 1 to 23 letters");
        }
        boolean isTooLarge = cause instanceof TooLongFrameException;
        return new Outcome.Turned(
                isTooLarge ? Reason.TOO_LARGE : Reason.MALFORMED,
                MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
                isTooLarge
                        ? "A packet is larger than " + limits.messageBytes() + " bytes"
                        : "A packet is not MQTT: " + cause.getMessage());
    }

    private static CompletionStage<Outcome> identifier(String detail) {
        return turned(
                Reason.IDENTIFIER,
                MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED,
                detail);
    }

    private static CompletionStage<Outcome> turned(
            Reason reason, MqttConnectReturnCode code, String detail) {
        return CompletableFuture.completedFuture(new Outcome.Turned(reason, code, detail));
    }
}
