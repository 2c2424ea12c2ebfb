package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;

import java.time.Duration;
import java.util.List;

/**
 * The settings of one PLC.
 *
 * @param part which PLC
 * @param publishInterval simulated time between two readings
 * @param qos how sure its readings are delivered
 */
record PlcKeys(PartName part, Setting<Duration> publishInterval, Setting<Integer> qos) {

    static final List<PlcKeys> ALL =
            List.of(of(PartName.PLC1), of(PartName.PLC2), of(PartName.PLC3));

    private static PlcKeys of(PartName part) {
        String name = part.component();
        return new PlcKeys(
                part,
                Setting.of(
                        part.word() + ".publish-interval",
                        Kind.duration(Duration.ofMillis(100), Duration.ofHours(1)),
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
}
