package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.physics.StateArchive;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;

import java.time.Duration;
import java.time.Instant;

/**
 * The cycle of a PLC: reads its inputs, executes, writes its outputs and, when an interval of
 * simulated time is over, publishes. Readings fall on the multiples of the interval counted from
 * the start of the run and are numbered from 1 without a gap. Equal inputs and commands at equal
 * ticks give equal readings, byte for byte. Threads: the one that scans.
 */
public final class ScanCycle {

    private final PlcProgram program;
    private final String run;
    private final PlcOutput output;
    private final CommandDesk desk;
    private final Body body;
    private long publishTicks;
    private long sequence;
    private Instant scannedAt;

    /**
     * A PLC at the beginning of a run.
     *
     * @param source which of the three
     * @param run names the run
     * @param runStart simulated time at which the run began
     * @param publishInterval simulated time from reading to reading, a multiple of 100 ms
     */
    public ScanCycle(
            FactorySource source,
            String run,
            Instant runStart,
            Duration publishInterval,
            PlcOutput output) {
        this.program =
                switch (source) {
                    case LINE -> new LineProgram(runStart);
                    case ENERGY -> new EnergyProgram();
                    case ENVIRONMENT -> new HallProgram(runStart);
                };
        this.run = run;
        this.scannedAt = runStart;
        this.output = output;
        this.desk = new CommandDesk(program, output);
        this.body = new Body(source);
        this.publishTicks = publishInterval.dividedBy(PlantTime.TICK);
    }

    /** Which PLC this is. */
    public FactorySource source() {
        return program.source();
    }

    /** The run its readings belong to. */
    public String run() {
        return run;
    }

    /** Simulated time of the last scan; the start of the run before the first. */
    public Instant scannedAt() {
        return scannedAt;
    }

    /** The number of the last reading; 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** Goes on behind a number that is known to have been used, where that is ahead. */
    public void continueAfter(long usedSequence) {
        sequence = Math.max(sequence, usedSequence);
    }

    /** Simulated time from reading to reading. */
    public Duration publishInterval() {
        return PlantTime.TICK.multipliedBy(publishTicks);
    }

    /** Publishes at another interval, a multiple of 100 ms, from now on. */
    public void publishEvery(Duration interval) {
        publishTicks = interval.dividedBy(PlantTime.TICK);
    }

    /**
     * Looks at a command between two scans. Answers it where it is refused or was answered before.
     *
     * @param now simulated time for the answer
     * @return whether it is to be executed
     */
    public boolean admits(Command command, Instant now) {
        return desk.admits(command, now);
    }

    /** Answers a request once more with its last answer, if it was answered before. */
    public boolean repeatsAnswer(String requestId) {
        return desk.repeatsAnswer(requestId);
    }

    /** Refuses a request for a reason that lies outside the plant, such as its age. */
    public void refuse(String requestId, String reason, Instant now) {
        desk.refuse(requestId, reason, now);
    }

    /** Executes an admitted command; it takes effect in the next scan. */
    public void execute(Command command, Instant now) {
        desk.execute(command, now);
    }

    /** Scans the plant as it is now, and publishes when that is due. */
    public void scan(FieldBus field) {
        PlantTime time = field.time();
        scannedAt = time.now();
        program.scan(field);
        desk.settle(time.now());
        if (time.tick() % publishTicks == 0) {
            program.describe(body);
            sequence++;
            output.publish(new Reading(program.source(), run, sequence, time.now(), body.take()));
        }
    }

    /** Carries the state into a snapshot and back. */
    public void archive(StateArchive archive) {
        sequence = archive.whole("sequence", sequence);
        publishTicks = archive.whole("publish_ticks", publishTicks);
        desk.archive(archive);
        program.archive(archive);
    }
}
