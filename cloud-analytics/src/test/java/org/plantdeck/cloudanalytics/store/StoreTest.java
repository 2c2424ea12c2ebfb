package org.plantdeck.cloudanalytics.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plantdeck.cloudanalytics.Windows.leaves;
import static org.plantdeck.cloudanalytics.Windows.window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.cloudanalytics.Windows;
import org.plantdeck.cloudanalytics.gaps.GapPolicy;
import org.plantdeck.cloudanalytics.gaps.RunGaps;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.kpis.Kpis;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

class StoreTest {

    @TempDir Path directory;

    private Path file;
    private AnalyticsDatabase database;

    @BeforeEach
    void open() {
        file = directory.resolve("analytics.db");
        database = AnalyticsDatabase.open(file);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private boolean add(AnalyticsWindow window) throws SQLException {
        return database.transaction(() -> database.windows().add(window));
    }

    private void addRun(String run, long windows) throws SQLException {
        database.transaction(() -> {
            RunGaps gaps = new RunGaps(run, GapPolicy.USUAL);
            for (long sequence = 1; sequence <= windows; sequence++) {
                database.windows().add(window(run, sequence));
                gaps.arrived(sequence, Windows.START);
            }
            database.runs().store(gaps);
            return windows;
        });
    }

    /** What any SQLite tool sees. */
    private List<String> sql(String query) throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                cells.add(row.getString(1));
            }
        }
        return cells;
    }

    @Test
    void aWindowHasAColumnALeafInTheOrderOfTheBody() throws SQLException {
        add(window("r", 1));

        assertThat(sql("SELECT name FROM pragma_table_info('analytics_data')"))
                .containsExactly(
                        "run",
                        "sequence",
                        "window_start",
                        "window_end",
                        "count_line1",
                        "energy_analytics_power_consumption_average",
                        "energy_analytics_power_consumption_trend",
                        "energy_analytics_energy_total_last",
                        "environment_analytics_comfort_average",
                        "critical_alerts");
        assertThat(sql("SELECT window_start || ' ' || window_end FROM analytics_data"))
                .containsExactly("2026-11-21T06:10:00.000Z 2026-11-21T06:10:10.000Z");
    }

    @Test
    void aValueKeepsTheKindItWasPublishedWith() throws SQLException {
        add(window("r", 1));

        assertThat(
                        sql(
                                "SELECT typeof(count_line1) || ' ' ||"
                                    + " typeof(energy_analytics_power_consumption_average) || ' '"
                                    + " || typeof(energy_analytics_power_consumption_trend) || ' '"
                                    + " || typeof(environment_analytics_comfort_average) FROM"
                                    + " analytics_data"))
                .containsExactly("integer real text null");
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.latestWindow("r")).contains(window("r", 1));
        }
    }

    @Test
    void theFirstOfTwoWindowsWithOneNumberStays() throws SQLException {
        assertThat(add(window("r", 1))).isTrue();
        assertThat(add(window("r", 1, Leaves.builder().put("other", 1).build()))).isFalse();

        assertThat(sql("SELECT count_line1 FROM analytics_data")).containsExactly("10");
    }

    @Test
    void aNewLeafGetsAColumnAndOldWindowsLackIt() throws SQLException {
        add(window("r", 1));
        add(window("r", 2, leaves(2).put("novel.leaf", 3).build()));

        assertThat(sql("SELECT novel_leaf FROM analytics_data ORDER BY sequence"))
                .containsExactly(null, "3");
    }

    @Test
    void leavesWhoseNamesComeToOneColumnAreKeptApart() throws SQLException {
        Leaves values =
                Leaves.builder()
                        .put("a.b", 1)
                        .put("a_b", 2)
                        .put("A_B", 3)
                        .put("window.start", 4)
                        .put("od\"d\0", 5)
                        .put("", 6)
                        .put("rowid", 7)
                        .put("select", 8)
                        .put("größe\uD83D\uDE00", 9)
                        .build();
        add(window("r", 1, values));

        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.latestWindow("r").orElseThrow().values()).isEqualTo(values);
        }
    }

    @Test
    void moreLeavesThanTheTableTakesAreLeftOutAndCounted() throws SQLException {
        Leaves.Builder many = Leaves.builder();
        LongStream.range(0, LeafColumns.COLUMNS_MAX + 5L).forEach(i -> many.put("leaf" + i, i));
        many.put("x".repeat(500), 1);

        assertThat(add(window("r", 1, many.build()))).isTrue();

        assertThat(database.windows().leavesLeftOut()).isEqualTo(6);
        assertThat(sql("SELECT count(*) FROM pragma_table_info('analytics_data')"))
                .containsExactly(Integer.toString(LeafColumns.COLUMNS_MAX + 4));
    }

    @Test
    void aFileOfALaterVersionIsLeftAlone() throws SQLException {
        database.close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }

        assertThatThrownBy(() -> AnalyticsDatabase.open(file))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("later PlantDeck");
        database = AnalyticsDatabase.open(directory.resolve("another.db"));
    }

    @Test
    void whatHoldsInTheFileIsDurable() throws SQLException {
        assertThat(sql("PRAGMA journal_mode")).containsExactly("wal");
        assertThat(sql("PRAGMA user_version")).containsExactly("1");
        assertThat(sql("SELECT name FROM sqlite_master WHERE name = 'predictions'")).isEmpty();
    }

    @Test
    void whatACrashLeavesIsEveryCommittedWindowAndNoOther() throws Exception {
        addRun("r", 20);
        Path crashed = directory.resolve("crashed.db");
        database.transaction(() -> {
            database.windows().add(window("r", 21));
            copy(crashed);
            return true;
        });

        try (AnalyticsDatabase reopened = AnalyticsDatabase.open(crashed)) {
            assertThat(reopened.windows().between("r", 0, 100, 100)).hasSize(20);
            assertThat(reopened.runs().ledger(GapPolicy.USUAL).find("r").orElseThrow().newest())
                    .isEqualTo(20);
        }
    }

    private void copy(Path crashed) {
        try {
            Files.copy(file, crashed);
            Files.copy(Path.of(file + "-wal"), Path.of(crashed + "-wal"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void queriesReadBesideTheWriterAndAfterIt() throws SQLException {
        addRun("old", 2);
        addRun("new", 400);
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.runs()).containsExactly("old", "new");
            assertThat(queries.currentRun()).contains("new");
            addRun("newer", 1);
            assertThat(queries.currentRun()).contains("newer");
        }
        database.close();

        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.latestWindow("new").map(AnalyticsWindow::sequence)).contains(400L);
            assertThat(queries.latestWindow("nobody")).isEmpty();
        }
        database = AnalyticsDatabase.open(file);
    }

    @Test
    void aRangeHasItsFirstInstantAndNotItsLast() throws SQLException {
        addRun("r", 10);
        List<Long> sequences = new ArrayList<>();
        Interval interval =
                new Interval(Windows.START.plusSeconds(10), Windows.START.plusSeconds(30));

        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            queries.windows("r", interval, window -> sequences.add(window.sequence()));
        }

        assertThat(sequences).containsExactly(2L, 3L);
    }

    @Test
    void keyFiguresAreCutToWhatTheRunHasLivedThrough() throws SQLException {
        addRun("r", 720);
        Interval always =
                new Interval(Windows.START.minusSeconds(99), Windows.START.plusSeconds(99999));

        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            Kpis kpis = queries.kpis("r", always);
            assertThat(kpis.interval())
                    .isEqualTo(new Interval(Windows.START, Windows.START.plusSeconds(7200)));
            assertThat(kpis.completeness()).hasValue(1);
            assertThat(kpis.energy().consumedKwh()).hasValue(719 / 4.0);
            assertThat(queries.hours("r", always))
                    .extracting(Kpis::windows)
                    .containsExactly(300L, 360L, 60L);
            assertThat(queries.days("r", always, ZoneOffset.UTC))
                    .extracting(Kpis::windows)
                    .containsExactly(720L);
            assertThat(queries.kpis("nobody", always).windows()).isZero();
        }
    }

    @Test
    void energyBeforeTheIntervalsFirstWindowEndsIsCounted() throws SQLException {
        addRun("r", 20);
        Interval interval =
                new Interval(Windows.START.plusSeconds(100), Windows.START.plusSeconds(200));

        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.kpis("r", interval).energy().consumedKwh()).hasValue(2.5);
        }
    }

    @Test
    void aFileThatIsNotThereYetIsNamed() {
        assertThatThrownBy(() -> AnalyticsQueries.openReadOnly(directory.resolve("none.db")))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("none.db");
    }
}
