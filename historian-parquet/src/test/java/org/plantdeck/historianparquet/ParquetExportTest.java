package org.plantdeck.historianparquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.export.Export;
import org.plantdeck.historian.export.ExportForm;
import org.plantdeck.historian.export.ExportFormat;
import org.plantdeck.historian.export.ExportProgress;
import org.plantdeck.historian.export.ExportRequest;
import org.plantdeck.historian.recorded.RecordingStore;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is exported as Parquet, read by a library that shares no code with the one that writes. */
class ParquetExportTest {

    private static final Instant START = Instant.parse("2026-11-21T06:00:00.250Z");
    private static final int ROWS = 5_000;
    private static final List<String> TAGS =
            List.of("cell/a/real", "cell/a/count", "cell/a/flag", "cell/a/text");

    @TempDir private static Path shared;
    private static Path database;
    private static final List<Leaves> recorded = new ArrayList<>();

    @TempDir private Path folder;

    @BeforeAll
    static void record() throws Exception {
        Random random = new Random(2_026);
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Leaves values =
                    Leaves.builder()
                            .put("real", maybe(random, Value.of(random.nextGaussian())))
                            .put("count", maybe(random, Value.of(random.nextLong())))
                            .put("flag", maybe(random, Value.of(random.nextBoolean())))
                            .put("text", maybe(random, Value.of("é,\n" + random.nextInt(50))))
                            .put("mixed", i == 70 ? Value.of("broken") : Value.of(i + 0.5))
                            .put("always", Value.of(true))
                            .build();
            recorded.add(values);
            observations.add(new Observation("cell/a", START.plusSeconds(i), values));
        }
        database = shared.resolve("historian.db");
        try (ReadingStore store =
                RecordingStore.open(
                        database,
                        new RecordingStore.Rules(Retention.of(Duration.ofDays(30)), true),
                        InstantSource.fixed(START))) {
            store.append(new ReadingBatch(List.of(), observations, 0, 0));
        }
    }

    private static Value maybe(Random random, Value value) {
        return random.nextInt(6) == 0 ? Value.absent() : value;
    }

    private Path export(boolean wide, ExportProgress progress, List<String> tags) {
        Path file = folder.resolve("out.parquet");
        Export.toFile(
                HistoryLocation.inFiles(database),
                new ExportRequest(tags, Instant.MIN, Instant.MAX),
                new ExportForm(
                        ExportFormat.ofFile(file.toString()).orElseThrow(),
                        wide,
                        Optional.empty(),
                        Optional.empty()),
                file,
                progress);
        return file;
    }

    private static Value read(RowReader rows, String name) {
        if (rows.isNull(name)) {
            return Value.absent();
        }
        return switch (name) {
            case "cell/a/real" -> Value.of(rows.getDouble(name));
            case "cell/a/count" -> Value.of(rows.getLong(name));
            case "cell/a/flag" -> Value.of(rows.getBoolean(name));
            default -> Value.of(rows.getString(name));
        };
    }

    @Test
    void aColumnATagHasItsTypeAndNothingIsNull() throws IOException {
        List<String> tags = new ArrayList<>(TAGS);
        tags.add("cell/a/always");
        Path file = export(true, (_, _) -> true, tags);
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader rows = reader.rowReader()) {
            for (int i = 0; i < ROWS; i++) {
                assertThat(rows.hasNext()).isTrue();
                rows.next();
                assertThat(rows.getTimestamp("timestamp")).isEqualTo(START.plusSeconds(i));
                for (String tag : TAGS) {
                    assertThat(read(rows, tag))
                            .isEqualTo(recorded.get(i).get(tag.substring("cell/a/".length())));
                }
            }
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void aRowAValueHasItsNumberOrItsText() throws IOException {
        Path file = export(false, (_, _) -> true, List.of("cell/a/flag", "cell/a/text"));
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
                RowReader rows = reader.rowReader()) {
            for (int i = 0; i < ROWS; i++) {
                Value flag = recorded.get(i).get("flag");
                if (!(flag instanceof Value.Absent)) {
                    rows.next();
                    assertThat(rows.getString("tag")).isEqualTo("cell/a/flag");
                    assertThat(Double.valueOf(rows.getDouble("value"))).isEqualTo(flag.asDouble());
                    assertThat(rows.isNull("text")).isTrue();
                }
                Value text = recorded.get(i).get("text");
                if (!(text instanceof Value.Absent)) {
                    rows.next();
                    assertThat(rows.getString("text")).isEqualTo(text.asText());
                    assertThat(rows.isNull("value")).isTrue();
                }
            }
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void oneThatIsEndedLeavesNothing() {
        export(true, (_, _) -> false, TAGS);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aValueItsColumnCannotHoldIsNamed() {
        assertThatThrownBy(() -> export(true, (_, _) -> true, List.of("cell/a/mixed")))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining(
                        "cell/a/mixed was \"broken\" at 2026-11-21T06:01:10.250Z, which is no"
                                + " number");
        assertThat(folder).isEmptyDirectory();
    }
}
