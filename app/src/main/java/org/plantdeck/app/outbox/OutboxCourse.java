package org.plantdeck.app.outbox;

import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LivePlant;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.app.live.PartNow;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.trends.TrendSeries;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/**
 * The last hour of the bridge's outbox in wall time: how many windows waited, and how long the
 * oldest of them had. It is kept from what the bridge says of itself, as long as the desk runs, and
 * from what a database says of the time before. Threads: any; one lock guards what was heard last.
 */
public final class OutboxCourse implements AutoCloseable {

    /** How far it reaches back. */
    public static final Duration WINDOW = Duration.ofHours(1);

    /** How far two points lie apart. */
    public static final Duration STEP = Duration.ofSeconds(5);

    private static final String BRIDGE = "Bridge";
    private static final double SECONDS_PER_MINUTE = 60;

    private final TrendSeries depth = series();
    private final TrendSeries ageMinutes = series();
    private final LiveSubscription subscription;
    private final Object lock = new Object();
    private Instant heardAt = Instant.EPOCH;

    /**
     * What waited at a moment.
     *
     * @param at wall time
     * @param depth windows that waited
     * @param age how long the oldest of them had waited
     */
    public record Point(Instant at, long depth, Duration age) {}

    /** A course that begins with what the bridge says next. */
    public OutboxCourse(LivePlant live) {
        subscription =
                live.open(
                        EnumSet.of(Feed.FACTORY_STATUS, Feed.CLOUD_STATUS),
                        new LiveListener() {
                            @Override
                            public void changed() {
                                take(live.now());
                            }
                        });
    }

    private static TrendSeries series() {
        return new TrendSeries(WINDOW, (int) WINDOW.dividedBy(STEP));
    }

    private void take(Snapshot now) {
        now.part(BRIDGE).filter(this::isNews).ifPresent(this::take);
    }

    private boolean isNews(PartNow part) {
        synchronized (lock) {
            boolean news = part.heardAt().isAfter(heardAt);
            heardAt = news ? part.heardAt() : heardAt;
            return news;
        }
    }

    private void take(PartNow part) {
        Leaves figures = part.status().health().figures();
        if (figures.number("outbox.depth").isPresent()) {
            double seconds = figures.number("outbox.oldest_age_s").orElse(0);
            depth.add(part.heardAt(), figures.get("outbox.depth").asDouble());
            ageMinutes.add(part.heardAt(), seconds / SECONDS_PER_MINUTE);
        }
    }

    /** Adds what is known of the time before, in its order. */
    public void before(List<Point> points) {
        for (Point point : points) {
            depth.add(point.at(), (double) point.depth());
            ageMinutes.add(point.at(), point.age().toMillis() / 1000.0 / SECONDS_PER_MINUTE);
        }
    }

    /** How many windows waited. */
    public TrendSeries depth() {
        return depth;
    }

    /** How long the oldest window had waited, minutes. */
    public TrendSeries ageMinutes() {
        return ageMinutes;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
