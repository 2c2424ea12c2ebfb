package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.ActiveFault;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.signal.FactorySource;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Runs a plant through time. It lives again through what a crash left unsaved, catches up with the
 * wall clock where it is to, and then keeps the set speed; in each it stops before a tick for which
 * somebody is not ready yet. Threads: the plant's; the getters from any.
 */
final class PlantLoop {

    /** Ticks run in one slice, so that nothing else has to wait long. */
    private static final int SLICE_TICKS = 300;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final Duration START_TOGETHER = Duration.ofSeconds(10);

    private final PlantSettings settings;
    private final InstantSource wallClock;
    private final PlantRun run;
    private final RunKeeper keeper;
    private final Crew crew;
    private final TickInputs inputs;
    private final ReadyCheck ready;
    private final Pace pace;
    private final Timeline timeline;
    private boolean faultsGiven;

    private volatile boolean ending;
    private volatile double wantedSpeed;
    private volatile PlantProgress progress;
    private volatile List<ActiveFault> faults = List.of();

    PlantLoop(
            PlantSettings settings,
            InstantSource wallClock,
            RunOpening.Opened opened,
            Crew crew,
            ReadyCheck ready) {
        Instant wallNow = wallClock.instant();
        this.settings = settings;
        this.wallClock = wallClock;
        this.run = opened.run();
        this.keeper = opened.keeper();
        this.crew = crew;
        this.ready = ready;
        this.inputs = new TickInputs(run, keeper, crew);
        this.wantedSpeed = settings.speed();
        this.pace = new Pace(settings.speed(), wallNow);
        this.timeline = new Timeline(settings, run.time().now());
        this.progress = describe("", wallNow);
        crew.expect(wallNow.plus(START_TOGETHER), !opened.resumed());
    }

    /** Runs what is due, at most a slice; says how long to wait for the next. */
    Duration slice() {
        Instant wallNow = wallClock.instant();
        pace.speed(wantedSpeed);
        boolean hurries = hurries(wallNow);
        long due = hurries ? SLICE_TICKS : Math.min(SLICE_TICKS, pace.due(wallNow));
        long ticks = 0;
        String waitingFor = "";
        while (ticks < due && hurries == hurries(wallNow)) {
            waitingFor = hindrance(wallNow, hurries).orElse("");
            if (!waitingFor.isEmpty()) {
                break;
            }
            tick(wallNow);
            ticks++;
        }
        if (hurries) {
            pace.forgive(wallNow);
        } else {
            pace.paid(ticks);
        }
        pace.ran(ticks, wallNow);
        keeper.saveWhenDelivered(wallNow);
        faults = run.plant().faults();
        progress = describe(waitingFor, wallNow);
        return pause(hurries, waitingFor);
    }

    private Duration pause(boolean hurries, String waitingFor) {
        if (!waitingFor.isEmpty()) {
            return LOOK_AGAIN;
        }
        if (hurries) {
            return Duration.ZERO;
        }
        Duration next = pace.untilNext();
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    /** Whether to run as fast as possible: through a replay, or towards the wall clock. */
    private boolean hurries(Instant wallNow) {
        PlantTime time = run.time();
        if (keeper.isReplay(time.tick() + 1)) {
            return true;
        }
        if (!timeline.isLive()) {
            timeline.jump(time, wallNow)
                    .ifPresent(to -> inputs.apply(new Input.Jumped(time.tick() + 1, to), wallNow));
            if (timeline.isBehind(run.time().now(), wallNow)) {
                return true;
            }
        }
        if (!faultsGiven) {
            faultsGiven = true;
            inputs.give(settings.faults());
        }
        return false;
    }

    private Optional<String> hindrance(Instant wallNow, boolean hurries) {
        if (ending) {
            return Optional.of("the end");
        }
        Optional<String> somebody = ready.hindrance(run, hurries);
        if (somebody.isPresent()
                || keeper.allows(run.time().tick() + 1, ticksAtOnce(hurries), wallNow)) {
            return somebody;
        }
        return Optional.of("the disk");
    }

    private long ticksAtOnce(boolean hurries) {
        if (crew.hasDistant()) {
            return 10;
        }
        return hurries ? 600 : Math.clamp(Math.round(20 * pace.speed()), 10, 600);
    }

    private void tick(Instant wallNow) {
        inputs.before(wallNow);
        run.advance();
        inputs.commands(wallNow);
        run.scan();
        PlantTime time = run.time();
        crew.locals().forEach(plc -> run.cycle(plc.source()).ifPresent(plc::scanned));
        crew.ask(run.plant(), wallNow);
        ready.ran(time, crew.hasAnybody());
        if (keeper.isSnapshotDue(time.tick(), crew.hasDistant() ? 10 : 600)) {
            keeper.take(snapshot(), crew.delivery());
        }
    }

    private Snapshot snapshot() {
        Snapshot snapshot = run.save();
        crew.save(snapshot.state());
        return snapshot;
    }

    /** The part of a PLC has come: it is switched on at the next tick. The plant's thread. */
    void come(PlcPart plc) {
        crew.come(plc, run);
    }

    /** The part of a PLC goes: it is switched off at the next tick. The plant's thread. */
    void go(PlcPart plc) {
        crew.go(plc);
    }

    /** Takes the answer of a PLC elsewhere. */
    void take(FactorySource plc, FieldCodec.Orders orders) {
        crew.take(plc, orders, run.plant());
    }

    /** Runs no further tick; answers to the last one are still taken. */
    void stop() {
        ending = true;
    }

    /** Whether every PLC elsewhere has answered the last tick, or is gone. The plant's thread. */
    boolean isSettled() {
        return crew.unanswered(run.plant(), wallClock.instant()).isEmpty();
    }

    /** Ends the run in order, once nothing runs and the links of the PLCs are closed. */
    void end(boolean delivered) {
        keeper.end(snapshot(), delivered, wallClock.instant());
    }

    private PlantProgress describe(String waitingFor, Instant wallNow) {
        Instant now = run.time().now();
        boolean catchingUp = !timeline.isLive();
        return new PlantProgress(
                run.time().run(),
                now,
                wantedSpeed,
                pace.trueSpeed(),
                catchingUp,
                catchingUp ? timeline.share(now, wallNow) : 1,
                waitingFor,
                faults.size());
    }

    /** Sets the speed from the next slice on. */
    void speed(double wanted) {
        wantedSpeed = wanted;
    }

    TickInputs inputs() {
        return inputs;
    }

    PlantProgress progress() {
        return progress;
    }

    List<ActiveFault> faults() {
        return faults;
    }

    /** Why the run cannot be kept; empty while all is well. */
    String trouble() {
        return keeper.trouble();
    }
}
