package org.plantdeck.historian.postgres;

import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A history in a schema of its own, with its writer and a reader. */
@ExtendWith(OnPostgres.class)
abstract class PostgresHistory {

    static final String LINE = FactorySource.LINE.topic();

    PostgresServer server;
    Instant now = START;
    ReadingStore store;
    HistorianQueries history;

    @BeforeEach
    void open(PostgresServer fresh) throws StoreFailure {
        server = fresh;
        store = PostgresReadingStore.open(server, () -> now);
        history = PostgresQueries.open(server);
    }

    @AfterEach
    void close() {
        history.close();
        store.close();
    }

    void reopen() throws StoreFailure {
        store.close();
        store = PostgresReadingStore.open(server, () -> now);
    }

    void append(Reading... readings) throws StoreFailure {
        store.append(ReadingBatch.of(List.of(readings)));
    }

    void observe(Observation... observations) throws StoreFailure {
        store.append(new ReadingBatch(List.of(), List.of(observations), 0, 0));
    }

    static Observation observed(String topic, Instant at, Leaves.Builder values) {
        return new Observation(topic, at, values.build());
    }

    List<StoredReading> all(String topic) throws StoreFailure {
        List<StoredReading> readings = new ArrayList<>();
        List<StoredTag> tags = history.tags(topic);
        history.rows(new ReadingQuery(topic, Instant.MIN, Instant.MAX, tags), readings::add);
        return readings;
    }

    Value value(String topic, String key) throws StoreFailure {
        List<StoredTag> tags = history.tags(topic);
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).key().equals(key)) {
                return all(topic).getLast().values().get(i);
            }
        }
        throw new AssertionError(key + " is not stored");
    }

    List<String> sql(String query) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = server.openForReading();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
