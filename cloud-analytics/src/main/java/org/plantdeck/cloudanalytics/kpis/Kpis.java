package org.plantdeck.cloudanalytics.kpis;

import java.util.OptionalDouble;

/**
 * Key figures of one run over an interval. A figure nothing was measured for is empty, never zero.
 *
 * @param interval what they are about
 * @param windows windows that were there
 * @param expectedWindows windows there should have been
 * @param energy of the energy system
 * @param line of the line
 * @param hall of the hall
 */
public record Kpis(
        Interval interval,
        long windows,
        long expectedWindows,
        Energy energy,
        Line line,
        Hall hall) {

    /**
     * Figures of the energy system.
     *
     * @param consumedKwh energy taken from the grid, by its meter
     * @param meanKw mean power
     * @param highestKw highest power read
     * @param kwhPer1000Bottles energy taken for a thousand bottles filled
     * @param efficiencyPercent mean of what a sound plant would take, of what was taken
     * @param powerFactor mean power factor
     */
    public record Energy(
            OptionalDouble consumedKwh,
            OptionalDouble meanKw,
            OptionalDouble highestKw,
            OptionalDouble kwhPer1000Bottles,
            OptionalDouble efficiencyPercent,
            OptionalDouble powerFactor) {}

    /**
     * Figures of the line.
     *
     * @param bottles bottles filled
     * @param runningShare share of the time the line ran, 0 to 1, of all time and not of planned
     *     time
     * @param bottlesPerMinute mean speed while it ran
     * @param qualityPercent good of inspected, weighted by the bottles filled
     * @param highestVibration highest vibration velocity, mm/s
     */
    public record Line(
            long bottles,
            OptionalDouble runningShare,
            OptionalDouble bottlesPerMinute,
            OptionalDouble qualityPercent,
            OptionalDouble highestVibration) {}

    /**
     * Figures of the hall.
     *
     * @param temperature mean air temperature, °C
     * @param comfortPercent mean comfort index
     * @param co2Ppm mean carbon dioxide
     * @param airQualityIndex mean air quality index
     */
    public record Hall(
            OptionalDouble temperature,
            OptionalDouble comfortPercent,
            OptionalDouble co2Ppm,
            OptionalDouble airQualityIndex) {}

    /** Share of the expected windows that were there, 0 to 1; empty where none was expected. */
    public OptionalDouble completeness() {
        return expectedWindows == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) windows / expectedWindows);
    }
}
