package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.PartFailure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * The settings of one PLC.
 *
 * @param source which of the three
 * @param broker where the local broker is
 * @param directory where a PLC that runs alone keeps its state, in {@code plc1.json}; made where it
 *     is missing
 * @param publishInterval simulated time from reading to reading, a multiple of 100 ms ({@code
 *     plc1.publish-interval}, 1 s)
 * @param qos quality of service readings are published with, 0, 1 or 2 ({@code plc1.qos}, 1)
 */
public record PlcSettings(
        FactorySource source, URI broker, Path directory, Duration publishInterval, int qos) {

    /**
     * Checks the settings.
     *
     * @throws PartFailure with a sentence that names the key
     */
    public PlcSettings {
        String prefix = source.plcId().toLowerCase(Locale.ROOT);
        if (!publishInterval.isPositive()
                || publishInterval.toNanos() % PlantTime.TICK.toNanos() != 0) {
            throw new PartFailure(
                    prefix
                            + ".publish-interval is "
                            + publishInterval
                            + ", must be a multiple of 100 ms");
        }
        if (qos < 0 || qos > 2) {
            throw new PartFailure(prefix + ".qos is " + qos + ", must be 0, 1 or 2");
        }
    }
}
