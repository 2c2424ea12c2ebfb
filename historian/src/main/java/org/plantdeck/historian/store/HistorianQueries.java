package org.plantdeck.historian.store;

import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What can be asked of the history, from the historian's own process or another one, while it is
 * being written. Threads: one at a time per instance; open one for each thread that asks.
 */
public interface HistorianQueries extends AutoCloseable {

    /**
     * Opens a historian's database for reading only; it needs no historian to run.
     *
     * @throws StoreFailure where there is no such database or it cannot be read
     */
    static HistorianQueries openReadOnly(Path database) throws StoreFailure {
        return SqliteQueries.openReadOnly(database);
    }

    /** Every topic of which something is stored, those of the plant first. */
    List<String> topics() throws StoreFailure;

    /**
     * Every tag that is stored of a topic: those of the catalogue, then those that came later; none
     * of a topic that is not stored.
     */
    List<StoredTag> tags(String topic) throws StoreFailure;

    /**
     * Opens the readings of a range in the order of timestamp, run and sequence. Holds about a
     * thousand readings in memory, and no lock or snapshot between two steps, however long its user
     * takes; so a reading that is stored while the cursor is open is seen if it lies ahead.
     */
    ReadingCursor open(ReadingQuery query) throws StoreFailure;

    /** Hands the readings of a range to a consumer in their order until it wants no more. */
    default void rows(ReadingQuery query, ReadingConsumer consumer) throws StoreFailure {
        ReadingCursor cursor = open(query);
        for (var next = cursor.next(); next.isPresent(); next = cursor.next()) {
            if (!consumer.accept(next.get())) {
                return;
            }
        }
    }

    /**
     * The newest readings of a topic with all its tags, the newest first.
     *
     * @param count how many at most, at least 1
     */
    List<StoredReading> latest(String topic, int count) throws StoreFailure;

    /**
     * The figures of some tags in columns of equal width, such as a screen has pixels, from one
     * pass over the readings of the range: about half a second for a week of a reading a second.
     *
     * <p>Two runs of the plant may have lived through the same simulated time, as after a fresh
     * start. A query that names no run shows one of them at a time: where the lives of several runs
     * overlap, the one whose newest reading was stored last, and elsewhere the one there is. A run
     * lives from the time of its first to that of its newest reading of the topic.
     *
     * @param abandoned asked by the thread that queries, every few hundred readings; true ends the
     *     query, such as when the screen has zoomed on
     * @return a series for each tag of the query in its order; empty where it was abandoned
     */
    Optional<List<TrendSeries>> trend(TrendQuery query, BooleanSupplier abandoned)
            throws StoreFailure;

    /**
     * What some tags were at one instant: a value for each tag of the query in its order, absent
     * where there is none near enough.
     */
    default List<Value> at(PointQuery query) throws StoreFailure {
        return PointValues.of(this, query);
    }

    /** How many readings of a topic there are, counted by an index: 20 ms for those of a week. */
    long rows(String topic) throws StoreFailure;

    /** The counts that say how good the stored data is. */
    DataQuality counts() throws StoreFailure;

    /** From when to when the history reaches. */
    HistoryExtent extent() throws StoreFailure;

    /** The days that were found damaged since this was opened, and what is wrong with each. */
    default Map<LocalDate, String> damages() {
        return Map.of();
    }

    @Override
    void close();
}
