package org.plantdeck.plantruntime.brokeroffice;

import org.plantdeck.broker.guard.Reason;
import org.plantdeck.broker.guard.Statistics;
import org.plantdeck.broker.guard.Traffic;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a broker is, for its status: degraded while messages are lost, with how many and why, and
 * where its store has failed. Threads: one.
 */
public final class BrokerHealth {

    private final String endpoint;
    private long dropped;

    /**
     * @param endpoint where the broker listens
     */
    public BrokerHealth(String endpoint) {
        this.endpoint = endpoint;
    }

    /** How it is now; what was lost is what was since the last time. */
    public Health next(Optional<Statistics> statistics) {
        if (statistics.isEmpty()) {
            dropped = 0;
            return new Health(
                    Health.State.OFFLINE,
                    "stopped",
                    Leaves.builder().put("clients", 0).put("endpoint", endpoint).build());
        }
        Statistics its = statistics.get();
        Traffic traffic = its.traffic();
        long before = dropped;
        dropped = traffic.messagesDropped();
        Leaves figures =
                Leaves.builder()
                        .put("clients", its.connected())
                        .put("endpoint", endpoint)
                        .put("received_per_second", traffic.messagesInPerSecond(), 1)
                        .put("sent_per_second", traffic.messagesOutPerSecond(), 1)
                        .put("dropped", dropped)
                        .build();
        if (!its.storeTrouble().isEmpty()) {
            return new Health(
                    Health.State.DEGRADED,
                    "sessions and retained messages cannot be stored ("
                            + its.storeTrouble()
                            + "); see that the disk has room and start the broker again",
                    figures);
        }
        return dropped > before
                ? new Health(
                        Health.State.DEGRADED,
                        dropped - before + " messages lost just now; since the start: " + why(its),
                        figures)
                : new Health(Health.State.ONLINE, "", figures);
    }

    private static String why(Statistics its) {
        List<String> words = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            long count = its.traffic().counted(reason);
            if (reason.isLoss() && count > 0) {
                words.add(count + " " + reason.word().replace('_', ' '));
            }
        }
        return String.join(", ", words);
    }
}
