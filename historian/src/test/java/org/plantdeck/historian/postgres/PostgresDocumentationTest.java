package org.plantdeck.historian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.reading;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/postgresql.md says is so. */
@ExtendWith(OnPostgres.class)
class PostgresDocumentationTest {

    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyQueryGivesAnAnswer(PostgresServer server) throws Exception {
        List<Reading> readings = new ArrayList<>();
        for (long sequence = 1; sequence <= 2_000; sequence++) {
            for (FactorySource source : FactorySource.values()) {
                if (sequence != 700) {
                    readings.add(
                            with(
                                    reading(source, "r1", sequence),
                                    "gearbox.oil-temp",
                                    Value.of(55.5)));
                }
            }
        }
        Leaves oven = Leaves.builder().put("temp", Value.of(21.5)).build();
        try (ReadingStore store = PostgresReadingStore.open(server, () -> START)) {
            store.append(
                    new ReadingBatch(
                            readings, List.of(new Observation("test/oven", START, oven)), 0, 0));
        }
        String document = Files.readString(Path.of("..", "docs", "postgresql.md"));
        int queries = 0;
        try (Connection connection = server.openForReading();
                Statement statement = connection.createStatement()) {
            for (Matcher block = SQL.matcher(document); block.find(); queries++) {
                try (ResultSet row = statement.executeQuery(block.group(1))) {
                    assertThat(row.next()).as(block.group(1)).isTrue();
                    assertThat(row.getObject(row.getMetaData().getColumnCount())).isNotNull();
                }
            }
        }
        assertThat(queries).isGreaterThan(5);
    }
}
