package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.PublishedSensors;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The inputs a PLC publishes as it reads them. Threads: one. */
final class PassedOn {

    private final List<Sensor> sensors = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final double[] read;

    PassedOn(FactorySource source) {
        for (Sensor sensor : Sensor.of(source)) {
            Optional<Tag> tag = PublishedSensors.tag(sensor);
            if (tag.isPresent()) {
                sensors.add(sensor);
                keys.add(tag.get().key());
            }
        }
        read = new double[sensors.size()];
    }

    void read(FieldBus field) {
        for (int i = 0; i < read.length; i++) {
            read[i] = field.read(sensors.get(i));
        }
    }

    void describe(Body body) {
        for (int i = 0; i < read.length; i++) {
            body.number(keys.get(i), read[i]);
        }
    }
}
