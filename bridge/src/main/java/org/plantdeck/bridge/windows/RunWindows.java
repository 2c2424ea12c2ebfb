package org.plantdeck.bridge.windows;

import org.plantdeck.signal.FactorySource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The windows of one run. A window closes when every source that delivers has passed its end by the
 * lateness, in event time; a source that has delivered nothing for the silence, in wall time, holds
 * nothing back. When nobody has delivered for that long, the first reading after it gives every
 * source the silence anew, so that a pause of the bridge or its broker is not taken for one of a
 * source. A gap in the numbers of a source holds windows open for the patience. Threads: one.
 */
public final class RunWindows {

    private static final Comparator<Sample> BODY_ORDER =
            Comparator.comparing(Sample::source).thenComparingLong(Sample::sequence);

    private final WindowRule rule;
    private final Map<FactorySource, Track> tracks = new EnumMap<>(FactorySource.class);
    private final TreeMap<Long, List<Sample>> open = new TreeMap<>();
    private WindowPosition next;
    private Instant lastHeard;

    /** One source: what has come of it. */
    private static final class Track {
        private Sequences sequences = new Sequences();
        private long newestMillis = Long.MIN_VALUE;
        private final GapHold hold;
        private Instant heardAt;
        private boolean changed;

        Track(WindowRule rule, Instant heardAt) {
            this.hold = new GapHold(rule.patience());
            this.heardAt = heardAt;
        }

        boolean accept(Sample sample, Instant now) {
            long missing = sequences.missing();
            if (!sequences.accept(sample.sequence())) {
                return false;
            }
            hold.note(missing, sequences.missing(), newestMillis, now);
            changed = true;
            newestMillis = Math.max(newestMillis, sample.timeMillis());
            return true;
        }

        void restart(Instant now) {
            heardAt = now;
            hold.renew(now);
        }
    }

    /** The windows of a run that is seen for the first time. */
    public RunWindows(WindowRule rule, Instant now) {
        this(rule, now, WindowPosition.FIRST, Map.of());
    }

    /**
     * The windows of a run as they were kept; its open readings are then put back by {@link
     * #putBack}.
     */
    public RunWindows(
            WindowRule rule,
            Instant now,
            WindowPosition next,
            Map<FactorySource, SourceState> sources) {
        this.rule = rule;
        this.next = aligned(rule, next);
        this.lastHeard = now;
        for (FactorySource source : FactorySource.values()) {
            Track track = new Track(rule, now);
            SourceState state = sources.get(source);
            if (state != null) {
                track.sequences = new Sequences(state);
                track.newestMillis = state.newestMillis();
                track.hold.resume(state.missing(), now);
            }
            tracks.put(source, track);
        }
    }

    /** With another interval than before, the next window starts at the next multiple of it. */
    private static WindowPosition aligned(WindowRule rule, WindowPosition next) {
        if (next.startMillis() == WindowPosition.NONE) {
            return next;
        }
        long start = rule.startOf(next.startMillis() + rule.interval().toMillis() - 1);
        return new WindowPosition(start, next.sequence());
    }

    /** Puts a kept reading of an open window back. */
    public void putBack(Sample sample) {
        keep(sample);
    }

    /** Takes a reading that came at a wall time. */
    public Taking take(Sample sample, Instant now) {
        Track track = track(sample.source());
        if (isSilence(lastHeard, now)) {
            tracks.values().forEach(other -> other.restart(now));
        }
        lastHeard = now;
        track.heardAt = now;
        if (!track.accept(sample, now)) {
            return Taking.REPEATED;
        }
        return keep(sample) ? Taking.USED : Taking.LATE;
    }

    private boolean keep(Sample sample) {
        long start = rule.startOf(sample.timeMillis());
        if (next.isAfter(start)) {
            return false;
        }
        open.computeIfAbsent(start, _ -> new ArrayList<>()).add(sample);
        return true;
    }

