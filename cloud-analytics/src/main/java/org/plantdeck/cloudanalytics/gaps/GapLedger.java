package org.plantdeck.cloudanalytics.gaps;

import org.plantdeck.signal.ResendRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The missing windows of every run, in the order in which the runs were first seen; the last one
 * seen is the current one. Threads: one.
 */
public final class GapLedger {

    private final GapPolicy policy;
    private final SequencedMap<String, RunGaps> runs = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    public GapLedger(GapPolicy policy) {
        this.policy = policy;
    }

    /** Takes over a run as it was stored; runs come in the order they were first seen. */
    public void restore(RunGaps run) {
        runs.put(run.run(), run);
    }

    /**
     * Takes note of a window.
     *
     * @return whether it was missing until now
     */
    public boolean arrived(String run, long sequence, Instant now) {
        RunGaps gaps = runs.computeIfAbsent(run, name -> new RunGaps(name, policy));
        boolean fresh = gaps.arrived(sequence, now);
        if (fresh) {
            changed.add(run);
        }
        return fresh;
    }

    /** Stops waiting for anything of a run up to a sequence number. */
    public void settleThrough(String run, long sequence) {
        find(run)
                .ifPresent(gaps -> {
                    gaps.settleThrough(sequence);
                    changed.add(run);
                });
    }

    /** Starts the requests of every open gap anew. */
    public void askAnew(Instant now) {
        runs.values().forEach(run -> run.askAnew(now));
    }

    /**
     * The requests to send now, the current run's first; each is noted as sent.
     *
     * @param most how many at most
     */
    public List<ResendRequest> due(Instant now, int most) {
        List<ResendRequest> requests = new ArrayList<>();
        for (RunGaps run : runs.sequencedValues().reversed()) {
            long lostBefore = count(run, MissingRange::lost);
            requests.addAll(run.due(now, most - requests.size()));
            if (count(run, MissingRange::lost) != lostBefore) {
                changed.add(run.run());
            }
        }
        return requests;
    }

    /** The run that was seen last, if any was seen. */
    public Optional<String> currentRun() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.lastEntry().getKey());
    }

    /** The run that was first seen after another, if there is one. */
    public Optional<String> runAfter(String run) {
        boolean next = false;
        for (String name : runs.keySet()) {
            if (next) {
                return Optional.of(name);
            }
            next = name.equals(run);
        }
        return Optional.empty();
    }

    /** A run that has been seen. */
    public Optional<RunGaps> find(String run) {
        return Optional.ofNullable(runs.get(run));
    }

    /** The runs, in the order they were first seen. */
    public List<String> runs() {
        return List.copyOf(runs.keySet());
    }

    /** Windows that are missing and may still come. */
    public long missing() {
        return runs.values().stream().mapToLong(run -> count(run, range -> !range.lost())).sum();
    }

    /** Windows that were asked for often enough and never came. */
    public long lost() {
        return runs.values().stream().mapToLong(run -> count(run, MissingRange::lost)).sum();
    }

    private static long count(RunGaps run, Predicate<MissingRange> which) {
        return run.missing().stream().filter(which).mapToLong(MissingRange::size).sum();
    }

    /** Whether a run has changed since {@link #takeChanged()}. */
    public boolean hasChanged() {
        return !changed.isEmpty();
    }

    /** The runs that have changed since the last call, to be stored. */
    public List<RunGaps> takeChanged() {
        List<RunGaps> taken = new ArrayList<>();
        for (String run : changed) {
            find(run).ifPresent(taken::add);
        }
        changed.clear();
        return taken;
    }
}
