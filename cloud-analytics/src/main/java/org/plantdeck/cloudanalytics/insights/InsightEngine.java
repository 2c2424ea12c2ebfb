package org.plantdeck.cloudanalytics.insights;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the windows of one run after the other, in their order, and says what changed. A new run
 * is a new plant: what was open closes and baselines are learned anew. It computes from windows
 * alone, so equal windows give equal insights. Threads: one.
 */
public final class InsightEngine {

    private final InsightSettings settings;
    private List<Rule> rules;
    private String run = "";
    private long sequence;
    private Instant newestEnd = Instant.EPOCH;

    /** An engine that has seen nothing. */
    public InsightEngine(InsightSettings settings) {
        this.settings = settings;
        this.rules = rules(settings);
    }

    /**
     * An engine that goes on where another one was.
     *
     * @param state its {@link #state()}
     * @param open its {@link #open()}
     */
    public static InsightEngine resumed(
            InsightSettings settings, Leaves state, List<Insight> open) {
        InsightEngine engine = new InsightEngine(settings);
        engine.run = state.text("run");
        engine.sequence = (long) state.number("sequence").orElse(0);
        engine.newestEnd = IsoTime.parse(state.text("newest_end")).orElse(Instant.EPOCH);
        for (Rule rule : engine.rules) {
            Optional<Insight> stillOpen =
                    open.stream()
                            .filter(insight -> insight.kind() == rule.kind())
                            .filter(insight -> insight.evidence().run().equals(engine.run))
                            .findFirst();
            rule.load(state, stillOpen);
        }
        return engine;
    }

    private static List<Rule> rules(InsightSettings settings) {
        return List.of(
                new Rule(new CompressorLeak(), settings.leak()),
                new Rule(new CapacitorFailure(), settings.capacitor()),
                new Rule(new CloggedFilter(), settings.filter()));
    }

    /**
     * Looks at the next window; one that is not after the last of its run is left out.
     *
     * @return what changed, usually nothing
     */
    public List<InsightChange> accept(AnalyticsWindow window) {
        List<InsightChange> changes = new ArrayList<>();
        if (!window.run().equals(run)) {
            for (Rule rule : rules) {
                rule.close(newestEnd).ifPresent(changes::add);
            }
            rules = rules(settings);
            run = window.run();
            sequence = 0;
        }
        if (window.sequence() <= sequence) {
            return changes;
        }
        sequence = window.sequence();
        newestEnd = window.end();
        for (Rule rule : rules) {
            rule.accept(window).ifPresent(changes::add);
        }
        return changes;
    }

    /** The run it looks at; empty before the first window. */
    public String run() {
        return run;
    }

    /** The newest window it has looked at; 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** The insights that are open. */
    public List<Insight> open() {
        return rules.stream().flatMap(rule -> rule.open().stream()).toList();
    }

    /** Everything it has learned, for {@link #resumed}. */
    public Leaves state() {
        Leaves.Builder state = Leaves.builder();
        state.put("run", run);
        state.put("sequence", sequence);
        state.put("newest_end", IsoTime.format(newestEnd));
        rules.forEach(rule -> rule.save(state));
        return state.build();
    }
}