    private boolean isSilence(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(rule.silence()) > 0;
    }

    /** Closes what is due at a wall time, oldest first. */
    public List<ClosedWindow> closeDue(Instant now) {
        long watermark = watermark(now);
        long behind = rule.lateness().toMillis();
        List<ClosedWindow> closed = new ArrayList<>();
        while (!open.isEmpty()) {
            boolean tooMany = open.size() > WindowRule.OPEN_MAX;
            long end = nextStart() + rule.interval().toMillis();
            if (end + behind > watermark && !tooMany) {
                break;
            }
            closed.add(close());
        }
        return closed;
    }

    /** Closes every window up to the newest reading: the run is over. */
    public List<ClosedWindow> closeAll() {
        List<ClosedWindow> closed = new ArrayList<>();
        while (!open.isEmpty()) {
            closed.add(close());
        }
        return closed;
    }

    /** Event time that every source still delivering has reached, without a gap worth waiting. */
    private long watermark(Instant now) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (Track track : tracks.values()) {
            most = Math.max(most, track.newestMillis);
            if (track.hold.holds(now)) {
                least = Math.min(least, track.hold.limited(track.newestMillis));
            } else if (!isSilence(track.heardAt, now)) {
                least = Math.min(least, track.newestMillis);
            }
        }
        return least == Long.MAX_VALUE ? most : least;
    }

    private long nextStart() {
        long first = open.firstKey();
        return isSkipTo(first) || next.startMillis() == WindowPosition.NONE
                ? first
                : next.startMillis();
    }

    private boolean isSkipTo(long first) {
        return next.startMillis() != WindowPosition.NONE
                && first - next.startMillis() > WindowRule.GAP_MAX.toMillis();
    }

    private ClosedWindow close() {
        boolean afterSkip = isSkipTo(open.firstKey());
        long start = nextStart();
        long end = start + rule.interval().toMillis();
        List<Sample> samples = open.remove(start);
        List<Sample> ordered =
                samples == null ? List.of() : samples.stream().sorted(BODY_ORDER).toList();
        ClosedWindow window = new ClosedWindow(next.sequence(), start, end, afterSkip, ordered);
        next = new WindowPosition(end, next.sequence() + 1);
        return window;
    }

    private Track track(FactorySource source) {
        return tracks.computeIfAbsent(source, _ -> new Track(rule, lastHeard));
    }

    /** The next window to close. */
    public WindowPosition next() {
        return next;
    }

    /** Whether a window holds readings. */
    public boolean hasOpen() {
        return !open.isEmpty();
    }

    /** Wall time at which the newest delivery came. */
    public Instant lastHeard() {
        return lastHeard;
    }

    /** Whether nothing has come for the silence. */
    public boolean isSilent(Instant now) {
        return isSilence(lastHeard, now);
    }

    /** Numbers of the three sources that have not come. */
    public long missing() {
        long missing = 0;
        for (Track track : tracks.values()) {
            missing += track.sequences.missing();
        }
        return missing;
    }

    /**
     * Event time up to which the sources that deliver have come; of all that ever came, where none
     * does.
     */
    public Optional<Instant> through(Instant now) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (Track track : tracks.values()) {
            most = Math.max(most, track.newestMillis);
            if (track.newestMillis != Long.MIN_VALUE && !isSilence(track.heardAt, now)) {
                least = Math.min(least, track.newestMillis);
            }
        }
        if (most == Long.MIN_VALUE) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochMilli(least == Long.MAX_VALUE ? most : least));
    }

    /** The sources that changed since this was last asked, as they are to be kept. */
    public Map<FactorySource, SourceState> changedSources() {
        Map<FactorySource, SourceState> changed = new EnumMap<>(FactorySource.class);
        tracks.forEach((source, track) -> {
            if (track.changed) {
                track.changed = false;
                changed.put(source, track.sequences.state(track.newestMillis));
            }
        });
        return changed;
    }
}
