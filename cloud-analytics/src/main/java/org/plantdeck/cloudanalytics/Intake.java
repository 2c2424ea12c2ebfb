package org.plantdeck.cloudanalytics;

import org.plantdeck.cloudanalytics.gaps.GapLedger;
import org.plantdeck.cloudanalytics.gaps.RunGaps;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.insights.InsightChange;
import org.plantdeck.cloudanalytics.insights.InsightEngine;
import org.plantdeck.cloudanalytics.store.AnalyticsDatabase;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.ResendRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that is decided about windows once they are here: what is stored, what is missing,
 * what the rules say. What it knows is always what the database holds; after a transaction that
 * failed it is read from there again. The rules look at windows in the order of the run: they wait
 * at a gap until it is filled or lost. Threads: one.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** Windows the rules look at in one transaction. */
    static final int LOOK_MAX = 500;

    /** Windows retention removes in one step. */
    static final int PRUNE_MAX = 500;

    /** Requests sent in one step. */
    private static final int REQUESTS_MAX = 16;

    private final AnalyticsDatabase database;
    private final AnalyticsSettings settings;
    private GapLedger ledger;
    private InsightEngine engine;
    private int nextRunToPrune;
    private long failedLooks;

    Intake(AnalyticsDatabase database, AnalyticsSettings settings) throws SQLException {
        this.database = database;
        this.settings = settings;
        this.ledger = database.runs().ledger(settings.gaps());
        this.engine = database.insights().engine(settings.insights());
    }

    private <T> T transaction(AnalyticsDatabase.Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = database.transaction(work);
            done = true;
            return result;
        } finally {
            if (!done) {
                ledger = database.runs().ledger(settings.gaps());
                engine = database.insights().engine(settings.insights());
            }
        }
    }

    /** Stores windows and lets the rules look, in one transaction. */
    Taken take(List<AnalyticsWindow> windows, Instant now) throws SQLException {
        return transaction(() -> {
            int stored = 0;
            for (AnalyticsWindow window : windows) {
                boolean missing = ledger.arrived(window.run(), window.sequence(), now);
                stored += missing && database.windows().add(window) ? 1 : 0;
            }
            storeLedger();
            List<InsightChange> changes = new ArrayList<>();
            boolean more = look(changes);
            return new Taken(stored, windows.size() - stored, changes, more);
        });
    }

    private void storeLedger() throws SQLException {
        for (RunGaps run : ledger.takeChanged()) {
            database.runs().store(run);
        }
    }

    /** Lets the rules look at what is settled; says whether there is more. */
    private boolean look(List<InsightChange> changes) throws SQLException {
        Optional<String> run = runToLookAt();
        int looked = 0;
        while (run.isPresent() && looked < LOOK_MAX) {
            List<AnalyticsWindow> windows = settled(run.get(), LOOK_MAX - looked);
            for (AnalyticsWindow window : windows) {
                changes.addAll(lookAt(window));
            }
            looked += windows.size();
            run = looked < LOOK_MAX ? ledger.runAfter(run.get()) : run;
        }
        if (looked > 0) {
            database.insights().store(engine);
        }
        for (InsightChange change : changes) {
            database.insights().store(change.insight());
        }
        return looked == LOOK_MAX;
    }

    /** The boundary at which a rule that fails on a window is logged and the next one goes on. */
    private List<InsightChange> lookAt(AnalyticsWindow window) {
        try {
            return engine.accept(window);
        } catch (RuntimeException e) {
            if (failedLooks == 0) {
                LOG.atError()
                        .setCause(e)
                        .addKeyValue("run", window.run())
                        .addKeyValue("sequence", window.sequence())
                        .log("The rules fail on a window");
            }
            failedLooks++;
            return List.of();
        }
    }

    private Optional<String> runToLookAt() {
        return ledger.find(engine.run()).isPresent()
                ? Optional.of(engine.run())
                : ledger.runs().stream().findFirst();
    }

    /** A run that has ended is looked at as it is; nobody waits for what it lacks. */
    private List<AnalyticsWindow> settled(String run, int limit) throws SQLException {
        RunGaps gaps = ledger.find(run).orElseThrow();
        boolean isCurrent = ledger.currentRun().orElseThrow().equals(run);
        long after = engine.run().equals(run) ? engine.sequence() : 0;
        long through = isCurrent ? gaps.settled() : gaps.newest();
        return after >= through
                ? List.of()
                : database.windows().between(run, after, through, limit);
    }

    /** The requests to send now; notes them as sent and gives up what never came. */
    List<ResendRequest> requests(Instant now) throws SQLException {
        List<ResendRequest> requests = ledger.due(now, REQUESTS_MAX);
        if (ledger.hasChanged()) {
            transaction(() -> {
                storeLedger();
                return requests;
            });
        }
        return requests;
    }

    /** Starts the requests of every open gap anew: the bridge has become reachable again. */
    void askAnew(Instant now) {
        ledger.askAnew(now);
    }

    /** Removes some windows that are too old, of one run after the other; says how many. */
    int prune() throws SQLException {
        List<String> runs = ledger.runs();
        Optional<Instant> newest = newestEnd();
        if (runs.isEmpty() || newest.isEmpty()) {
            return 0;
        }
        Instant endedBy = newest.get().minus(settings.retention());
        nextRunToPrune = (nextRunToPrune + 1) % runs.size();
        int pruned = prune(runs.getLast(), endedBy);
        String other = runs.get(nextRunToPrune);
        return other.equals(runs.getLast()) ? pruned : pruned + prune(other, endedBy);
    }

    private int prune(String run, Instant endedBy) throws SQLException {
        if (!database.windows().hasOlder(run, endedBy)) {
            return 0;
        }
        return transaction(() -> {
            List<Long> removed = database.windows().prune(run, endedBy, PRUNE_MAX);
            OptionalLong highest = removed.stream().mapToLong(Long::longValue).max();
            if (highest.isPresent()) {
                ledger.settleThrough(run, highest.getAsLong());
                storeLedger();
            }
            return removed.size();
        });
    }

    /** The end of the newest window of the current run. */
    Optional<Instant> newestEnd() throws SQLException {
        Optional<String> run = ledger.currentRun();
        return run.isEmpty() ? Optional.empty() : database.windows().newestEnd(run.get());
    }

    Optional<String> currentRun() {
        return ledger.currentRun();
    }

    /** Windows that are missing and may still come. */
    long missing() {
        return ledger.missing();
    }

    /** Windows that were given up. */
    long lost() {
        return ledger.lost();
    }

    /** Windows the rules failed on since the part was started. */
    long failedLooks() {
        return failedLooks;
    }

    /** Leaves that found no column since the part was started. */
    long leavesLeftOut() {
        return database.windows().leavesLeftOut();
    }

    List<Insight> openInsights() {
        return engine.open();
    }
}
