package org.plantdeck.plantruntime.parts;

import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.limits.Limits;
import org.plantdeck.broker.limits.QueueLimits;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.time.Duration;
import java.util.List;

/** The settings of what a broker takes from its clients. */
record LimitKeys(
        Setting<Integer> messageBytes,
        Setting<Integer> connections,
        Setting<Integer> connectionsOfUser,
        Setting<Integer> subscriptions,
        Setting<Integer> waitingBytes,
        Setting<Duration> connectTimeout,
        Setting<Integer> queue,
        Setting<String> fullQueue,
        Setting<Integer> inFlight) {

    private static final String OLDEST = "oldest";
    private static final int MANY = 1_000_000;

    static LimitKeys of(String broker) {
        String prefix = broker + "limits.";
        Limits usual = BrokerSettings.USUAL_LIMITS;
        QueueLimits queues = BrokerSettings.USUAL_QUEUES;
        return new LimitKeys(
                whole(
                        prefix + "message-bytes",
                        1_024,
                        268_435_455,
                        usual.messageBytes(),
                        "Largest packet; who sends a larger one is disconnected"),
                whole(
                        prefix + "connections",
                        1,
                        MANY,
                        usual.connections(),
                        "Most connections at a time"),
                whole(
                        prefix + "connections-per-user",
                        1,
                        MANY,
                        usual.connectionsOfUser(),
                        "Most connections of one user at a time"),
                whole(
                        prefix + "subscriptions",
                        1,
                        MANY,
                        usual.subscriptions(),
                        "Most subscriptions of one session"),
                whole(
                        prefix + "unsent-bytes",
                        65_536,
                        1_073_741_824,
                        usual.waitingBytes(),
                        "What may wait to be sent to one client before its QoS 0 messages are"
                                + " dropped"),
                Setting.of(
                        prefix + "connect-timeout",
                        Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(5)),
                        usual.connectTimeout(),
                        "duration",
                        "How long a connection may take until its CONNECT has come"),
                whole(
                        prefix + "queue",
                        1,
                        10_000_000,
                        queues.messages(),
                        "Most QoS 1 and 2 messages that wait for one session"),
                Setting.of(
                        prefix + "full-queue-drops",
                        Kind.word(List.of("newest", OLDEST)),
                        "newest",
                        "word",
                        "Which message gives way in a full queue"),
                whole(
                        prefix + "in-flight",
                        1,
                        65_535,
                        queues.inFlight(),
                        "Most QoS 1 and 2 messages sent to one client and not acknowledged"));
    }

    private static Setting<Integer> whole(
            String key, int low, int high, int usual, String meaning) {
        String unit = key.endsWith("bytes") ? "B" : "number";
        return Setting.of(key, Kind.whole(low, high), usual, unit, meaning);
    }

    List<Setting<?>> all() {
        return List.of(
                messageBytes,
                connections,
                connectionsOfUser,
                subscriptions,
                waitingBytes,
                connectTimeout,
                queue,
                fullQueue,
                inFlight);
    }

    Limits limits(Settings settings) {
        return new Limits(
                settings.get(messageBytes),
                settings.get(connections),
                settings.get(connectionsOfUser),
                settings.get(subscriptions),
                settings.get(waitingBytes),
                settings.get(connectTimeout));
    }

    QueueLimits queues(Settings settings) {
        return new QueueLimits(
                settings.get(queue),
                settings.get(inFlight),
                settings.get(fullQueue).equals(OLDEST));
    }
}
