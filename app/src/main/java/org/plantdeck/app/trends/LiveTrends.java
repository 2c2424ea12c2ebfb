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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        tags.forEach(tag -> series.put(tag, new TrendSeries(window, BUCKETS)));
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
        List<CompletableFuture<FactorySource>> sources = new ArrayList<>();
        for (FactorySource source : FactorySource.values()) {
            List<Tag> tags = series.keySet().stream().filter(it -> it.source() == source).toList();
            if (!tags.isEmpty()) {
                sources.add(
                        history.ask(queries -> {
                            read(queries, source, tags, until);
                            return source;
                        }));
            }
        }
        return CompletableFuture.allOf(sources.toArray(CompletableFuture[]::new))
                .exceptionally(_ -> null)
                .thenRun(() -> loaded = true);
    }

    private void read(HistorianQueries queries, FactorySource source, List<Tag> tags, Instant until)
            throws StoreFailure {
        List<StoredTag> stored = new ArrayList<>();
        List<TrendSeries> into = new ArrayList<>();
        for (Tag tag : tags) {
            Optional<StoredTag> its =
                    queries.tags(source).stream()
                            .filter(it -> it.key().equals(tag.key()))
                            .findFirst();
            its.ifPresent(it -> {
                stored.add(it);
                into.add(of(tag));
            });
        }
        TrendQuery query =
                new TrendQuery(
                        source, stored, until.minus(window), until, BUCKETS, Optional.empty());
        queries.trend(query, () -> false)
                .ifPresent(found -> {
                    for (int i = 0; i < into.size(); i++) {
                        fill(into.get(i), found.get(i), query);
                    }
                });
    }

    private static void fill(
            TrendSeries into, org.plantdeck.historian.store.TrendSeries found, TrendQuery query) {
        for (int column = 0; column < found.columns(); column++) {
            into.add(
                    query.start(column),
                    found.minimum(column),
                    found.maximum(column),
                    found.mean(column),
                    found.count(column));
        }
    }

    /** A new run of the plant may live through the same time again: what was before is gone. */
    @Override
    public void reading(Reading reading) {
        if (!reading.run().equals(run)) {
            boolean another = !run.isEmpty();
            run = reading.run();
            if (another) {
                series.values().forEach(TrendSeries::clear);
            }
        }
        series.forEach((tag, its) -> {
            if (tag.source() == reading.source()) {
                its.add(reading.measuredAt(), reading.values().get(tag.key()).asDouble());
            }
        });
    }
}
