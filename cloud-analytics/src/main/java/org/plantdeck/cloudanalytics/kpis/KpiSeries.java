package org.plantdeck.cloudanalytics.kpis;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.AnalyticsWindow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Key figures bucket by bucket, such as hour by hour, from the windows of one run in their order.
 * The first and the last bucket are cut to the interval. Threads: one.
 */
public final class KpiSeries {

    private final Interval whole;
    private final Duration period;
    private final UnaryOperator<Instant> nextBoundary;
    private final List<Kpis> finished = new ArrayList<>();
    private @Nullable AnalyticsWindow newest;
    private Interval bucket;
    private KpiMeter meter;

    private KpiSeries(Interval whole, Duration period, UnaryOperator<Instant> nextBoundary) {
        this.whole = whole;
        this.period = period;
        this.nextBoundary = nextBoundary;
        this.bucket = bucketFrom(whole.from());
        this.meter = new KpiMeter(bucket, period);
    }

    /** Hours of UTC. */
    public static KpiSeries hours(Interval whole, Duration period) {
        return new KpiSeries(
                whole,
                period,
                time -> time.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    }

    /** Days of a time zone. */
    public static KpiSeries days(Interval whole, Duration period, ZoneId zone) {
        return new KpiSeries(
                whole,
                period,
                time -> time.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Interval bucketFrom(Instant from) {
        Instant next = nextBoundary.apply(from);
        return new Interval(from, next.isBefore(whole.to()) ? next : whole.to());
    }

    /** Takes the last window before the interval. */
    public void before(AnalyticsWindow window) {
        newest = window;
        meter.before(window);
    }

    /** Adds a window, not before the one added last; one outside the interval is left out. */
    public void add(AnalyticsWindow window) {
        if (!whole.contains(window.start())) {
            return;
        }
        while (!window.start().isBefore(bucket.to())) {
            nextBucket();
        }
        meter.add(window);
        newest = window;
    }

    private void nextBucket() {
        finished.add(meter.kpis());
        bucket = bucketFrom(bucket.to());
        meter = new KpiMeter(bucket, period);
        if (newest != null) {
            meter.before(newest);
        }
    }

    /** The buckets in their order, empty ones too; ends the series. */
    public List<Kpis> kpis() {
        while (bucket.to().isBefore(whole.to())) {
            nextBucket();
        }
        if (bucket.from().isBefore(bucket.to())) {
            finished.add(meter.kpis());
        }
        return List.copyOf(finished);
    }
}
