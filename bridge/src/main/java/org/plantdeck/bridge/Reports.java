package org.plantdeck.bridge;

import org.jspecify.annotations.Nullable;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.signal.Health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the bridge tells its health to its links: at a change, every five seconds, and every second
 * while it is catching up, because the plant waits for its progress. Threads: the bridge's own.
 */
final class Reports {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration CATCHING_UP = Duration.ofSeconds(1);
    private static final long MANY_READINGS = 100;

    private final List<MqttLink> links;
    private @Nullable Health told;
    private Instant toldAt = Instant.EPOCH;
    private long toldReadings;

    Reports(List<MqttLink> links) {
        this.links = links;
    }

    /**
     * Tells the health, if it is time.
     *
     * @param readings readings kept so far
     */
    void tell(Health health, long readings, Instant now) {
        Duration wait = readings - toldReadings > MANY_READINGS ? CATCHING_UP : INTERVAL;
        if (isNews(health) || !now.isBefore(toldAt.plus(wait))) {
            links.forEach(link -> link.report(health));
            told = health;
            toldAt = now;
            toldReadings = readings;
        }
    }

    private boolean isNews(Health health) {
        Health before = told;
        return before == null
                || before.state() != health.state()
                || !before.detail().equals(health.detail());
    }
}
