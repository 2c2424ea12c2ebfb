package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.ArchiveReader;
import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.ReadingCursor;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The history as a whole. Rows of the plant's topics come from their tables, whatever else is
 * recorded from the archive, and trends from the archive as far as it reaches back; what was
 * recorded before there was one, from the tables. Threads: one at a time.
 */
public final class RecordedHistory implements HistorianQueries {

    private final HistorianQueries tables;
    private final Path folder;
    private Optional<ArchivedTopics> archive = Optional.empty();

    private RecordedHistory(HistorianQueries tables, Path folder) {
        this.tables = tables;
        this.folder = folder;
    }

    /**
     * Opens a history for reading only; it needs no historian to run.
     *
     * @param database the file with the tables; the archive is the folder {@code history} beside
     *     it, which a history of before may not have
     * @throws StoreFailure where there is no such database or it cannot be read
     */
    public static HistorianQueries open(Path database) throws StoreFailure {
        return new RecordedHistory(HistorianQueries.openReadOnly(database), archiveOf(database));
    }

    /** Where the archive is that belongs to a database. */
    public static Path archiveOf(Path database) {
        return database.resolveSibling("history");
    }

    /** The archive, as soon as there is one. */
    private Optional<ArchivedTopics> archive() throws StoreFailure {
        if (archive.isEmpty() && ArchiveReader.isThere(folder)) {
            archive = Optional.of(new ArchivedTopics(ArchiveReader.open(folder)));
        }
        return archive;
    }

    private boolean hasTable(String topic) throws StoreFailure {
        return tables.topics().contains(topic);
    }

    @Override
    public List<String> topics() throws StoreFailure {
        List<String> topics = new ArrayList<>(tables.topics());
        Optional<ArchivedTopics> more = archive();
        if (more.isPresent()) {
            more.get().topics().stream().filter(it -> !topics.contains(it)).forEach(topics::add);
        }
        return topics;
    }

    @Override
    public List<StoredTag> tags(String topic) throws StoreFailure {
        if (hasTable(topic)) {
            return tables.tags(topic);
        }
        Optional<ArchivedTopics> its = archive();
        return its.isPresent() ? its.get().tags(topic) : List.of();
    }

    @Override
    public ReadingCursor open(ReadingQuery query) throws StoreFailure {
        Optional<ArchivedTopics> its = archive();
        return hasTable(query.topic()) || its.isEmpty()
                ? tables.open(query)
                : its.get().open(query);
    }

    @Override
    public List<StoredReading> latest(String topic, int count) throws StoreFailure {
        Optional<ArchivedTopics> its = archive();
        return hasTable(topic) || its.isEmpty()
                ? tables.latest(topic, count)
                : its.get().latest(topic, count);
    }

    @Override
    public Optional<List<TrendSeries>> trend(TrendQuery query, BooleanSupplier abandoned)
            throws StoreFailure {
        Optional<ArchivedTopics> its = archive();
        if (its.isPresent() && reachesBack(its.get(), query)) {
            return its.get().trend(query, abandoned);
        }
        return hasTable(query.topic()) ? tables.trend(query, abandoned) : Optional.of(List.of());
    }

    /** Whether the archive has whatever the tables have of the range of a query. */
    private boolean reachesBack(ArchivedTopics archived, TrendQuery query) throws StoreFailure {
        Optional<Instant> first = archived.first(query.topic());
        if (first.isEmpty()) {
            return false;
        }
        if (!hasTable(query.topic()) || !query.from().isBefore(first.get())) {
            return true;
        }
        Instant to = query.to().isBefore(first.get()) ? query.to() : first.get();
        ReadingQuery before = new ReadingQuery(query.topic(), query.from(), to, List.of());
        return tables.open(before).next().isEmpty();
    }

    @Override
    public long rows(String topic) throws StoreFailure {
        return hasTable(topic) ? tables.rows(topic) : 0;
    }

    @Override
    public DataQuality counts() throws StoreFailure {
        return tables.counts();
    }

    @Override
    public HistoryExtent extent() throws StoreFailure {
        HistoryExtent rows = tables.extent();
        Optional<ArchivedTopics> its = archive();
        return its.isPresent() ? its.get().extend(rows) : rows;
    }

    @Override
    public Map<LocalDate, String> damages() {
        return archive.map(ArchivedTopics::damages).orElse(Map.of());
    }

    @Override
    public void close() {
        tables.close();
        archive.ifPresent(ArchivedTopics::close);
    }
}
