package org.plantdeck.plcsim.physics;

/**
 * What a PLC reads of the plant and writes to it: directly in the same process, or over the field
 * topics from another. Threads: the one that scans.
 */
public interface FieldBus {

    /** The tick this image of the plant was taken at. */
    PlantTime time();

    /** What an input reads now, in the unit its constant names. */
    double read(Sensor sensor);

    /** Sets an output; it holds until it is set again. The plant feels it from its next tick on. */
    void write(Actuator actuator, double value);
}
