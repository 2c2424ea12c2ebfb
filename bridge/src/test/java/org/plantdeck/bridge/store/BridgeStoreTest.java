package org.plantdeck.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.bridge.alerts.AlertState;
import org.plantdeck.bridge.assembly.RunState;
import org.plantdeck.bridge.trends.TrendPoint;
import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.bridge.windows.Sample;
import org.plantdeck.bridge.windows.SourceState;
import org.plantdeck.bridge.windows.WindowPosition;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

class BridgeStoreTest {

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("deeper").resolve("bridge.db");
    }

    private static Sample sample(long second) {
        return Sample.of(FactoryReadings.at("run", FactorySource.LINE, second));
    }

    @Test
    void aRunReadsBackAsItWasKept() {
        long start = FactoryReadings.START.plusSeconds(10).toEpochMilli();
        RunState state =
                new RunState(
                        new WindowPosition(start, 7),
                        1_018,
                        List.of(new TrendPoint(start - 10_000, 111.1), new TrendPoint(start, 0.1)),
                        List.of(new TrendPoint(start, -3.25)),
                        List.of(
                                new AlertState(
                                        "co2-high",
                                        "CO2",
                                        AlertState.Phase.CLEARING,
                                        start - 5_000,
                                        start - 1_000,
                                        2,
                                        1_440.5)),
                        Map.of(FactorySource.LINE, new SourceState(1, 14, 2, "3-4", start)),
                        List.of());
        try (BridgeStore store = BridgeStore.open(file())) {
            store.transaction(() -> {
                store.runs().add("run", sample(9));
                store.runs().add("run", sample(10));
                store.runs().save("run", state.sources());
                store.runs().save("run", state);
            });
        }
        try (BridgeStore store = BridgeStore.open(file())) {
            assertThat(store.runs().open()).containsExactly("run");
            RunState again = store.runs().load("run");
            assertThat(again).usingRecursiveComparison().ignoringFields("open").isEqualTo(state);
            assertThat(again.open()).usingRecursiveComparison().isEqualTo(List.of(sample(10)));
            assertThat(store.runs().load("other")).isEqualTo(RunState.FRESH);
        }
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try (BridgeStore store = BridgeStore.open(file())) {
            assertThatThrownBy(() ->
                            store.transaction(() -> {
                                store.runs().add("run", sample(1));
                                store.runs().add("run", sample(1));
                            }))
                    .isInstanceOf(StoreFailure.class);
            assertThat(store.runs().open()).isEmpty();
            store.transaction(() -> store.runs().add("run", sample(1)));
            assertThat(store.runs().open()).containsExactly("run");
        }
    }

    @Test
    void aKillWithinATransactionLeavesNothingOfIt() throws IOException {
        Path copy = folder.resolve("copy.db");
        try (BridgeStore store = BridgeStore.open(file())) {
            store.transaction(() -> store.runs().add("run", sample(1)));
            store.transaction(() -> {
                store.runs().add("run", sample(2));
                copyTo(copy);
            });
        }
        try (BridgeStore store = BridgeStore.open(copy)) {
            assertThat(store.runs().load("run").open())
                    .usingRecursiveComparison()
                    .isEqualTo(List.of(sample(1)));
        }
    }

    private void copyTo(Path copy) {
        try {
            Files.copy(file(), copy);
            Files.copy(
                    file().resolveSibling("bridge.db-wal"),
                    copy.resolveSibling(copy.getFileName() + "-wal"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedByName() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(
                file(), "this is not a database, but long enough to be looked at".repeat(9));
        assertThatThrownBy(() -> BridgeStore.open(file()))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining(file().toString())
                .hasMessageEndingWith("make it writable, or move it away to begin anew");
    }

    @Test
    void aFileOfALaterVersionIsRefused() throws SQLException {
        BridgeStore.open(file()).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 9");
        }
        assertThatThrownBy(() -> BridgeStore.open(file()))
                .isInstanceOf(PartFailure.class)
                .hasMessage(
                        "bridge: "
                                + file()
                                + " was written by a later PlantDeck; start that one or move it"
                                + " away");
    }
}
