package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.WindowCodec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The whole plant in one process, looked at from outside with clients that know nothing of it. */
@Timeout(240)
final class WholePlantTest {

    @TempDir private static Path temporary;
    private static Ground ground;
    private static Witness local;
    private static Witness cloud;

    @BeforeAll
    static void startThePlant() throws Exception {
        ground = new Ground(temporary, "simulation.history=0h", "simulation.speed=20");
        ground.headless();
        local = new Witness(ground.local(), "factory/+", "status/+");
        cloud = new Witness(ground.cloud(), "cloud/#", "status/+");
        cloud.awaitMore(AnalyticsWindow.TOPIC, 6);
    }

    @AfterAll
    static void endThePlant() {
        local.close();
        cloud.close();
        ground.close();
    }

    private static List<String> stockClient(int port, String filter, int count) throws Exception {
        return Peers.run(
                "mosquitto_sub",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-t",
                filter,
                "-C",
                Integer.toString(count),
                "-W",
                "60",
                "-v");
    }

    private static Reading reading(String topic, byte[] body) {
        FactorySource source = FactorySource.ofTopic(topic).orElseThrow();
        return switch (ReadingCodec.decode(source, body)) {
            case Decoded.Sound<Reading>(Reading reading) -> reading;
            case Decoded.Malformed<Reading>(String reason) -> throw new AssertionError(reason);
        };
    }

    private static AnalyticsWindow window(byte[] body) {
        return switch (WindowCodec.decode(body)) {
            case Decoded.Sound<AnalyticsWindow>(AnalyticsWindow window) -> window;
            case Decoded.Malformed<AnalyticsWindow>(String reason) ->
                    throw new AssertionError(reason);
        };
    }

    @Test
    void aStockClientSeesAReadingOfEachPlcEverySecond() throws Exception {
        Map<FactorySource, List<Reading>> found = new EnumMap<>(FactorySource.class);
        for (String line : stockClient(ground.localPort(), "factory/+", 30)) {
            int space = line.indexOf(' ');
            byte[] body = line.substring(space + 1).getBytes(StandardCharsets.UTF_8);
            Reading reading = reading(line.substring(0, space), body);
            found.computeIfAbsent(reading.source(), _ -> new ArrayList<>()).add(reading);
        }
        assertThat(found).containsOnlyKeys(FactorySource.values());
        found.values()
                .forEach(readings -> {
                    assertThat(readings).hasSizeGreaterThan(5);
                    for (int i = 1; i < readings.size(); i++) {
                        Reading before = readings.get(i - 1);
                        assertThat(readings.get(i).sequence()).isEqualTo(before.sequence() + 1);
                        assertThat(readings.get(i).measuredAt())
                                .isEqualTo(before.measuredAt().plusSeconds(1));
                    }
                });
    }

    @Test
    void aStockClientSeesAWindowEveryTenSecondsOnTheCloud() throws Exception {
        List<AnalyticsWindow> windows =
                stockClient(ground.cloudPort(), "cloud/factory/analytics", 3).stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .map(body -> window(body.getBytes(StandardCharsets.UTF_8)))
                        .toList();
        for (int i = 0; i < windows.size(); i++) {
            AnalyticsWindow window = windows.get(i);
            assertThat(Duration.between(window.start(), window.end())).hasSeconds(10);
            assertThat(window.end().getEpochSecond() % 10).isZero();
            assertThat(window.sequence()).isEqualTo(windows.getFirst().sequence() + i);
        }
    }

    @Test
    void theAveragesAreThoseOfTheRawReadings() throws Exception {
        cloud.awaitMore(AnalyticsWindow.TOPIC, 4);
        List<Reading> readings =
                local.all().stream()
                        .filter(it -> FactorySource.ofTopic(it.topic()).isPresent())
                        .map(it -> reading(it.topic(), it.body()))
                        .toList();
        Instant from = readings.getFirst().measuredAt().plusSeconds(2);
        Instant to = readings.getLast().measuredAt().minusSeconds(2);
        List<AnalyticsWindow> windows =
                cloud.of(AnalyticsWindow.TOPIC).stream()
                        .map(it -> window(it.body()))
                        .filter(it -> !it.start().isBefore(from) && !it.end().isAfter(to))
                        .toList();
        assertThat(windows).hasSizeGreaterThan(3);
        windows.forEach(window -> assertMadeFrom(readings, window));
    }

