package org.plantdeck.historian.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.historian.TestReadings;
import org.plantdeck.historian.imports.ImportResult.Outcome;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What one history exports and another one imports comes out of that as the same bytes. */
class RoundTripTest {

    /** Some minutes before clocks in Vienna are turned back. */
    private static final Instant START = Instant.parse("2026-10-25T00:50:00Z");

    private static final String[] STAMPED = {
        "factory/line1/run",
        "factory/line1/sequence",
        "factory/energy/run",
        "factory/energy/sequence",
        "factory/line1/pressure",
        "factory/line1/status",
        "factory/line1/extra",
        "factory/energy/power_consumption",
        "cell/a/real",
        "cell/a/text",
        "cell/a/flag",
        "cell/a/count",
        "cell/b.c/real"
    };

    private static final Random RANDOM = new Random(2_026);

    @TempDir private static Path shared;
    private static Path from;

    @TempDir private Path folder;
    private ImportGround ground;
    private Path to;

    @BeforeEach
    void lay() {
        ground = new ImportGround(folder);
        to = ground.history("to");
    }

    @BeforeAll
    static void record() throws Exception {
        from = new ImportGround(shared).history("from");
        try (ReadingStore store = ImportGround.recording(from)) {
            for (int batch = 0; batch < 10; batch++) {
                List<Reading> readings = new ArrayList<>();
                List<Observation> observations = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    int number = batch * 60 + i;
                    Instant at = START.plusMillis(number * 6_001L);
                    readings.add(reading(FactorySource.LINE, "r1", number, at));
                    if (number % 3 == 0) {
                        readings.add(reading(FactorySource.ENERGY, "r1", number, at));
                        readings.add(reading(FactorySource.LINE, "r2", number, at));
                    }
                    observations.add(observation("cell/a", at));
                    observations.add(observation("cell/b.c", at.plusMillis(RANDOM.nextInt(2))));
                }
                store.append(new ReadingBatch(readings, observations, 0, 0));
            }
        }
    }

    private static Reading reading(FactorySource source, String run, int number, Instant at) {
        Leaves.Builder values = TestReadings.values(source, number);
        String key = source == FactorySource.LINE ? "pressure" : "power_consumption";
        values.put(key, RANDOM.nextInt(9) == 0 ? Value.absent() : real());
        values.put("extra", text());
        return new Reading(source, run, number + 1, at, values.build());
    }

    private static Observation observation(String topic, Instant at) {
        Leaves.Builder values = Leaves.builder();
        values.put("real", RANDOM.nextInt(5) == 0 ? Value.absent() : real());
        if (topic.equals("cell/a")) {
            values.put("text", text())
                    .put(
                            "flag",
                            RANDOM.nextBoolean() ? Value.of(RANDOM.nextBoolean()) : Value.absent())
                    .put("count", Value.of(RANDOM.nextLong() >> RANDOM.nextInt(60)));
        }
        return new Observation(topic, at, values.build());
    }

    /** Numbers with few decimals, with all their digits, very large and very small ones. */
    private static Value real() {
        return Value.of(
                switch (RANDOM.nextInt(4)) {
                    case 0 -> RANDOM.nextInt(100_000) / 100.0 - 300;
                    case 1 -> RANDOM.nextGaussian();
                    case 2 -> RANDOM.nextGaussian() * StrictMath.pow(10, RANDOM.nextInt(600) - 300);
                    default -> -0.0 * RANDOM.nextInt(2) + RANDOM.nextInt(3);
                });
    }

    private static Value text() {
        String[] words = {
            "running",
            "a,b",
            "say \"so\"",
            " edge ",
            "two\nlines",
            "é…😀",
            "12",
            "true",
            "",
            "x;y\t|"
        };
        return Value.of(words[RANDOM.nextInt(words.length)]);
    }

    private void assertSameBytes(boolean wide, Optional<ZoneId> zone, String... tags)
            throws Exception {
        Path out = ground.export(from, wide, zone, tags);
        ImportResult result = ImportGround.run(to, ImportRequest.of(out));
        assertThat(result.badLines()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(ground.export(to, wide, zone, tags)).hasSameBinaryContentAs(out);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void valuesOfEveryKindComeBackInBothForms(boolean wide) throws Exception {
        assertSameBytes(wide, Optional.empty(), STAMPED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void timesOfAZoneComeBackAlsoWhereItsClocksAreTurned(boolean wide) throws Exception {
        assertSameBytes(wide, Optional.of(ZoneId.of("Europe/Vienna")), STAMPED);
    }

    @Test
    void tagsOfOneTopicComeBackWithoutTheirRun() throws Exception {
        assertSameBytes(
                true, Optional.empty(), "factory/energy/power_consumption", "factory/energy/extra");
    }

    @Test
    void whatIsImportedTwiceIsThereOnce() throws Exception {
        Path out = ground.export(from, true, Optional.empty(), STAMPED);
        byte[] exported = Files.readAllBytes(out);
        ImportGround.run(to, ImportRequest.of(out));
        try (HistorianQueries history = RecordedHistory.open(to)) {
            var counts = history.counts();
            ImportGround.run(to, ImportRequest.of(out));
            assertThat(history.counts()).isEqualTo(counts);
        }
        assertThat(ground.export(to, true, Optional.empty(), STAMPED)).hasBinaryContent(exported);
    }

    @Test
    void whatAHistoryExportedDoesNotChangeItsOwn() throws Exception {
        String all = ground.exported(from, STAMPED);
        Path own = ground.export(from, true, Optional.empty(), "factory/energy/power_consumption");
        Path file = Files.move(own, folder.resolve("own.csv"));
        ImportGround.run(from, ImportRequest.of(file));
        assertThat(ground.exported(from, STAMPED)).isEqualTo(all);
    }
}
