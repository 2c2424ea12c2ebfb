package org.plantdeck.cloudanalytics;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;
import org.plantdeck.signal.WindowCodec;

import java.time.Instant;

/** Windows for tests. */
public final class Windows {

    public static final Instant START = Instant.parse("2026-11-21T06:10:00Z");

    private Windows() {}

    /** The window of a sequence number; the first begins at {@link #START}. */
    public static AnalyticsWindow window(String run, long sequence) {
        return window(run, sequence, leaves(sequence).build());
    }

    public static AnalyticsWindow window(String run, long sequence, Leaves values) {
        Instant start = START.plusSeconds(10 * (sequence - 1));
        return new AnalyticsWindow(run, sequence, start, start.plusSeconds(10), values);
    }

    public static Leaves.Builder leaves(long sequence) {
        return Leaves.builder()
                .put("count.line1", 10)
                .put("energy_analytics.power_consumption.average", Value.of(100.0))
                .put("energy_analytics.power_consumption.trend", "stable")
                .put("energy_analytics.energy_total.last", Value.of(1000 + sequence / 4.0))
                .put("environment_analytics.comfort.average", Value.absent())
                .put("critical_alerts", "[]");
    }

    /** A window whose filter is as resistant as said, which the rules look at. */
    public static AnalyticsWindow filtered(String run, long sequence, double resistance) {
        double pressure = resistance * 16;
        return window(
                run,
                sequence,
                Leaves.builder()
                        .put("environment_analytics.filter_pressure.average", Value.of(pressure))
                        .put("environment_analytics.supply_flow.average", Value.of(4.0))
                        .build());
    }

    static FakeDelivery delivery(AnalyticsWindow window) {
        return new FakeDelivery(AnalyticsWindow.TOPIC, WindowCodec.encode(window));
    }
}
