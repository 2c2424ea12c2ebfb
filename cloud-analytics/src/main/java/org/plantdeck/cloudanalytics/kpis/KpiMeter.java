package org.plantdeck.cloudanalytics.kpis;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.util.OptionalDouble;

/** Adds up the windows of one run, in their order, to key figures. Threads: one. */
public final class KpiMeter {

    private final Interval interval;
    private final Duration period;

    private final Mean power = new Mean();
    private final Mean highestPower = new Mean();
    private final Mean efficiency = new Mean();
    private final Mean powerFactor = new Mean();
    private final Mean runningShare = new Mean();
    private final Mean speed = new Mean();
    private final Mean quality = new Mean();
    private final Mean vibration = new Mean();
    private final Mean temperature = new Mean();
    private final Mean comfort = new Mean();
    private final Mean co2 = new Mean();
    private final Mean airQuality = new Mean();
    private OptionalDouble meterReading = OptionalDouble.empty();
    private OptionalDouble consumedKwh = OptionalDouble.empty();
    private long bottles;
    private long windows;

    /**
     * @param interval windows that begin in it count
     * @param period the length of a window, which says how many there should be
     */
    public KpiMeter(Interval interval, Duration period) {
        this.interval = interval;
        this.period = period;
    }

    /** Takes the energy meter's reading at the end of the last window before the interval. */
    public void before(AnalyticsWindow window) {
        meterReading = window.values().number("energy_analytics.energy_total.last");
    }

    /** Adds a window that begins in the interval. */
    public void add(AnalyticsWindow window) {
        Leaves values = window.values();
        windows++;
        addEnergy(values);
        addLine(values);
        temperature.add(values.number("environment_analytics.temperature.average"), 1);
        comfort.add(values.number("environment_analytics.comfort.average"), 1);
        co2.add(values.number("environment_analytics.co2.average"), 1);
        airQuality.add(values.number("environment_analytics.air_quality.average_index"), 1);
    }

    private void addEnergy(Leaves values) {
        power.add(values.number("energy_analytics.power_consumption.average"), 1);
        highestPower.add(values.number("energy_analytics.power_consumption.maximum"), 1);
        efficiency.add(values.number("energy_analytics.efficiency.average"), 1);
        powerFactor.add(values.number("energy_analytics.power_factor.average"), 1);
        OptionalDouble reading = values.number("energy_analytics.energy_total.last");
        if (reading.isEmpty()) {
            return;
        }
        if (meterReading.isPresent()) {
            double step = reading.getAsDouble() - meterReading.getAsDouble();
            consumedKwh = OptionalDouble.of(consumedKwh.orElse(0) + Math.max(0, step));
        }
        meterReading = reading;
    }

    private void addLine(Leaves values) {
        double filled = values.number("production_analytics.count").orElse(0);
        double running = values.number("production_analytics.running_share").orElse(0);
        bottles += (long) filled;
        runningShare.add(values.number("production_analytics.running_share"), 1);
        speed.add(values.number("production_analytics.speed.average"), running);
        quality.add(values.number("production_analytics.quality.average"), filled);
        vibration.add(values.number("production_analytics.vibration.maximum"), 1);
    }

    /** The key figures of what was added. */
    public Kpis kpis() {
        OptionalDouble perThousand =
                consumedKwh.isPresent() && bottles > 0
                        ? OptionalDouble.of(consumedKwh.getAsDouble() * 1000 / bottles)
                        : OptionalDouble.empty();
        return new Kpis(
                interval,
                windows,
                interval.windows(period),
                new Kpis.Energy(
                        consumedKwh,
                        power.mean(),
                        highestPower.highest(),
                        perThousand,
                        efficiency.mean(),
                        powerFactor.mean()),
                new Kpis.Line(
                        bottles,
                        runningShare.mean(),
                        speed.mean(),
                        quality.mean(),
                        vibration.highest()),
                new Kpis.Hall(temperature.mean(), comfort.mean(), co2.mean(), airQuality.mean()));
    }
}
