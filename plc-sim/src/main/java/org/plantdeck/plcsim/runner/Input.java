package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.FactorySource;

import java.time.Duration;

/**
 * What reaches a run from outside, with the tick whose scan is the first to feel it. Everything
 * else of a run follows from its seed and start.
 */
sealed interface Input {

    /** The tick it takes effect at. */
    long tick();

    /** A PLC has accepted a command. */
    record Commanded(long tick, FactorySource plc, Command command) implements Input {}

    /** The plant was given a fault. */
    record FaultInjected(long tick, Fault fault) implements Input {}

    /** Faults of a kind were ended. */
    record FaultEnded(long tick, FaultKind kind) implements Input {}

    /** A PLC publishes at another interval than before. */
    record IntervalSet(long tick, FactorySource plc, Duration interval) implements Input {}

    /** A PLC of this process is switched off: it is scanned no more. */
    record PlcStopped(long tick, FactorySource plc) implements Input {}

    /**
     * A PLC of this process is switched on again.
     *
     * @param usedSequence number its readings go on behind, where it is not further itself
     */
    record PlcStarted(long tick, FactorySource plc, long usedSequence) implements Input {}

    /** The run was set forward to another tick without living through the time between. */
    record Jumped(long tick, long toTick) implements Input {}
}
