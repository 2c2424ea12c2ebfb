package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.fixtures.PostgresCluster;
import org.plantdeck.historian.postgres.PostgresReadingStore;
import org.plantdeck.historian.postgres.PostgresServer;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the command line does with a history that is kept in PostgreSQL. */
class HistoryOnServerTest {

    private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir private static Path data;
    private static PostgresCluster cluster;

    @BeforeAll
    static void record() throws Exception {
        Optional<Path> programs = PostgresCluster.programs();
        if (programs.isEmpty() && Boolean.getBoolean("peers.required")) {
            fail("postgresql is not installed, and -Dpeers.required=true wants its tests run");
        }
        Assumptions.assumeTrue(programs.isPresent(), "postgresql is not installed");
        cluster = PostgresCluster.start(programs.orElseThrow());
        Files.writeString(data.resolve("password"), PostgresCluster.PASSWORD + "\n");
        Files.writeString(
                data.resolve("plantdeck.yaml"),
                """
                historian.store: %s
                historian.store-user: plant
                historian.store-password-file: password
                """
                        .formatted(cluster.url("postgres")));
        PostgresServer server =
                new PostgresServer(
                        cluster.url("postgres"),
                        Optional.of(PostgresCluster.USER),
                        Optional.of(data.resolve("password")));
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            readings.add(
                    new Reading(
                            FactorySource.ENERGY,
                            "r1",
                            i + 1,
                            START.plusSeconds(i),
                            Leaves.builder().put("power_consumption", Value.of(i + 0.5)).build()));
        }
        try (ReadingStore store = PostgresReadingStore.open(server, () -> START)) {
            store.append(ReadingBatch.of(readings));
        }
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void theExportIsOfWhatTheServerHas() throws Exception {
        Path csv = data.resolve("out.csv");
        Outcome outcome =
                Outcome.of(
                        "export",
                        "--data",
                        data.toString(),
                        "--tags",
                        "factory/energy/power_consumption",
                        "--out",
                        csv.toString());

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readAllLines(csv))
                .hasSize(2_501)
                .startsWith(
                        "timestamp,factory/energy/power_consumption",
                        "2026-11-22T06:00:00.000Z,0.5")
                .endsWith("2026-11-22T06:41:39.000Z,2499.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "historian backup",
                "historian verify",
                "historian restore --from x.zip",
                "demo-data"
            })
    void whatIsDoneWithFilesNamesTheServersOwnPrograms(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.addAll(List.of("--data", data.toString()));
        Outcome outcome = Outcome.of(words.toArray(String[]::new));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("/postgres (historian.store): use pg_dump");
    }

    @Test
    void anAddressThatIsNoneIsNamedByItsSetting() {
        Outcome outcome =
                Outcome.of(
                        "export",
                        "--data",
                        data.toString(),
                        "--set",
                        "historian.store=jdbc:postgresql://h/d?password=geheim");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("historian.store holds a password")
                .doesNotContain("geheim");
    }
}
