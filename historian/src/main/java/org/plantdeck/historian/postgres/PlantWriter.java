package org.plantdeck.historian.postgres;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.LeavesJson;
import org.plantdeck.historian.store.RetentionClock;
import org.plantdeck.historian.store.RunLedger;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.Totals;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Puts the readings of the plant into their tables, each once by run and sequence. No constraint
 * watches over that, because one on a table of days would have to take the day in: the writer,
 * which is the only one, looks for a number that may be there already. Threads: one.
 */
final class PlantWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PlantWriter.class);

    private final Connection connection;
    private final TagBook tags;
    private final Totals totals;
    private final RunLedger ledger;
    private final RetentionClock clock;
    private final Map<FactorySource, DayTables> days = new EnumMap<>(FactorySource.class);

    /** Of this transaction, in the order they came. */
    private final Map<Key, Content> pending = new LinkedHashMap<>();

    private record Key(FactorySource source, String run, long sequence) {}

    /** What a reading says: when, and its leaves without those that are absent or left out. */
    private record Content(Instant at, Map<String, Value> leaves) {}

    /** From when to when the readings of a run are, of those that are written now. */
    private record Life(Instant first, Instant last) {
        static Life of(Content content) {
            return new Life(content.at(), content.at());
        }

        Life and(Life other) {
            return new Life(
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    PlantWriter(
            Connection connection,
            TagBook tags,
            Totals totals,
            RunLedger ledger,
            RetentionClock clock)
            throws SQLException {
        this.connection = connection;
        this.tags = tags;
        this.totals = totals;
        this.ledger = ledger;
        this.clock = clock;
        for (FactorySource source : FactorySource.values()) {
            days.put(source, DayTables.of(connection, PostgresSchema.table(source)));
        }
    }

    /** The days of a source's table. */
    DayTables days(FactorySource source) {
        return Objects.requireNonNull(days.get(source));
    }

    /**
     * Takes a reading in, to be written by {@link #write}.
     *
     * @return whether it is new
     */
    boolean take(Reading reading) throws SQLException {
        String run = LeavesJson.storable(reading.run());
        Key key = new Key(reading.source(), run, reading.sequence());
        RunLedger.Entry entry = ledger.entry(run, reading.source());
        if (entry.hasPassed(reading.sequence())) {
            totals.expired();
            return false;
        }
        int[] leftOut = {0};
        Content content = content(reading, leftOut);
        Optional<Content> known = Optional.ofNullable(pending.get(key));
        if (known.isEmpty() && entry.mayHold(reading.sequence())) {
            known = stored(key);
        }
        if (known.isPresent()) {
            comesAgain(reading, known.get().equals(content));
            return false;
        }
        pending.put(key, content);
        totals.leftOut(leftOut[0]);
        ledger.add(entry, reading.sequence());
        if (clock.sees(run, reading.measuredAt())) {
            ledger.runChanged(clock.text());
        }
        return true;
    }

    private Content content(Reading reading, int[] leftOut) throws SQLException {
        Map<String, Value> leaves = new HashMap<>();
        String topic = reading.source().topic();
        for (String path : reading.values().paths()) {
            Value value = LeavesJson.storable(reading.values().get(path));
            if (value instanceof Value.Absent) {
                continue;
            }
            String key = LeavesJson.storable(path);
            if (tags.knows(topic, key, value)) {
                leaves.put(key, value);
            } else {
                leftOut[0]++;
            }
        }
        return new Content(reading.measuredAt().truncatedTo(ChronoUnit.MILLIS), leaves);
    }

    private void comesAgain(Reading reading, boolean alike) {
        if (alike) {
            totals.repeated();
        } else if (totals.conflicting()) {
            LOG.atWarn()
                    .addKeyValue("topic", reading.source().topic())
                    .addKeyValue("run", reading.run())
                    .addKeyValue("sequence", reading.sequence())
                    .log("A reading came again with other content; the first one stays");
        }
    }

    private Optional<Content> stored(Key key) throws SQLException {
        String topic = key.source().topic();
        List<TagRow> known = tags.tags(topic);
        List<StoredTag> all = known.stream().map(TagRow::tag).toList();
        RowShape shape = new RowShape(topic, all, known);
        try (PreparedStatement select =
                connection.prepareStatement(shape.select() + " AND run = ? AND sequence = ?")) {
            select.setString(1, key.run());
            select.setLong(2, key.sequence());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(content(all, shape.read(row))) : Optional.empty();
            }
        }
    }

    private static Content content(List<StoredTag> all, StoredReading reading) {
        Map<String, Value> leaves = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (!(reading.values().get(i) instanceof Value.Absent)) {
                leaves.put(all.get(i).key(), reading.values().get(i));
            }
        }
        return new Content(reading.measuredAt(), leaves);
    }

    /** Writes what was taken in. */
    void write() throws SQLException {
        Map<FactorySource, List<Map.Entry<Key, Content>>> bySource =
                pending.entrySet().stream()
                        .collect(Collectors.groupingBy(it -> it.getKey().source()));
        for (Map.Entry<FactorySource, List<Map.Entry<Key, Content>>> each : bySource.entrySet()) {
            FactorySource source = each.getKey();
            days(source)
                    .ensure(
                            each.getValue().stream()
                                    .map(it -> TimeLiteral.dayOf(it.getValue().at()))
                                    .collect(Collectors.toSet()));
            copy(source, each.getValue());
        }
    }

    private void copy(FactorySource source, List<Map.Entry<Key, Content>> readings)
            throws SQLException {
        List<StoredTag> columns = new ArrayList<>();
        StringJoiner names = new StringJoiner(", ", " (run, sequence, timestamp, more, ", ")");
        for (TagRow tag : tags.tags(source.topic())) {
            if (tag.hasColumn()) {
                columns.add(tag.tag());
                names.add(PostgresSchema.quoted(tag.tag().column()));
            }
        }
        CopyText rows = new CopyText();
        for (Map.Entry<Key, Content> reading : readings) {
            Map<String, Value> leaves = reading.getValue().leaves();
            Map<String, Value> more = new LinkedHashMap<>(leaves);
            columns.stream()
                    .filter(it -> isAtHome(it, leaves.get(it.key())))
                    .forEach(it -> more.remove(it.key()));
            rows.field(reading.getKey().run())
                    .field(reading.getKey().sequence())
                    .field(reading.getValue().at())
                    .field(more.isEmpty() ? null : LeavesJson.write(more));
            for (StoredTag column : columns) {
                rows.field(column, leaves.getOrDefault(column.key(), Value.absent()));
            }
            rows.endRow();
        }
        rows.send(connection, PostgresSchema.table(source) + names);
    }

    /** Whether the column of a tag holds a value with its kind. */
    private static boolean isAtHome(StoredTag tag, @Nullable Value value) {
        return switch (value) {
            case null -> true;
            case Value.Real _ -> tag.type() == TagType.NUMBER;
            case Value.Whole _ -> tag.type() == TagType.COUNT;
            case Value.Flag _ -> tag.type() == TagType.FLAG;
            case Value.Text _ -> tag.type() == TagType.TEXT;
            case Value.Absent _ -> true;
        };
    }

    /** Notes how far the runs that were written reach; their rows in the ledger must be there. */
    void noteLives() throws SQLException {
        Map<Key, Life> lives = new LinkedHashMap<>();
        pending.forEach((key, content) ->
                lives.merge(new Key(key.source(), key.run(), 0), Life.of(content), Life::and));
        pending.clear();
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE runs SET first_at = least(first_at, ?), last_at = greatest(last_at,"
                                + " ?) WHERE run = ? AND topic = ?")) {
            for (Map.Entry<Key, Life> life : lives.entrySet()) {
                update.setObject(1, utc(life.getValue().first()));
                update.setObject(2, utc(life.getValue().last()));
                update.setString(3, life.getKey().run());
                update.setString(4, life.getKey().source().topic());
                update.executeUpdate();
            }
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
