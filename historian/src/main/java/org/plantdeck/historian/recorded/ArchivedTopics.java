package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.ArchiveReader;
import org.plantdeck.historian.archive.ArchivedLane;
import org.plantdeck.historian.archive.ArchivedTag;
import org.plantdeck.historian.archive.Buckets;
import org.plantdeck.historian.archive.SampleRange;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.ReadingCursor;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.Stretch;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.TagType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** An archive asked by topics: a topic is a group, a run of it a lane. Threads: one at a time. */
final class ArchivedTopics {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Looked through first for each of the newest readings; the next is seldom further away. */
    private static final Duration FEW = Duration.ofSeconds(10);

    private static final Comparator<ArchivedLane> BEGUN_LAST =
            Comparator.comparing((ArchivedLane it) -> it.run().isEmpty())
                    .thenComparing(Comparator.comparingInt(ArchivedLane::id).reversed());

    private final ArchiveReader archive;

    ArchivedTopics(ArchiveReader archive) {
        this.archive = archive;
    }

    Collection<String> topics() throws StoreFailure {
        return archive.tags().stream()
                .map(ArchivedTag::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<StoredTag> tags(String topic) throws StoreFailure {
        return archive.tags().stream()
                .filter(it -> it.group().equals(topic))
                .map(it -> stored(it))
                .toList();
    }

    private static StoredTag stored(ArchivedTag tag) {
        String key = tag.facts().key();
        return new StoredTag(
                tag.group(),
                key,
                key,
                TagType.valueOf(tag.facts().type()),
                tag.facts().unit(),
                tag.facts().meaning());
    }

    private List<ArchivedLane> lanes(String topic) throws StoreFailure {
        return archive.lanes().stream()
                .filter(it -> it.group().equals(topic) && !it.extent().isEmpty())
                .toList();
    }

    /** The numbers of tags here; 0, which no tag has, where one is not. */
    private int[] numbers(List<StoredTag> tags) throws StoreFailure {
        Map<String, Integer> byName =
                archive.tags().stream().collect(Collectors.toMap(ArchivedTag::name, it -> it.id()));
        return tags.stream().mapToInt(it -> byName.getOrDefault(it.name(), 0)).toArray();
    }

    ReadingCursor open(ReadingQuery query) throws StoreFailure {
        return new GroupCursor(archive, query, lanes(query.topic()), numbers(query.tags()));
    }

    /** When the first sample of a topic was; empty where there is none. */
    Optional<Instant> first(String topic) throws StoreFailure {
        return lanes(topic).stream()
                .map(it -> Instant.ofEpochMilli(it.extent().firstMs()))
                .min(Instant::compareTo);
    }

    /** The newest readings with all tags, the newest first. */
    List<StoredReading> latest(String topic, int count) throws StoreFailure {
        List<ArchivedLane> lanes = lanes(topic);
        if (lanes.isEmpty()) {
            return List.of();
        }
        Instant first = first(topic).orElseThrow();
        long newest = lanes.stream().mapToLong(it -> it.extent().lastMs()).max().orElseThrow();
        Instant end = Instant.ofEpochMilli(newest + 1);
        Duration back = count < HOUR.dividedBy(FEW) ? FEW.multipliedBy(count) : HOUR;
        while (true) {
            List<StoredReading> found = newest(topic, end.minus(back), end, count);
            if (found.size() >= count || end.minus(back).isBefore(first)) {
                return found;
            }
            back = back.compareTo(HOUR) < 0 ? HOUR : back.multipliedBy(4);
        }
    }

    private List<StoredReading> newest(String topic, Instant from, Instant to, int count)
            throws StoreFailure {
        ReadingCursor rows = open(new ReadingQuery(topic, from, to, tags(topic)));
        Deque<StoredReading> newest = new ArrayDeque<>();
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            newest.addFirst(row.get());
            if (newest.size() > count) {
                newest.removeLast();
            }
        }
        return List.copyOf(newest);
    }

    Optional<List<TrendSeries>> trend(TrendQuery query, BooleanSupplier abandoned)
            throws StoreFailure {
        long from = MilliTime.atOrAfter(query.from());
        long to = MilliTime.atOrAfter(query.to());
        List<ArchivedLane> lanes =
                lanes(query.topic()).stream()
                        .filter(it -> query.run().map(it.run()::equals).orElse(true))
                        .toList();
        List<Stretch<Integer, Long>> stretches = Stretch.shown(lives(lanes), from, to);
        int[] numbers = numbers(query.tags());
        List<TrendSeries> series = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            Buckets buckets = new Buckets(from, to, query.columns());
            for (Stretch<Integer, Long> stretch : stretches) {
                archive.gather(
                        new SampleRange(numbers[i], stretch.of(), stretch.from(), stretch.to()),
                        buckets,
                        abandoned);
                if (abandoned.getAsBoolean()) {
                    return Optional.empty();
                }
            }
            series.add(new BucketSeries(query.tags().get(i), buckets));
        }
        return Optional.of(series);
    }

    /** The lanes by number, newest first; what is of no run is shown only where none was. */
    private static List<Stretch<Integer, Long>> lives(List<ArchivedLane> lanes) {
        return lanes.stream()
                .sorted(BEGUN_LAST)
                .map(it -> new Stretch<>(it.id(), it.extent().firstMs(), it.extent().lastMs() + 1))
                .toList();
    }

    /** The same with what is here beside. */
    HistoryExtent extend(HistoryExtent rows) throws StoreFailure {
        HistoryExtent reached = rows;
        for (ArchivedLane lane : archive.lanes()) {
            if (!lane.extent().isEmpty()) {
                reached =
                        reached.reaching(Instant.ofEpochMilli(lane.extent().firstMs()))
                                .reaching(Instant.ofEpochMilli(lane.extent().lastMs()));
            }
        }
        return reached;
    }

    Map<LocalDate, String> damages() {
        return archive.damages();
    }

    void close() {
        archive.close();
    }
}
