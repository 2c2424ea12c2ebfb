package org.plantdeck.bridge;

import org.plantdeck.bridge.assembly.RunAggregator;
import org.plantdeck.bridge.assembly.RunState;
import org.plantdeck.bridge.store.BridgeStore;
import org.plantdeck.bridge.windows.Taking;
import org.plantdeck.signal.AnalyticsWindow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Readings into the database, and windows out of them, one transaction at a time: what a window is
 * made of and the window itself are never kept apart. Runs are independent of each other; one is
 * over when it has been silent while another delivered. Threads: the bridge's own.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** Runs that may be open at a time; the one heard least recently is over beyond that. */
    static final int RUNS_MAX = 4;

    private final BridgeSettings settings;
    private final BridgeStore store;
    private final Outbox outbox;
    private final Counts counts;
    private final Map<String, RunAggregator> runs = new LinkedHashMap<>();

    Intake(BridgeSettings settings, BridgeStore store, Outbox outbox, Counts counts) {
        this.settings = settings;
        this.store = store;
        this.outbox = outbox;
        this.counts = counts;
    }

    /** Takes the state of the database, in place of what is in memory. */
    void load(Instant now) {
        runs.clear();
        counts.load(store.counts());
        outbox.load();
        store.runs().open().forEach(run -> open(run, now));
    }

    private RunAggregator open(String run, Instant now) {
        RunState kept = store.runs().load(run);
        RunAggregator opened =
                new RunAggregator(run, settings.windowRule(), settings.thresholds(), kept, now);
        runs.put(run, opened);
        LOG.atInfo()
                .addKeyValue("run", run)
                .addKeyValue("next", kept.next().sequence())
                .addKeyValue("open", kept.open().size())
                .log("Follows a run");
        return opened;
    }

    /**
     * Keeps readings, closes what is due and settles the outbox; durable when this returns.
     *
     * @param batch readings in the order they came
     * @param mayClose whether silence of a source may be believed: not while the link is down
     * @throws RuntimeException where nothing was kept; {@link #load} must then be called before the
     *     next
     */
    void commit(List<Arrival> batch, boolean mayClose, Instant now) {
        store.transaction(() -> {
            Set<RunAggregator> touched = new HashSet<>();
            for (Arrival arrival : batch) {
                touched.add(take(arrival, now));
            }
            if (mayClose) {
                for (RunAggregator run : List.copyOf(runs.values())) {
                    keep(run, run.closeDue(now), now);
                }
                endOthers(now);
            }
            for (RunAggregator run : touched) {
                store.runs().save(run.run(), run.changedSources());
            }
            outbox.settle(now);
            counts.save(store.counts());
        });
        outbox.settled();
    }

    private RunAggregator take(Arrival arrival, Instant now) {
        RunAggregator known = runs.get(arrival.run());
        RunAggregator run = known == null ? open(arrival.run(), now) : known;
        long missing = run.missing();
        Taking taking = run.take(arrival.sample(), now);
        counts.add(Count.MISSING, run.missing() - missing);
        switch (taking) {
            case USED -> {
                store.runs().add(arrival.run(), arrival.sample());
                counts.add(Count.READINGS, 1);
            }
            case LATE -> counts.add(Count.LATE, 1);
            case REPEATED -> counts.add(Count.REPEATED, 1);
        }
        return run;
    }

    private void keep(RunAggregator run, List<AnalyticsWindow> windows, Instant now) {
        if (!windows.isEmpty()) {
            windows.forEach(window -> outbox.add(window, now));
            store.runs().save(run.run(), run.state());
        }
    }

    private void endOthers(Instant now) {
        while (runs.size() > 1) {
            RunAggregator oldest =
                    runs.values().stream()
                            .min(Comparator.comparing(RunAggregator::lastHeard))
                            .orElseThrow();
            boolean anotherHeard =
                    runs.values().stream()
                            .anyMatch(run -> run.lastHeard().isAfter(oldest.lastHeard()));
            boolean over = anotherHeard && oldest.isSilent(now);
            if (!over && runs.size() <= RUNS_MAX) {
                return;
            }
            keep(oldest, oldest.closeAll(), now);
            store.runs().save(oldest.run(), oldest.changedSources());
            runs.remove(oldest.run());
            LOG.atInfo().addKeyValue("run", oldest.run()).log("A run is over");
        }
    }

    /** The run that was heard last. */
    Optional<RunAggregator> current() {
        return runs.values().stream().max(Comparator.comparing(RunAggregator::lastHeard));
    }
}