    private static void assertMadeFrom(List<Reading> readings, AnalyticsWindow window) {
        assertMean(
                window,
                "energy_analytics.power_consumption.average",
                of(readings, window, FactorySource.ENERGY, "power_consumption"));
        assertMean(
                window,
                "energy_analytics.power_factor.average",
                of(readings, window, FactorySource.ENERGY, "power_factor"));
        assertMean(
                window,
                "environment_analytics.temperature.average",
                of(readings, window, FactorySource.ENVIRONMENT, "temperature"));
        assertMean(
                window,
                "environment_analytics.co2.average",
                of(readings, window, FactorySource.ENVIRONMENT, "co2_level"));
        assertMean(
                window,
                "production_analytics.speed.average",
                of(readings, window, FactorySource.LINE, "line_speed"));
        assertMean(
                window,
                "production_analytics.vibration.average",
                of(readings, window, FactorySource.LINE, "vibration"));
    }

    private static double[] of(
            List<Reading> readings, AnalyticsWindow window, FactorySource source, String path) {
        return readings.stream()
                .filter(it -> it.source() == source)
                .filter(it -> !it.measuredAt().isBefore(window.start()))
                .filter(it -> it.measuredAt().isBefore(window.end()))
                .mapToDouble(it -> it.values().number(path).orElseThrow())
                .toArray();
    }

    private static void assertMean(AnalyticsWindow window, String path, double[] values) {
        assertThat(values).as(path).hasSize(10);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        assertThat(window.values().number(path).orElseThrow())
                .as(path)
                .isCloseTo(sum / values.length, within(1e-6));
    }

    @Test
    void everyPartSaysItIsOnline() throws Exception {
        for (String component :
                List.of("Plant", "PLC1", "PLC2", "PLC3", "Historian", "Bridge", "LocalBroker")) {
            local.awaitStatus(component, it -> it.health().state() == Health.State.ONLINE);
        }
        for (String component : List.of("Bridge", "Analytics", "CloudBroker")) {
            cloud.awaitStatus(component, it -> it.health().state() == Health.State.ONLINE);
        }
    }

    @Test
    void aStockSqliteReadsWhatIsStored() throws Exception {
        String database = ground.data().resolve("historian.db").toString();
        for (String table : List.of("manufacturing_data", "energy_data", "environmental_data")) {
            String counted =
                    "SELECT count(*) > 20, count(*) = max(sequence) - min(sequence) + 1,"
                            + " count(DISTINCT run) FROM "
                            + table;
            assertThat(Peers.run("sqlite3", "-readonly", database, counted))
                    .as(table)
                    .containsExactly("1|1|1");
        }
        String analytics = ground.data().resolve("analytics.db").toString();
        assertThat(
                        Peers.run(
                                "sqlite3",
                                "-readonly",
                                analytics,
                                "SELECT count(*) > 3, min(sequence) FROM analytics_data"))
                .containsExactly("1|1");
    }

    @Test
    void whatIsStoredIsExportedWhileThePlantRuns() throws Exception {
        try (ChildPlant export =
                new ChildPlant(
                        temporary.resolve("export.err"),
                        "export",
                        "--data",
                        ground.data().toString(),
                        "--tags",
                        "factory/energy/power_consumption,factory/line1/line_speed")) {
            List<String> rows = export.rest();
            assertThat(export.exitCode()).as(export.errors()).isZero();
            assertThat(rows.getFirst())
                    .contains("factory/energy/power_consumption")
                    .contains("factory/line1/line_speed");
            assertThat(rows).hasSizeGreaterThan(20);
        }
    }
}
