package org.plantdeck.app.trends;

import org.plantdeck.app.history.Archive;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The last hours of some tags: what the historian has, and from then on what arrives. Threads: any.
 */
public final class LiveTrends implements LiveListener {

    /** How far they usually reach back. */
    public static final Duration WINDOW = Duration.ofHours(2);

    private static final int BUCKETS = 720;

    private final Map<Tag, TrendSeries> series = new LinkedHashMap<>();
    private final Map<FactorySource, Seam> seams = new EnumMap<>(FactorySource.class);
    private final Archive<HistorianQueries> history;
    private final Duration window;
    private volatile String run = "";
    private volatile boolean loaded;

    /** Trends of some tags over two hours, with nothing in them yet. */
    public LiveTrends(Collection<Tag> tags, Archive<HistorianQueries> history) {
        this(tags, history, WINDOW);
    }

    /** Trends of some tags over a stretch, with nothing in them yet. */
    public LiveTrends(Collection<Tag> tags, Archive<HistorianQueries> history, Duration window) {
        this.history = history;
        this.window = window;
        for (Tag tag : tags) {
            TrendSeries its = new TrendSeries(window, BUCKETS);
            series.put(tag, its);
            seams.computeIfAbsent(tag.source(), _ -> new Seam(its.bucket()));
        }
    }

    /** The course of a tag. */
    public TrendSeries of(Tag tag) {
        TrendSeries its = series.get(tag);
        if (its == null) {
            throw new IllegalArgumentException(tag.name() + " has no trend here");
        }
        return its;
    }

    /** Whether the history has been read, or could not be. */
    public boolean isLoaded() {
        return loaded;
    }

    /**
     * Reads what was before a moment; completes when it is there, or is known not to be: trends
     * then begin with what arrives.
     */
    public CompletableFuture<Void> load(Instant until) {
        List<CompletableFuture<FactorySource>> sources =
                seams.keySet().stream()
                        .map(source -> ask(source, until.minus(window), until))
                        .toList();
        return CompletableFuture.allOf(sources.toArray(CompletableFuture[]::new))
                .exceptionally(_ -> null)
                .thenRun(() -> loaded = true);
    }

    private CompletableFuture<FactorySource> ask(FactorySource source, Instant from, Instant to) {
        return history.ask(queries -> {
            seamOf(source).reaches(read(queries, source, from, to));
            return source;
        });
    }

    /** Takes over what is stored of [from, to); the answer is up to where there was something. */
    private Instant read(HistorianQueries queries, FactorySource source, Instant from, Instant to)
            throws StoreFailure {
        List<StoredTag> stored = new ArrayList<>();
        List<TrendSeries> into = new ArrayList<>();
        for (StoredTag tag : queries.tags(source.topic())) {
            series.forEach((wanted, its) -> {
                if (wanted.source() == source && wanted.key().equals(tag.key())) {
                    stored.add(tag);
                    into.add(its);
                }
            });
        }
        int columns = (int) Math.max(1, BUCKETS * from.until(to).toMillis() / window.toMillis());
        TrendQuery query =
                new TrendQuery(source.topic(), stored, from, to, columns, Optional.empty());
        Instant reached = from;
        List<org.plantdeck.historian.store.TrendSeries> found =
                queries.trend(query, () -> false).orElse(List.of());
        for (int i = 0; i < found.size(); i++) {
            Instant end = fill(into.get(i), found.get(i), query);
            reached = end.isAfter(reached) ? end : reached;
        }
        return reached;
    }

    private Seam seamOf(FactorySource source) {
        return Objects.requireNonNull(seams.get(source));
    }

    private static Instant fill(
            TrendSeries into, org.plantdeck.historian.store.TrendSeries found, TrendQuery query) {
        Instant end = query.from();
        for (int column = 0; column < found.columns(); column++) {
            into.add(
                    query.start(column),
                    found.minimum(column),
                    found.maximum(column),
                    found.mean(column),
                    found.count(column));
            if (found.count(column) > 0) {
                end = query.start(column + 1);
            }
        }
        return end;
    }

    /** A new run of the plant may live through the same time again: what was before is gone. */
    @Override
    public void reading(Reading reading) {
        if (!reading.run().equals(run)) {
            boolean another = !run.isEmpty();
            run = reading.run();
            if (another) {
                series.values().forEach(TrendSeries::clear);
                seams.values().forEach(Seam::forget);
            }
        }
        series.forEach((tag, its) -> {
            if (tag.source() == reading.source()) {
                its.add(reading.measuredAt(), reading.values().get(tag.key()).asDouble());
            }
        });
        Seam seam = seams.get(reading.source());
        if (seam != null) {
            seam.lives(reading.measuredAt())
                    .ifPresent(it -> {
                        var _ =
                                ask(reading.source(), it.from(), it.to())
                                        .whenComplete((_, _) -> seam.answered());
                    });
        }
    }
}
