package org.plantdeck.cloudanalytics.gaps;

import org.plantdeck.signal.ResendRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What of one run has arrived and what is missing. Every sequence number up to the newest is either
 * here, in a missing range, or at or below the floor, under which nothing is waited for any more.
 * Bounded: beyond {@link #RANGES_MAX} ranges the oldest goes under the floor. Threads: one.
 */
public final class RunGaps {

    /** The most ranges one run remembers. */
    static final int RANGES_MAX = 1000;

    /** Windows asked for in one request, but for what is left over of a very long gap. */
    static final long STRETCH_MAX = 5000;

    /** Stretches a gap is cut into. */
    static final int STRETCHES_MAX = 100;

    private final String run;
    private final GapPolicy policy;
    private final NavigableMap<Long, Gap> gaps = new TreeMap<>();
    private long newest;
    private long floor;

    /** A run of which nothing has arrived. */
    public RunGaps(String run, GapPolicy policy) {
        this.run = run;
        this.policy = policy;
    }

    /**
     * A run as it was stored. What was missing then is asked for at once, what was lost stays so.
     */
    public static RunGaps restored(
            String run, GapPolicy policy, long newest, long floor, List<MissingRange> missing) {
        RunGaps gaps = new RunGaps(run, policy);
        gaps.newest = newest;
        gaps.floor = floor;
        for (MissingRange range : missing) {
            gaps.gaps.put(range.first(), new Gap(range, policy.graceWindows(), 0, Instant.MIN));
        }
        return gaps;
    }

    /** The run's name. */
    public String run() {
        return run;
    }

    /** The newest sequence number that has arrived; 0 before the first. */
    public long newest() {
        return newest;
    }

    /** Sequence numbers up to here are no longer waited for; 0 at first. */
    public long floor() {
        return floor;
    }

    /**
     * Takes note of a window.
     *
     * @return whether it was missing until now; false for one that is here already, or is too old
     */
    public boolean arrived(long sequence, Instant now) {
        if (sequence > newest) {
            advanceTo(sequence, now);
            return true;
        }
        if (sequence <= floor) {
            return false;
        }
        Map.Entry<Long, Gap> entry = gaps.floorEntry(sequence);
        if (entry == null || entry.getValue().range.last() < sequence) {
            return false;
        }
        fill(entry.getValue(), sequence, now);
        return true;
    }

    private void advanceTo(long sequence, Instant now) {
        for (Gap gap : gaps.values()) {
            gap.laterWindows++;
        }
        addGap(newest + 1, sequence - 1, now.plus(policy.grace()));
        newest = sequence;
    }

    /**
     * Cuts a long gap into stretches from its newest end, because a bridge answers a request only
     * so far and has the newest windows; what is left over at the old end is one stretch.
     */
    private void addGap(long first, long last, Instant due) {
        long end = last;
        for (int i = 1; i < STRETCHES_MAX && end - first >= STRETCH_MAX; i++) {
            put(new Gap(new MissingRange(end - STRETCH_MAX + 1, end, false), 1, 0, due));
            end -= STRETCH_MAX;
        }
        if (first <= end) {
            put(new Gap(new MissingRange(first, end, false), 1, 0, due));
        }
    }

    /** Splits the gap around what has come; what comes shows that a request is being answered. */
    private void fill(Gap gap, long sequence, Instant now) {
        gaps.remove(gap.range.first());
        MissingRange range = gap.range;
        int requests = Math.min(gap.requests, 1);
        Instant due = requests == 0 ? gap.due : now.plus(policy.waitAfter(1));
        if (range.first() < sequence) {
            MissingRange before = new MissingRange(range.first(), sequence - 1, range.lost());
            put(new Gap(before, gap.laterWindows, requests, due));
        }
        if (sequence < range.last()) {
            MissingRange after = new MissingRange(sequence + 1, range.last(), range.lost());
            put(new Gap(after, gap.laterWindows, requests, due));
        }
    }

    private void put(Gap gap) {
        gaps.put(gap.range.first(), gap);
        if (gaps.size() > RANGES_MAX) {
            settleThrough(gaps.firstEntry().getValue().range.last());
        }
    }

    /** Stops waiting for anything up to a sequence number, such as what retention has removed. */
    public void settleThrough(long sequence) {
        floor = Math.max(floor, sequence);
        newest = Math.max(newest, floor);
        while (!gaps.isEmpty() && gaps.firstKey() <= floor) {
            Gap gap = gaps.pollFirstEntry().getValue();
            if (gap.range.last() > floor) {
                MissingRange rest = new MissingRange(floor + 1, gap.range.last(), gap.range.lost());
                gaps.put(rest.first(), new Gap(rest, gap.laterWindows, gap.requests, gap.due));
            }
        }
    }

    /** Starts the requests of every open gap anew: the bridge has become reachable again. */
    public void askAnew(Instant now) {
        for (Gap gap : gaps.values()) {
            if (gap.requests > 0) {
                gap.requests = 0;
                gap.due = now;
            }
        }
    }

    /**
     * The requests to send now; each is noted as sent. Gives up what has been asked for often
     * enough.
     *
     * @param most how many requests at most
     */
    public List<ResendRequest> due(Instant now, int most) {
        List<ResendRequest> requests = new ArrayList<>();
        for (Gap gap : gaps.values()) {
            if (gap.range.lost() || !isDue(gap, now)) {
                continue;
            }
            if (gap.requests == policy.tries()) {
                gap.range = new MissingRange(gap.range.first(), gap.range.last(), true);
            } else if (requests.size() < most) {
                gap.requests++;
                gap.due = now.plus(policy.waitAfter(gap.requests));
                requests.add(new ResendRequest(run, gap.range.first(), gap.range.last()));
            }
        }
        return requests;
    }

    private boolean isDue(Gap gap, Instant now) {
        boolean overtaken = gap.requests == 0 && gap.laterWindows >= policy.graceWindows();
        return overtaken || !now.isBefore(gap.due);
    }

    /** The sequence number up to which nothing is missing but what is lost. */
    public long settled() {
        for (Gap gap : gaps.values()) {
            if (!gap.range.lost()) {
                return gap.range.first() - 1;
            }
        }
        return newest;
    }

    /** What is missing, oldest first. */
    public List<MissingRange> missing() {
        return gaps.values().stream().map(gap -> gap.range).toList();
    }

    /** One missing range and how far asking for it has come. */
    private static final class Gap {
        private MissingRange range;
        private int laterWindows;
        private int requests;
        private Instant due;

        private Gap(MissingRange range, int laterWindows, int requests, Instant due) {
            this.range = range;
            this.laterWindows = laterWindows;
            this.requests = requests;
            this.due = due;
        }
    }
}
