package org.plantdeck.app.alarms;

import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LivePlant;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Priority;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagLimits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Every limit of every tag, looked at with every reading, and what of it somebody has acknowledged.
 * It lives as long as the desk. Threads: any; one lock guards all state; those who listen are
 * called on the thread that brings the news.
 */
public final class AlarmBoard implements AutoCloseable {

    private static final Comparator<Alarm> URGENCY =
            Comparator.comparing(Alarm::acknowledged)
                    .thenComparing(it -> it.limit().priority())
                    .thenComparing(Alarm::since, Comparator.reverseOrder());

    private final LiveSubscription subscription;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private final List<LimitWatch> watches = TagLimits.all().stream().map(LimitWatch::new).toList();
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private String run = "";
    private boolean lineRuns;

    /** A board that watches what the plant publishes. */
    public AlarmBoard(LivePlant live) {
        subscription =
                live.open(
                        EnumSet.of(Feed.LINE, Feed.ENERGY, Feed.ENVIRONMENT),
                        new LiveListener() {
                            @Override
                            public void reading(Reading reading) {
                                take(reading);
                            }
                        });
    }

    private void take(Reading reading) {
        boolean changed;
        synchronized (lock) {
            changed = forgetOtherRun(reading.run());
            if (reading.source() == FactorySource.LINE) {
                lineRuns = reading.values().text("status").equals("running");
            }
            for (LimitWatch watch : watches) {
                if (watch.limit().tag().source() == reading.source()) {
                    changed |= look(watch, reading);
                }
            }
        }
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    /** What was wrong in another run of the plant is wrong no more. */
    private boolean forgetOtherRun(String newRun) {
        if (newRun.equals(run)) {
            return false;
        }
        run = newRun;
        watches.forEach(LimitWatch::forget);
        boolean had = !alarms.isEmpty();
        alarms.clear();
        return had;
    }

    private boolean look(LimitWatch watch, Reading reading) {
        String name = watch.limit().name();
        boolean broken = watch.look(reading.values(), reading.measuredAt(), lineRuns);
        Optional<Alarm> before = Optional.ofNullable(alarms.get(name));
        boolean wasActive = before.filter(Alarm::isActive).isPresent();
        if (broken) {
            String value = reading.values().get(watch.limit().tag().key()).asText();
            Alarm alarm =
                    before.filter(Alarm::isActive)
                            .map(it -> it.withValue(value))
                            .orElseGet(() ->
                                    new Alarm(
                                            watch.limit(),
                                            value,
                                            watch.since(reading.measuredAt()),
                                            Optional.empty(),
                                            false));
            alarms.put(name, alarm);
            return !alarm.equals(before.orElse(null));
        }
        if (wasActive) {
            Alarm returned = before.get().returned(reading.measuredAt());
            if (returned.acknowledged()) {
                alarms.remove(name);
            } else {
                alarms.put(name, returned);
            }
        }
        return wasActive;
    }

    /** What waits or is active: what is not acknowledged first, then by priority, then newest. */
    public List<Alarm> alarms() {
        synchronized (lock) {
            return alarms.values().stream().sorted(URGENCY).toList();
        }
    }

    /** What waits for somebody to acknowledge it, most urgent first. */
    public List<Alarm> waiting() {
        return alarms().stream().filter(it -> !it.acknowledged()).toList();
    }

    /** How many limits of a priority are broken now. */
    public long count(Priority priority) {
        synchronized (lock) {
            return alarms.values().stream()
                    .filter(it -> it.isActive() && it.limit().priority() == priority)
                    .count();
        }
    }

    /** The highest priority among the broken limits of a tag. */
    public Optional<Priority> priority(Tag tag) {
        synchronized (lock) {
            return alarms.values().stream()
                    .filter(it -> it.isActive() && it.limit().tag().equals(tag))
                    .map(it -> it.limit().priority())
                    .min(Comparator.naturalOrder());
        }
    }

    /** Notes that somebody has seen an alarm; one that has returned is gone then. */
    public void acknowledge(Alarm alarm) {
        synchronized (lock) {
            alarms.computeIfPresent(
                    alarm.limit().name(), (_, it) -> it.isActive() ? it.acknowledge() : null);
        }
        listeners.forEach(Runnable::run);
    }

    /** Has somebody called whenever something has changed. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls somebody no more. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** The alarms of some tags, for the list of a unit. */
    public List<Alarm> of(FactorySource source) {
        return new ArrayList<>(
                alarms().stream().filter(it -> it.limit().tag().source() == source).toList());
    }

    @Override
    public void close() {
        subscription.close();
    }
}
