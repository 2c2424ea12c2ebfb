package org.plantdeck.mqttlink;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds out, after a connection broke, whether another client has taken our identity. MQTT 3.1.1
 * does not say why a broker ends a connection, so we look from the side, under another identity:
 * does our status topic now carry the life of another start of the same part, or has the broker
 * ended us several times in a row, each time shortly after we came and while it was well? Where
 * several speak for a component, each under an identity of its own, another's life proves nothing;
 * such a link, and one without a status, looks only whether the broker is well, and only before it
 * gives up. Threads: the link's own.
 */
final class RivalWatch {

    private static final Duration SHORT_LIFE = Duration.ofSeconds(10);
    private static final int SHORT_LIVES_MAX = 3;
    private static final long RETAINED_WAIT_MILLIS = 400;

    private final StatusBeacon beacon;
    private final boolean speaksAlone;
    private final InstantSource wallClock;
    private Instant connectedAt = Instant.MIN;
    private int shortLives;
    private boolean lookNext;

    RivalWatch(StatusBeacon beacon, boolean speaksAlone, InstantSource wallClock) {
        this.beacon = beacon;
        this.speaksAlone = speaksAlone;
        this.wallClock = wallClock;
    }

    void connected() {
        connectedAt = wallClock.instant();
    }

    void lost() {
        lookNext = true;
        boolean shortLife = wallClock.instant().isBefore(connectedAt.plus(SHORT_LIFE));
        shortLives = shortLife ? shortLives + 1 : 0;
    }

    /**
     * Looks whether we were taken over. Call before each connect.
     *
     * @param approach how we come to the broker
     * @return why we must not connect again; null where we may
     * @throws MqttException where the broker cannot be reached, which clears us: it was the network
     *     or the broker
     */
    @Nullable String rival(Approach approach, String identity) throws MqttException {
        if (!lookNext) {
            return null;
        }
        try {
            if (foreignLife(approach)) {
                return "another client uses the identity " + identity + "; this one has stopped";
            }
        } catch (MqttException unreachable) {
            shortLives = 0;
            throw unreachable;
        }
        lookNext = false;
        if (shortLives >= SHORT_LIVES_MAX) {
            return "another client keeps taking the identity "
                    + identity
                    + "; this one has stopped";
        }
        return null;
    }

    private boolean foreignLife(Approach approach) throws MqttException {
        if (!speaksAlone && shortLives < SHORT_LIVES_MAX) {
            return false;
        }
        CompletableFuture<StatusBeacon.Sighting> seen = new CompletableFuture<>();
        Connection probe =
                new Connection(
                        approach.broker(),
                        "look-" + UUID.randomUUID(),
                        new Connection.Listener() {
                            @Override
                            public void arrived(Delivery delivery) {
                                seen.complete(beacon.sighting(delivery.body()));
                            }

                            @Override
                            public void lost(String reason) {
                                seen.complete(StatusBeacon.Sighting.OURS);
                            }
                        });
        try {
            probe.connect(approach.options());
            if (!speaksAlone) {
                return false;
            }
            probe.subscribe(new String[] {beacon.topic()}, new int[] {0});
            return seen.completeOnTimeout(
                                    StatusBeacon.Sighting.OURS,
                                    RETAINED_WAIT_MILLIS,
                                    TimeUnit.MILLISECONDS)
                            .get(2 * RETAINED_WAIT_MILLIS, TimeUnit.MILLISECONDS)
                    == StatusBeacon.Sighting.FOREIGN_LIFE;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException nothingSeen) {
            return false;
        } finally {
            probe.disconnect();
        }
    }
}
