package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.ActiveFault;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.plcsim.runner.Requests.Request;
import org.plantdeck.signal.FactorySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.List;

/**
 * Lets what comes from outside take effect, each at one tick and written down before it does; in a
 * replay, what was written down then and nothing new. Threads: the plant's.
 */
final class TickInputs {

    private static final Logger LOG = LoggerFactory.getLogger(TickInputs.class);

    private final PlantRun run;
    private final RunKeeper keeper;
    private final Crew crew;
    private final Requests requests = new Requests();
    private boolean intervalsChecked;
    private long unseenTicks;

    TickInputs(PlantRun run, RunKeeper keeper, Crew crew) {
        this.run = run;
        this.keeper = keeper;
        this.crew = crew;
        this.unseenTicks = keeper.replayTicks();
    }

    /** What is asked for from other threads. */
    Requests requests() {
        return requests;
    }

    /** Asks for faults, but for those the plant has already. */
    void give(List<Fault> faults) {
        List<Fault> had = run.plant().faults().stream().map(ActiveFault::fault).toList();
        faults.stream()
                .filter(fault -> !had.contains(fault))
                .forEach(it -> {
                    var _ = requests.inject(it);
                });
    }

    /** Lets everything but commands take effect that is to do so at the next tick. */
    void before(Instant wallNow) {
        long tick = run.time().tick() + 1;
        if (!keeper.isReplay(tick)) {
            takeNew(tick, wallNow);
            return;
        }
        keeper.replayed(tick).stream()
                .filter(input -> !(input instanceof Input.Commanded))
                .forEach(this::effect);
        if (run.time().tick() + 1 != tick) {
            before(wallNow);
        }
    }

    private void takeNew(long tick, Instant wallNow) {
        callTheRoll(tick, wallNow);
        checkIntervals(tick, wallNow);
        for (Request next = requests.poll(); next != null; next = requests.poll()) {
            if (apply(next.at(tick), wallNow)) {
                next.done().complete(null);
            } else {
                next.done().completeExceptionally(new IllegalStateException(keeper.trouble()));
            }
        }
    }

    /**
     * A PLC whose part has come is switched on, one whose part has gone is switched off. What a PLC
     * elsewhere published in the ticks of a replay is not known: better a gap than a number twice.
     */
    private void callTheRoll(long tick, Instant wallNow) {
        for (FactorySource plc : FactorySource.values()) {
            boolean here = crew.has(plc);
            if (run.cycle(plc).isEmpty() || here == run.isOn(plc)) {
                continue;
            }
            if (!here) {
                apply(new Input.PlcStopped(tick, plc), wallNow);
                continue;
            }
            long used = crew.usedSequence(plc) + unseenTicks;
            if (!apply(new Input.PlcStarted(tick, plc, used), wallNow)) {
                return;
            }
            intervalsChecked = false;
        }
        unseenTicks = 0;
    }

    /** A PLC whose interval was set anew changes to it once, behind any replay. */
    private void checkIntervals(long tick, Instant wallNow) {
        if (intervalsChecked) {
            return;
        }
        intervalsChecked = true;
        for (PlcPart plc : crew.locals()) {
            boolean changed =
                    run.cycle(plc.source())
                            .map(ScanCycle::publishInterval)
                            .filter(interval -> !interval.equals(plc.publishInterval()))
                            .isPresent();
            if (changed) {
                apply(new Input.IntervalSet(tick, plc.source(), plc.publishInterval()), wallNow);
            }
        }
    }

    /** Serves the commands that wait; the plant has just been advanced to the tick. */
    void commands(Instant wallNow) {
        PlantTime time = run.time();
        if (keeper.isReplay(time.tick())) {
            keeper.replayed(time.tick()).stream()
                    .filter(Input.Commanded.class::isInstance)
                    .forEach(this::effect);
            return;
        }
        for (PlcPart plc : crew.locals()) {
            run.cycle(plc.source()).ifPresent(cycle -> serve(plc, cycle, time, wallNow));
        }
    }

    private void serve(PlcPart plc, ScanCycle cycle, PlantTime time, Instant wallNow) {
        plc.link()
                .inbox()
                .serve(
                        cycle,
                        time.now(),
                        command -> {
                            Input input = new Input.Commanded(time.tick(), plc.source(), command);
                            if (!apply(input, wallNow)) {
                                cycle.refuse(command.requestId(), keeper.trouble(), time.now());
                            }
                        });
    }

    /** Writes an input down and lets it take effect; false where it cannot be written. */
    boolean apply(Input input, Instant wallNow) {
        if (!keeper.record(input, wallNow)) {
            return false;
        }
        effect(input);
        return true;
    }

    private void effect(Input input) {
        switch (input) {
            case Input.Commanded(long _, var plc, var command) ->
                    run.cycle(plc).ifPresent(cycle -> cycle.execute(command, run.time().now()));
            case Input.FaultInjected(long _, var fault) -> {
                run.plant().inject(fault, run.time().now());
                LOG.atInfo().addKeyValue("fault", fault.text()).log("Fault injected");
            }
            case Input.FaultEnded(long _, var kind) -> {
                run.plant().end(kind);
                LOG.atInfo().addKeyValue("fault", kind.word()).log("Fault ended");
            }
            case Input.IntervalSet(long _, var plc, var interval) ->
                    run.cycle(plc).ifPresent(cycle -> cycle.publishEvery(interval));
            case Input.PlcStopped(long _, var plc) -> run.cycle(plc).ifPresent(this::switchOff);
            case Input.PlcStarted(long _, var plc, long usedSequence) ->
                    run.cycle(plc).ifPresent(cycle -> switchOn(cycle, usedSequence));
            case Input.Jumped(long _, long toTick) -> {
                run.jump(toTick);
                LOG.atInfo().addKeyValue("tick", toTick).log("Simulated time set forward");
            }
        }
    }

    private void switchOff(ScanCycle cycle) {
        run.switchOff(cycle.source());
        crew.release(cycle.source(), cycle.sequence());
        log("PLC switched off", cycle);
    }

    private void switchOn(ScanCycle cycle, long usedSequence) {
        cycle.continueAfter(usedSequence);
        run.switchOn(cycle.source());
        crew.engage(cycle.source());
        log("PLC switched on", cycle);
    }

    private static void log(String what, ScanCycle cycle) {
        LOG.atInfo()
                .addKeyValue("plc", cycle.source().plcId())
                .addKeyValue("sequence", cycle.sequence())
                .log(what);
    }
}
