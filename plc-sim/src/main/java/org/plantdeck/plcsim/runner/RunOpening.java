package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.runner.RestoringArchive.UnfitSnapshot;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Resumes the run a directory holds, or begins one. */
final class RunOpening {

    private static final Logger LOG = LoggerFactory.getLogger(RunOpening.class);

    /**
     * A run that is ready to go on.
     *
     * @param run the plant with the PLCs of this process
     * @param keeper keeps it on the disk
     * @param resumed whether it was there before
     */
    record Opened(PlantRun run, RunKeeper keeper, boolean resumed) {}

    private final PlantSettings settings;
    private final RunStore store;

    RunOpening(PlantSettings settings) {
        this.settings = settings;
        this.store = new RunStore(settings.directory());
    }

    /** Opens the run; throws {@link PartFailure} where that cannot be. */
    Opened open(Crew crew, Instant wallNow) {
        store.open();
        Optional<RunStore.Saved> saved = settings.fresh() ? Optional.empty() : store.load();
        return saved.isPresent() ? resume(saved.get(), crew) : begin(crew, wallNow);
    }

    private Opened resume(RunStore.Saved saved, Crew crew) {
        Snapshot snapshot = saved.snapshot();
        requireSame("simulation.seed", settings.seed(), snapshot.seed());
        settings.simulationStart()
                .ifPresent(start -> requireSame("simulation.start", start, snapshot.start()));
        PlantRun run =
                new PlantRun(
                        settings.parameters(),
                        settings.seed(),
                        new PlantTime(snapshot.run(), snapshot.start(), snapshot.tick()));
        crew.join(run);
        try {
            run.restore(snapshot.state());
            crew.restore(snapshot.state(), run, saved.horizon() - snapshot.tick());
        } catch (UnfitSnapshot e) {
            throw store.unfit(e);
        }
        LOG.atInfo()
                .addKeyValue("run", snapshot.run())
                .addKeyValue("simulated", IsoTime.format(run.time().now()))
                .addKeyValue("replay_ticks", saved.horizon() - snapshot.tick())
                .log("Run resumed");
        return new Opened(run, new RunKeeper(store, store.resume(saved), saved), true);
    }

    private void requireSame(String key, Object wanted, Object saved) {
        if (!wanted.equals(saved)) {
            throw new PartFailure(
                    "%s is %s, but the run in %s began with %s; set it back, or --fresh starts a new run"
                            .formatted(key, wanted, settings.directory(), saved));
        }
    }

    private Opened begin(Crew crew, Instant wallNow) {
        Instant start =
                settings.simulationStart()
                        .map(it -> it.truncatedTo(ChronoUnit.MILLIS))
                        .orElse(wallNow.minus(settings.history()).truncatedTo(ChronoUnit.SECONDS));
        String id = RunId.of(settings.seed(), start, store.countFreshStart());
        PlantRun run =
                new PlantRun(settings.parameters(), settings.seed(), new PlantTime(id, start, 0));
        crew.join(run);
        Snapshot first = run.save();
        crew.save(first.state());
        RunKeeper keeper =
                new RunKeeper(store, store.begin(first), new RunStore.Saved(first, List.of(), 0));
        LOG.atInfo()
                .addKeyValue("run", id)
                .addKeyValue("start", IsoTime.format(start))
                .log("Run begun");
        return new Opened(run, keeper, false);
    }
}
