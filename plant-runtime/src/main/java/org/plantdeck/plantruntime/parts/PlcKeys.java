package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plcsim.runner.PlcSettings;
import org.plantdeck.signal.FactorySource;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The settings of one PLC.
 *
 * @param part which PLC
 * @param publishInterval simulated time between two readings
 * @param qos how sure its readings are delivered
 */
record PlcKeys(PartName part, Setting<Duration> publishInterval, Setting<Integer> qos) {

    private static final Duration TICK = Duration.ofMillis(100);

    static final List<PlcKeys> ALL =
            List.of(of(PartName.PLC1), of(PartName.PLC2), of(PartName.PLC3));

    private static PlcKeys of(PartName part) {
        String name = part.component();
        return new PlcKeys(
                part,
                Setting.of(
                        part.word() + ".publish-interval",
                        Kind.duration(TICK, Duration.ofHours(1)),
                        Duration.ofSeconds(1),
                        "duration",
                        "Simulated time between two readings of "
                                + name
                                + ", in whole tenths of a second"),
                Setting.of(
                        part.word() + ".qos",
                        Kind.whole(0, 2),
                        1,
                        "QoS",
                        "MQTT quality of service of the readings of " + name));
    }

    List<Setting<?>> all() {
        return List.of(publishInterval, qos);
    }

    static PlcKeys named(PartName part) {
        return ALL.stream()
                .filter(keys -> keys.part == part)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(part + " is no PLC"));
    }

    private FactorySource source() {
        return Arrays.stream(FactorySource.values())
                .filter(it -> it.plcId().equals(part.component()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(part + " is no PLC"));
    }

    PlcSettings read(Settings settings, DataDirectory directory, URI local) {
        Duration interval = settings.get(publishInterval);
        if (interval.toMillis() % TICK.toMillis() != 0) {
            throw settings.wrong(
                    publishInterval,
                    "is " + interval.toMillis() + " ms, must be a multiple of 100 ms");
        }
        return new PlcSettings(
                source(), local, directory.folder(part.word()), interval, settings.get(qos));
    }
}
