package org.plantdeck.mqttlink;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a link says of its part on {@code status/{component}}: the newest health, at once when state
 * or detail change and at most once a second otherwise. Threads: any; one lock guards all state.
 */
final class StatusBeacon {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int QOS = 1;

    private final String component;
    private final String instance;
    private final String version;
    private final InstantSource wallClock;
    private final Instant begun;

    private Health newest = Health.online();
    private @Nullable Health said;
    private Instant saidAt = Instant.MIN;

    StatusBeacon(String component, String instance, String version, InstantSource wallClock) {
        this.component = component;
        this.instance = instance;
        this.version = version;
        this.wallClock = wallClock;
        begun = wallClock.instant();
    }

    boolean isSilent() {
        return component.isEmpty();
    }

    String topic() {
        return PartStatus.topic(component);
    }

    /** The broker says this for us when we are gone without a word. */
    byte[] lastWill() {
        return body(new Health(Health.State.OFFLINE, "connection lost", Leaves.builder().build()));
    }

    /** What an orderly end says. */
    Publication farewell() {
        return new Publication(
                topic(),
                body(new Health(Health.State.OFFLINE, "ended", Leaves.builder().build())),
                QOS,
                true);
    }

    /** Takes the newest health. */
    synchronized void report(Health health) {
        newest = health;
    }

    /** A new connection: what was said before is no longer known to be there. */
    synchronized void forgetSaid() {
        said = null;
    }

    /** The status to publish now, if there is something to say and a part to say it of. */
    synchronized Optional<Publication> due() {
        if (isSilent()) {
            return Optional.empty();
        }
        Instant now = wallClock.instant();
        Health last = said;
        boolean urgent =
                last == null
                        || last.state() != newest.state()
                        || !last.detail().equals(newest.detail());
        if (!urgent && (newest.equals(last) || now.isBefore(saidAt.plus(INTERVAL)))) {
            return Optional.empty();
        }
        said = newest;
        saidAt = now;
        return Optional.of(new Publication(topic(), body(newest), QOS, true));
    }

    /** Whether a status seen on our topic was said by somebody else with our component's name. */
    Sighting sighting(byte[] body) {
        if (StatusCodec.decode(body) instanceof Decoded.Sound<PartStatus>(PartStatus status)) {
            if (status.instance().isEmpty() || status.instance().equals(instance)) {
                return Sighting.OURS;
            }
            return status.health().state() == Health.State.OFFLINE
                    ? Sighting.FOREIGN_END
                    : Sighting.FOREIGN_LIFE;
        }
        return Sighting.OURS;
    }

    /** Who speaks on our status topic. */
    enum Sighting {
        /** We do, or somebody who cannot be told from us. */
        OURS,
        /** Another start of this part that says it lives. */
        FOREIGN_LIFE,
        /** Another start of this part that has ended, perhaps by its last will. */
        FOREIGN_END
    }

    /** Says the health, and in a figure {@code since} when this start of the part began. */
    private byte[] body(Health health) {
        Leaves.Builder figures = Leaves.builder();
        health.figures().forEach(figures::put);
        figures.put("since", IsoTime.format(begun));
        Health whole = new Health(health.state(), health.detail(), figures.build());
        return StatusCodec.encode(
                new PartStatus(component, instance, version, wallClock.instant(), whole));
    }
}
