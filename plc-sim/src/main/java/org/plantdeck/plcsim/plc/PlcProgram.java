package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.StateArchive;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.FactorySource;

import java.util.Optional;

/**
 * What one PLC does with its inputs, apart from when it does it. Everything it knows follows from
 * the inputs and the commands it was given, so equal ones give an equal course. Threads: the one
 * that scans.
 */
interface PlcProgram {

    /** Which of the three PLCs this is. */
    FactorySource source();

    /** One pass: reads the inputs, executes, writes the outputs. */
    void scan(FieldBus field);

    /** Puts every tag of the source as it is after the last scan. */
    void describe(Body body);

    /** Why a command cannot be carried out now, for an operator; empty where it can. */
    Optional<String> refusal(Command command);

    /** Carries out a command that {@link #refusal} has let pass. */
    void execute(Command command);

    /** How far a command of this name has come since it was executed. */
    Outcome outcome(String command);

    /** Carries the state into a snapshot and back. */
    void archive(StateArchive archive);

    /** How far a command has come. */
    sealed interface Outcome {

        /** It is being carried out. */
        record UnderWay() implements Outcome {}

        /** It is carried out. */
        record Done() implements Outcome {}

        /** It cannot come about any more. */
        record Failed(String reason) implements Outcome {}
    }
}
