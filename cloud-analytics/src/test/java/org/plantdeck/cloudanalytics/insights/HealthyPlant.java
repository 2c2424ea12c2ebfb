package org.plantdeck.cloudanalytics.insights;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Windows as a bottling hall would send them: two shifts with breaks, a night, load and unload of
 * the compressor, cleaning that takes air, stages that switch, a fan that follows the hall, noise
 * on everything. Faults are fields a test sets. Equal seeds give equal windows.
 */
final class HealthyPlant {

    static final Instant START = Instant.parse("2026-11-21T06:10:00Z");
    static final Duration PERIOD = Duration.ofSeconds(10);

    /** Windows of a day. */
    static final int DAY = 8640;

    /** The length of a window. */
    Duration period = PERIOD;

    /** Whether somebody has stopped the line. */
    boolean isStopped;

    /** Air that escapes through a leak, m³/h. */
    double leak;

    /** Capacitor stages that are dead. */
    double deadStages;

    /** Resistance of the filter, of a clean one's. */
    double filterResistance = 1;

    /** Grid voltage, of nominal. */
    double voltage = 1;

    /** The critical alerts of the windows. */
    String alerts = "[]";

    private final Random random = new Random(42);
    private final String run;
    private long sequence;
    private double compressorPhase;

    HealthyPlant(String run) {
        this.run = run;
    }

    private double noisy(double value, double share) {
        return value * (1 + share * random.nextGaussian());
    }

    AnalyticsWindow next() {
        Instant start = START.plus(period.multipliedBy(sequence));
        sequence++;
        double hour = (6 + (600.0 + period.toSeconds() * sequence) / 3600) % 24;
        boolean works = hour >= 6 && hour < 22 && !isBreak(hour) && !isStopped;
        Leaves.Builder values = Leaves.builder().put("count.line1", 10).put("count.energy", 10);
        boolean night = hour >= 22 || hour < 6;
        energy(values, works, night, night && (hour >= 22 || hour < 5.5));
        environment(values, works);
        double speed = works ? noisy(105, 0.01) : 0;
        values.put("production_analytics.count", Math.round(speed / 6))
                .put("production_analytics.speed.average", speed, 6)
                .put("production_analytics.running_share", works ? 1.0 : 0.0, 6)
                .put("critical_alerts", alerts);
        return new AnalyticsWindow(run, sequence, start, start.plus(period), values.build());
    }

    private static boolean isBreak(double hour) {
        return (hour >= 8 && hour < 8.25)
                || (hour >= 10 && hour < 10.33)
                || (hour >= 11.5 && hour < 12)
                || (hour >= 16 && hour < 16.25)
                || (hour >= 19.5 && hour < 20);
    }

    private void energy(Leaves.Builder values, boolean works, boolean night, boolean cleans) {
        compressorPhase += 0.11;
        double cycle = 1 + 0.04 * Math.sin(compressorPhase);
        double use = works ? 12 + 95 : cleans ? 12 + 60 : 12;
        double air = noisy(use + ((works ? 45 : 11) + leak) * cycle, 0.02);
        double stages = night ? 1 : 2;
        double live = Math.max(0, stages - deadStages);
        double kvar = noisy(10 * live * voltage * voltage, 0.01);
        double kw = noisy(night ? 34 : works ? 111 : 60, 0.02);
        double reactive = kw * 0.75 - kvar;
        values.put("energy_analytics.power_consumption.average", kw, 6)
                .put("energy_analytics.power_factor.average", kw / Math.hypot(kw, reactive), 6)
                .put("energy_analytics.reactive_power.average", reactive, 6)
                .put("energy_analytics.compressor.power_average", 7.5 + air * 0.08, 6)
                .put("energy_analytics.compressor.load_share", air / 3, 6)
                .put("energy_analytics.compressor.air_flow_average", air, 6)
                .put("energy_analytics.capacitor.stages_average", stages, 6)
                .put("energy_analytics.capacitor.power_average", kvar, 6);
    }

    private void environment(Leaves.Builder values, boolean works) {
        double flow = noisy(works ? 4.2 : 1.8, 0.02);
        double pressure = noisy(10.9 * filterResistance * flow * flow, 0.02);
        values.put("environment_analytics.filter_pressure.average", pressure, 6)
                .put("environment_analytics.fan_speed.average", flow / 0.05, 6)
                .put("environment_analytics.supply_flow.average", flow, 6);
    }
}
