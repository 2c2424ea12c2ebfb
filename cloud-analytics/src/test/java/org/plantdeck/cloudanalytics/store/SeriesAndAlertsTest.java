package org.plantdeck.cloudanalytics.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.plantdeck.cloudanalytics.Windows.START;
import static org.plantdeck.cloudanalytics.Windows.leaves;
import static org.plantdeck.cloudanalytics.Windows.window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class SeriesAndAlertsTest {

    private static final String POWER = "energy_analytics.power_consumption.average";
    private static final Interval ALWAYS = new Interval(Instant.MIN, Instant.MAX);
    private static final String CO2 = "factory/environment/co2_level";

    @TempDir private Path directory;
    private AnalyticsDatabase database;
    private AnalyticsQueries queries;

    @BeforeEach
    void open() {
        Path file = directory.resolve("analytics.db");
        database = AnalyticsDatabase.open(file);
        queries = AnalyticsQueries.openReadOnly(file);
    }

    @AfterEach
    void close() throws SQLException {
        queries.close();
        database.close();
    }

    private static Interval seconds(long from, long to) {
        return new Interval(START.plusSeconds(from), START.plusSeconds(to));
    }

    private void put(String run, long sequence, String path, Value value) throws SQLException {
        database.transaction(() ->
                database.windows()
                        .add(window(run, sequence, leaves(sequence).put(path, value).build())));
    }

    private void powers(String run, double... powersKw) throws SQLException {
        for (int i = 0; i < powersKw.length; i++) {
            put(run, i + 1, POWER, Value.of(powersKw[i]));
        }
    }

    /** Each column as count, minimum, maximum and mean. */
    private static List<String> columns(LeafSeries series) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < series.columns(); i++) {
            columns.add(
                    String.format(
                            Locale.ROOT,
                            "%d %.1f..%.1f ~%.2f",
                            series.count(i),
                            series.minimum(i),
                            series.maximum(i),
                            series.mean(i)));
        }
        return columns;
    }

    @Test
    void aLeafIsGivenColumnByColumn() throws SQLException {
        powers("r", 5, 1, 3, 7, 2, 99);
        powers("other", 1_000, 1_000);
        put("r", 40, POWER, Value.of(-4.0));

        LeafSeries series = queries.series("r", POWER, seconds(0, 50), 5);
        assertThat(columns(series))
                .containsExactly(
                        "1 5.0..5.0 ~5.00",
                        "1 1.0..1.0 ~1.00",
                        "1 3.0..3.0 ~3.00",
                        "1 7.0..7.0 ~7.00",
                        "1 2.0..2.0 ~2.00");
        assertThat(columns(queries.series("r", POWER, seconds(10, 50), 1)))
                .containsExactly("4 1.0..7.0 ~3.25");
        assertThat(columns(queries.series("r", POWER, seconds(1, 401), 2)))
                .as("what lies between is no value")
                .containsExactly("5 1.0..99.0 ~22.40", "1 -4.0..-4.0 ~-4.00");
        assertThat(series.start(0)).isEqualTo(START);
        assertThat(series.start(3)).isEqualTo(START.plusSeconds(30));
        assertThat(series.start(5)).isEqualTo(START.plusSeconds(50));
    }

    @Test
    void whatIsNoNumberOrNotThereGivesEmptyColumns() throws SQLException {
        powers("r", 5, 1);

        String empty = "0 NaN..NaN ~NaN";
        Interval interval = seconds(0, 20);
        assertThat(columns(queries.series("r", "no.such.leaf", interval, 2)))
                .containsExactly(empty, empty);
        assertThat(columns(queries.series("nobody", POWER, interval, 1))).containsExactly(empty);
        String trend = "energy_analytics.power_consumption.trend";
        assertThat(columns(queries.series("r", trend, interval, 1))).containsExactly(empty);
        String absent = "environment_analytics.comfort.average";
        assertThat(columns(queries.series("r", absent, interval, 1))).containsExactly(empty);
        assertThat(columns(queries.series("r", POWER, seconds(5, 5), 1))).containsExactly(empty);
    }

    @Test
    void aSeriesThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queries.series("r", POWER, seconds(0, 1), 0))
                .withMessage("columns is 0, must be from 1 to 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queries.series("r", POWER, ALWAYS, 1))
                .withMessageEndingWith("is longer than a century");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queries.alerts("r", ALWAYS, 0))
                .withMessage("limit is 0, must be at least 1");
    }

    private static Instant since(long sequence) {
        return START.plusSeconds(10 * sequence - 5);
    }

    private static String alert(String condition, long since, double value, double limit) {
        return ("{\"tag\":\"%s\",\"condition\":\"%s\",\"value\":%s,\"limit\":%s,\"unit\":\"ppm\","
                        + "\"since\":\"%s\",\"message\":\"It is %s\"}")
                .formatted(CO2, condition, value, limit, IsoTime.format(since(since)), value);
    }

    private void alerts(long sequence, String... alerts) throws SQLException {
        put("r", sequence, "critical_alerts", Value.of("[" + String.join(",", alerts) + "]"));
    }

    private static AlertEpisode episode(
            String condition, long since, double extreme, long lastWindow, boolean active) {
        return new AlertEpisode(
                CO2,
                condition,
                1500,
                "ppm",
                since(since),
                extreme,
                "It is " + extreme,
                lastWindow,
                START.plusSeconds(10 * lastWindow),
                active);
    }

    @Test
    void anAlertIsOneEpisodeHoweverManyWindowsHaveIt() throws SQLException {
        alerts(1);
        alerts(2, alert("high", 2, 1510, 1500));
        alerts(3, alert("high", 2, 1600, 1500));
        alerts(4, alert("high", 2, 1490, 1500));
        alerts(5);
        alerts(6, alert("low", 6, 1400, 1500));
        alerts(7, alert("low", 6, 1300, 1500), alert("high", 7, 1700, 1500));
        alerts(8, alert("low", 6, 1350, 1500));

        assertThat(queries.alerts("r", ALWAYS, 10))
                .containsExactly(
                        episode("high", 7, 1700, 7, false),
                        episode("low", 6, 1300, 8, true),
                        episode("high", 2, 1600, 4, false));
        assertThat(queries.alerts("nobody", ALWAYS, 10)).isEmpty();
    }

    @Test
    void anEpisodeIsActiveByTheNewestWindowWhateverIsAskedFor() throws SQLException {
        alerts(1, alert("high", 1, 1510, 1500));
        alerts(2, alert("high", 1, 1800, 1500));
        alerts(3, alert("high", 1, 1900, 1500));

        assertThat(queries.alerts("r", seconds(0, 20), 10))
                .containsExactly(episode("high", 1, 1800, 2, true));
        assertThat(queries.alerts("r", seconds(30, 99), 10)).isEmpty();
    }

    @Test
    void theLimitKeepsThoseThatBeganLast() throws SQLException {
        for (long sequence = 1; sequence <= 20; sequence++) {
            alerts(
                    sequence,
                    alert("high", 1, 1500.0 + sequence, 1500),
                    alert("low", sequence, 1000, 1500));
        }

        assertThat(queries.alerts("r", ALWAYS, 2))
                .containsExactly(
                        episode("low", 20, 1000, 20, true), episode("low", 19, 1000, 19, false));
        assertThat(queries.alerts("r", ALWAYS, 21))
                .hasSize(21)
                .endsWith(episode("low", 1, 1000, 1, false), episode("high", 1, 1520, 20, true));
    }

    @Test
    void twoLimitsOfOneTagAreTwoEpisodes() throws SQLException {
        alerts(1, alert("high", 1, 3000, 1500), alert("high", 1, 3000, 2500));

        assertThat(queries.alerts("r", ALWAYS, 9))
                .extracting(AlertEpisode::limit)
                .containsExactly(2500.0, 1500.0);
    }

    @Test
    void whatIsNoAlertIsPassedOver() throws SQLException {
        alerts(1, "5", "{}", "{\"tag\":\"t\",\"value\":1}", alert("high", 1, 1510, 1500));
        put("r", 2, "critical_alerts", Value.of("[no json"));
        put("r", 3, "critical_alerts", Value.of(7L));
        put("r", 4, "critical_alerts", Value.absent());

        assertThat(queries.alerts("r", ALWAYS, 9))
                .containsExactly(episode("high", 1, 1510, 1, false));
    }

    @Test
    void aDatabaseWithoutAlertsHasNoEpisodes() {
        assertThat(queries.alerts("r", ALWAYS, 9)).isEmpty();
    }
}
