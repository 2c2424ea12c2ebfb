package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.physics.StateArchive;

import java.time.Duration;

/**
 * What the supply contract bills by: the mean power of 15 minutes, sliding, and what the quarter
 * hour of the clock that is running will come to if power stays as it is. Threads: one.
 */
final class Demand {

    private static final long QUARTER_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final long TICK_MILLIS = PlantTime.TICK.toMillis();

    private final SlidingMean quarter = new SlidingMean(90, 100);
    private long quarterNumber = Long.MIN_VALUE;
    private double quarterSum;
    private long quarterTicks;
    private double forecast;

    void see(PlantTime time, double powerKw) {
        quarter.add(powerKw);
        long millis = time.now().toEpochMilli();
        long number = Math.floorDiv(millis, QUARTER_MILLIS);
        if (number != quarterNumber) {
            quarterNumber = number;
            quarterSum = 0;
            quarterTicks = 0;
        }
        quarterSum += powerKw;
        quarterTicks++;
        double left =
                (double) (QUARTER_MILLIS - Math.floorMod(millis, QUARTER_MILLIS)) / TICK_MILLIS;
        forecast = (quarterSum + powerKw * left) / (quarterTicks + left);
    }

    /** Mean power of the last 15 minutes, kW. */
    double meanKw() {
        return quarter.mean();
    }

    /** Mean of the running quarter hour if power stays as it is, kW. */
    double forecastKw() {
        return forecast;
    }

    void archive(StateArchive archive) {
        quarter.archive(archive, "demand.mean");
        quarterNumber = archive.whole("demand.quarter", quarterNumber);
        quarterSum = archive.number("demand.sum", quarterSum);
        quarterTicks = archive.whole("demand.ticks", quarterTicks);
        forecast = archive.number("demand.forecast", forecast);
    }
}
