package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.PlantTime;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether everybody is ready for the next tick: a PLC elsewhere has answered the last one, the
 * broker keeps up with the PLCs here, and those who store readings are not too far behind. Threads:
 * the plant's.
 */
final class ReadyCheck {

    /** How often the links are looked at, ticks. */
    private static final int LINKS_EVERY = 10;

    private final InstantSource wallClock;
    private final Crew crew;
    private final ConsumerWatch consumers;
    private Instant published = Instant.MIN;
    private boolean hindered;

    ReadyCheck(InstantSource wallClock, Crew crew, ConsumerWatch consumers) {
        this.wallClock = wallClock;
        this.crew = crew;
        this.consumers = consumers;
    }

    /** Notes that a tick has been run. */
    void ran(PlantTime time, boolean byAnybody) {
        if (byAnybody) {
            published = time.now();
        }
    }

    /**
     * What keeps the plant from its next tick; empty where nothing does.
     *
     * @param hurries whether nothing is lost by waiting for a broker that is away
     */
    Optional<String> hindrance(PlantRun run, boolean hurries) {
        Instant wallNow = wallClock.instant();
        Optional<String> unanswered = crew.unanswered(run.plant(), wallNow).map(plc -> plc.plcId());
        if (unanswered.isPresent()) {
            return unanswered;
        }
        PlantTime time = run.time();
        if (!hindered && time.tick() % LINKS_EVERY != 0) {
            return Optional.empty();
        }
        Optional<String> found =
                broker(hurries)
                        .or(() ->
                                consumers.behind(
                                        time.run(), published, time.now().plus(PlantTime.TICK)));
        hindered = found.isPresent();
        return found;
    }

    private Optional<String> broker(boolean waitsForLink) {
        for (PlcPart plc : crew.locals()) {
            PlcLink link = plc.link();
            if (link.isClosed()) {
                return Optional.of(plc.component() + ", which has ended");
            }
            boolean taken = link.isTakenOver();
            if (!taken && (link.isCongested() || (waitsForLink && !link.isUp()))) {
                return Optional.of("the broker");
            }
        }
        return Optional.empty();
    }
}
