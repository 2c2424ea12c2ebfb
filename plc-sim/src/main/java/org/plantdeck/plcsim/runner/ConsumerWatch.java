package org.plantdeck.plcsim.runner;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows, from their statuses, how far those who store readings have come, so that the plant does
 * not run away from them. Who is offline, has not been heard for a while or follows another run is
 * not waited for. Threads: any.
 */
final class ConsumerWatch {

    /** Whom the plant waits for. */
    static final List<String> CONSUMERS = List.of("Historian", "Bridge");

    /** How far the plant may be ahead of them, in simulated time. */
    static final Duration AHEAD = Duration.ofMinutes(30);

    private static final Duration HEARD_WITHIN = Duration.ofSeconds(20);

    private record Progress(String run, Instant through, Instant heardAt) {}

    private final InstantSource wallClock;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();

    ConsumerWatch(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    /** Takes a status of a consumer. */
    void hear(Delivery delivery) {
        if (StatusCodec.decode(delivery.body()) instanceof Decoded.Sound<PartStatus>(PartStatus it)
                && CONSUMERS.contains(it.component())) {
            Optional<Instant> through =
                    IsoTime.parse(it.health().figures().text("progress.through"));
            if (it.health().state() == Health.State.OFFLINE || through.isEmpty()) {
                progress.remove(it.component());
            } else {
                String run = it.health().figures().text("progress.run");
                progress.put(it.component(), new Progress(run, through.get(), wallClock.instant()));
            }
        }
    }

    /**
     * The consumer that has to come closer before a tick may be run; empty where none has.
     *
     * @param run the run the plant is in
     * @param published event time of the newest reading
     * @param next simulated time of the tick
     */
    Optional<String> behind(String run, Instant published, Instant next) {
        Instant heardAfter = wallClock.instant().minus(HEARD_WITHIN);
        for (String consumer : CONSUMERS) {
            Progress it = progress.get(consumer);
            if (it != null
                    && it.run().equals(run)
                    && it.heardAt().isAfter(heardAfter)
                    && it.through().isBefore(published)
                    && it.through().plus(AHEAD).isBefore(next)) {
                return Optional.of(consumer);
            }
        }
        return Optional.empty();
    }
}
