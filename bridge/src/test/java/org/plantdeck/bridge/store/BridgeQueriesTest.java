package org.plantdeck.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

class BridgeQueriesTest {

    private static final Instant START = Instant.parse("2026-11-21T06:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.250Z");

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("bridge.db");
    }

    private static AnalyticsWindow window(String run, long sequence) {
        Instant start = START.plusSeconds(10 * sequence);
        Leaves values =
                Leaves.builder()
                        .put("count.line1", 10)
                        .put("energy_analytics.power_consumption.average", Value.of(101.5))
                        .put("energy_analytics.efficiency.average", Value.absent())
                        .put("critical_alerts", "[]")
                        .build();
        return new AnalyticsWindow(run, sequence, start, start.plusSeconds(10), values);
    }

    private static void add(BridgeStore store, long position, AnalyticsWindow window) {
        store.transaction(() -> store.windows().add(position, window, closedAt(position)));
    }

    private static Instant closedAt(long position) {
        return NOW.plusSeconds(position);
    }

    @Test
    void theNewestWindowsComeFirstSentOrNot() {
        try (BridgeStore store = BridgeStore.open(file());
                BridgeQueries queries = BridgeQueries.openReadOnly(file())) {
            assertThat(queries.newest(5)).isEmpty();
            add(store, 1, window("a", 8));
            add(store, 2, window("a", 9));
            add(store, 3, window("b", 1));
            store.transaction(() -> store.windows().markSent(2, NOW.plusSeconds(60)));

            assertThat(queries.newest(2))
                    .containsExactly(
                            new KeptWindow(3, window("b", 1), closedAt(3), Optional.empty()),
                            new KeptWindow(
                                    2,
                                    window("a", 9),
                                    closedAt(2),
                                    Optional.of(NOW.plusSeconds(60))));
            assertThat(queries.newest(9))
                    .extracting(KeptWindow::position)
                    .containsExactly(3L, 2L, 1L);
        }
    }

    @Test
    void whatWaitsIsCountedWithItsAge() {
        try (BridgeStore store = BridgeStore.open(file());
                BridgeQueries queries = BridgeQueries.openReadOnly(file())) {
            assertThat(queries.unsentCount()).isZero();
            assertThat(queries.oldestUnsent()).isEmpty();
            for (long position = 1; position <= 4; position++) {
                add(store, position, window("a", position));
            }
            store.transaction(() -> store.windows().markSent(1, NOW));

            assertThat(queries.unsentCount()).isEqualTo(3);
            assertThat(queries.oldestUnsent()).contains(closedAt(2));
        }
    }

    @Test
    void theFileIsReadAfterTheBridgeHasEndedToo() {
        try (BridgeStore store = BridgeStore.open(file())) {
            add(store, 1, window("a", 1));
        }
        try (BridgeQueries queries = BridgeQueries.openReadOnly(file())) {
            assertThat(queries.newest(1)).hasSize(1);
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException, SQLException {
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> BridgeQueries.openReadOnly(file()))
                .withMessage(file() + " is not there yet; start the bridge first");

        Path empty = Files.createFile(folder.resolve("empty.db"));
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> BridgeQueries.openReadOnly(empty))
                .withMessage(empty + " holds no windows yet; start the bridge first");

        Path letter = Files.writeString(folder.resolve("letter.db"), "Dear Sir, ".repeat(99));
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> BridgeQueries.openReadOnly(letter))
                .withMessageStartingWith(letter + " cannot be read: ");

        BridgeStore.open(file()).close();
        sql("PRAGMA user_version = 9");
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> BridgeQueries.openReadOnly(file()))
                .withMessage(file() + " was written by another PlantDeck; read it with that one");
    }

    @Test
    void aWindowThatIsNoneIsNamedByItsPlace() throws SQLException {
        try (BridgeStore store = BridgeStore.open(file());
                BridgeQueries queries = BridgeQueries.openReadOnly(file())) {
            add(store, 7, window("a", 1));
            sql("UPDATE windows SET body = '{}'");

            assertThatExceptionOfType(PartFailure.class)
                    .isThrownBy(() -> queries.newest(1))
                    .withMessage(
                            file() + " cannot be read: window 7: run is missing or not a text");
        }
    }

    private void sql(String statement) throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var change = other.createStatement()) {
            change.execute(statement);
        }
    }
}
