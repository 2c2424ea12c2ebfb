package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.physics.Sensor;

import java.util.EnumMap;
import java.util.Map;

/**
 * The field as a PLC in a process of its own sees it: the newest image from the field topic, and
 * outputs that go back by the other one. Threads: the one that scans.
 */
final class RemoteField implements FieldBus {

    private final Map<Actuator, Double> outputs = new EnumMap<>(Actuator.class);
    private FieldCodec.Image image;

    RemoteField(FieldCodec.Image first) {
        image = first;
    }

    /** Takes a newer image. */
    void take(FieldCodec.Image newer) {
        image = newer;
    }

    @Override
    public PlantTime time() {
        return image.time();
    }

    @Override
    public double read(Sensor sensor) {
        Double value = image.sensors().get(sensor);
        if (value == null) {
            throw new IllegalStateException("the field image lacks " + sensor);
        }
        return value;
    }

    @Override
    public void write(Actuator actuator, double value) {
        outputs.put(actuator, value);
    }

    /** The outputs as they are now. */
    Map<Actuator, Double> outputs() {
        return new EnumMap<>(outputs);
    }
}
