package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.TestReadings;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Of energy: a reading with a power every 10 s up to 100 s, without one from 60 s on. */
class PointQueryTest {

    private static final String TOPIC = FactorySource.ENERGY.topic();
    private static final Duration HOLD = Duration.ofSeconds(25);

    @TempDir Path directory;

    private HistorianQueries history;

    @BeforeEach
    void store() throws StoreFailure {
        Path database = directory.resolve("historian.db");
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            Reading reading = TestReadings.at(FactorySource.ENERGY, "r1", i + 1, at(10L * i));
            Value power = i < 6 ? Value.of(100.0 + i * i) : Value.absent();
            readings.add(TestReadings.with(reading, "power_consumption", power));
        }
        try (ReadingStore store = SqliteReadingStore.open(database)) {
            store.append(ReadingBatch.of(readings));
        }
        history = HistorianQueries.openReadOnly(database);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static Instant at(long seconds) {
        return TestReadings.START.plusSeconds(seconds);
    }

    private Value power(long seconds, Between between) throws StoreFailure {
        List<StoredTag> tags =
                history.tags(TOPIC).stream()
                        .filter(it -> it.key().equals("power_consumption"))
                        .toList();
        List<Value> values = history.at(new PointQuery(TOPIC, tags, at(seconds), HOLD, between));
        assertThat(values).hasSize(1);
        return values.getFirst();
    }

    @Test
    void aSteppedValueIsTheLastOneThatHolds() throws StoreFailure {
        assertThat(power(20, Between.STEPPED)).isEqualTo(Value.of(104.0));
        assertThat(power(29, Between.STEPPED)).isEqualTo(Value.of(104.0));
        assertThat(power(75, Between.STEPPED)).isEqualTo(Value.of(125.0));
        assertThat(power(76, Between.STEPPED)).isEqualTo(Value.absent());
        assertThat(power(-1, Between.STEPPED)).isEqualTo(Value.absent());
    }

    @Test
    void aLinearValueIsBetweenTwoAndElseTheLastOne() throws StoreFailure {
        assertThat(power(20, Between.LINEAR)).isEqualTo(Value.of(104.0));
        assertThat(power(24, Between.LINEAR)).isEqualTo(Value.of(106.0));
        assertThat(power(60, Between.LINEAR)).isEqualTo(Value.of(125.0));
    }

    @Test
    void tagsThatCameAtOtherTimesAreEachFound() throws StoreFailure {
        List<StoredTag> tags = history.tags(TOPIC);
        List<Value> values = history.at(new PointQuery(TOPIC, tags, at(74), HOLD, Between.STEPPED));
        assertThat(values).doesNotContain(Value.absent());
    }

    @Test
    void aValueThatHoldsForNoTimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PointQuery(TOPIC, List.of(), at(0), Duration.ZERO, Between.LINEAR))
                .withMessageContaining("hold");
    }
}
