package org.plantdeck.historian.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.TestReadings;
import org.plantdeck.historian.imports.ImportRequest.Names;
import org.plantdeck.historian.imports.ImportRequest.Shape;
import org.plantdeck.historian.imports.ImportRequest.Times;
import org.plantdeck.historian.imports.ImportResult.Outcome;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines that cannot be read, and where what is imported can be seen. */
class ImportTest {

    @TempDir private Path folder;
    private ImportGround ground;
    private Path history;

    @BeforeEach
    void lay() {
        ground = new ImportGround(folder);
        history = ground.history("plant");
    }

    private Path withBadLines() throws Exception {
        return ground.file(
                "time,it/x,it/y",
                "2026-11-21T06:00:00Z,1,a",
                "2026-11-21T06:00:01Z,none,\"two",
                "lines\"",
                "yesterday,3,c",
                "2026-11-21T06:00:03Z,4",
                "",
                "2026-11-21T06:00:04Z,5,\"x\"y",
                "2026-11-21T06:00:05Z,6,f");
    }

    @Test
    void badLinesAreNumberedAndKeepEverythingOut() throws Exception {
        Path file = withBadLines();
        ImportResult result = ImportGround.run(history, ImportRequest.of(file));
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.badCount()).isEqualTo(4);
        assertThat(result.badLines())
                .containsExactly(
                        new BadLine(3, "it/x: \"none\" is no number"),
                        new BadLine(5, "\"yesterday\" is no time (ISO 8601)"),
                        new BadLine(6, "it has 2 cells instead of 3"),
                        new BadLine(8, "there is text behind a closing quote"));
        assertThat(history).doesNotExist();
        assertThat(RecordedHistory.archiveOf(history)).isEmptyDirectory();
        assertThat(ImportGround.check(history, ImportRequest.of(file)).badLines())
                .isEqualTo(result.badLines());
    }

    @Test
    void badLinesAreLeftOutWhereThatIsAskedFor() throws Exception {
        ImportRequest request =
                new ImportRequest(withBadLines(), Shape.OPEN, Times.OPEN, Names.OPEN, true);
        ImportResult result = ImportGround.run(history, request);
        assertThat(result.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(result.badCount()).isEqualTo(4);
        assertThat(ground.exported(history, "it/x", "it/y"))
                .isEqualTo(
                        """
                        timestamp,it/x,it/y
                        2026-11-21T06:00:00.000Z,1,a
                        2026-11-21T06:00:05.000Z,6,f
                        """);
    }

    @Test
    void aHundredBadLinesAreSaidAndTheOthersCounted() throws Exception {
        List<String> lines = new ArrayList<>(List.of("time,it/x", "2026-11-21T06:00:00Z,1"));
        for (int i = 0; i < 150; i++) {
            lines.add("never," + i);
        }
        Path file = ground.file(lines.toArray(String[]::new));
        Times iso = new Times(Optional.empty(), Optional.of("iso"), Optional.empty());
        ImportResult result =
                ImportGround.check(
                        history, new ImportRequest(file, Shape.OPEN, iso, Names.OPEN, false));
        assertThat(result.badCount()).isEqualTo(150);
        assertThat(result.badLines()).hasSize(100);
        assertThat(result.lines()).isEqualTo(151);
    }

    @Test
    void linesInAnyOrderOverManyHoursBecomeOneHistory() throws Exception {
        List<String> lines = new ArrayList<>(List.of("time;tag;value"));
        Instant start = Instant.parse("2026-11-01T00:00:00Z");
        for (int i = 0; i < 5_000; i++) {
            int number = i * 2_467 % 5_000;
            lines.add(start.plusSeconds(number * 97L) + ";it/x;" + number);
        }
        ImportGround.run(history, ImportRequest.of(ground.file(lines.toArray(String[]::new))));
        List<String> exported = ground.exported(history, "it/x").lines().skip(1).toList();
        assertThat(exported).hasSize(5_000);
        for (int i = 0; i < exported.size(); i++) {
            assertThat(exported.get(i)).endsWith("Z," + i);
        }
    }

    @Test
    void whatIsImportedStandsInTrends() throws Exception {
        record(FactorySource.LINE, 30);
        List<String> lines = new ArrayList<>(List.of("time,factory/line1/pressure,it/x"));
        for (int i = 0; i < 100; i++) {
            lines.add(TestReadings.START.plusSeconds(i) + "," + (100 + i) + "," + i);
        }
        ImportGround.run(history, ImportRequest.of(ground.file(lines.toArray(String[]::new))));
        assertThat(trend("factory/line1", "pressure").maximum(0)).isEqualTo(199.0);
        assertThat(trend("factory/line1", "pressure").minimum(0)).isEqualTo(100.0);
        assertThat(trend("factory/line1", "pressure").count(0)).isEqualTo(100);
        assertThat(trend("it", "x").maximum(0)).isEqualTo(99.0);
    }

    private TrendSeries trend(String topic, String key) throws Exception {
        try (HistorianQueries queries = RecordedHistory.open(history)) {
            StoredTag tag =
                    queries.tags(topic).stream()
                            .filter(it -> it.key().equals(key))
                            .findFirst()
                            .orElseThrow();
            return queries.trend(
                            new TrendQuery(
                                    topic,
                                    List.of(tag),
                                    TestReadings.START,
                                    TestReadings.START.plusSeconds(200),
                                    2,
                                    Optional.empty()),
                            () -> false)
                    .orElseThrow()
                    .getFirst();
        }
    }

    private void record(FactorySource source, int count) throws Exception {
        try (ReadingStore store = ImportGround.recording(history)) {
            for (int i = 1; i <= count; i++) {
                store.append(ReadingBatch.of(List.of(TestReadings.reading(source, "r1", i))));
            }
        }
    }

    @Test
    void whatWasRecordedJustNowIsReplacedToo() throws Exception {
        try (ReadingStore store = ImportGround.recording(history)) {
            store.append(
                    new ReadingBatch(
                            List.of(),
                            List.of(
                                    new Observation(
                                            "it",
                                            TestReadings.START,
                                            Leaves.builder().put("x", Value.of(1.5)).build())),
                            0,
                            0));
        }
        ImportGround.run(
                history, ImportRequest.of(ground.file("time,it/x", TestReadings.START + ",2.5")));
        assertThat(ground.exported(history, "it/x")).contains("Z,2.5\n").doesNotContain("1.5");
    }

    @Test
    void readingsOfThePlantKeepWhatAFileDoesNotSay() throws Exception {
        record(FactorySource.LINE, 3);
        String[] tags = {
            "factory/line1/run",
            "factory/line1/sequence",
            "factory/line1/status",
            "factory/line1/pressure"
        };
        String before = ground.exported(history, tags);
        ImportGround.run(
                history,
                ImportRequest.of(
                        ground.file(
                                "time,factory/line1/pressure",
                                TestReadings.START.plusSeconds(2) + ",77.5",
                                TestReadings.START.plusMillis(2_500) + ",78.5",
                                TestReadings.START.plusSeconds(9) + ",79.5")));
        List<String> lines = new ArrayList<>(before.lines().toList());
        lines.set(2, lines.get(2).substring(0, lines.get(2).lastIndexOf(',')) + ",77.5");
        assertThat(ground.exported(history, tags).lines().toList())
                .containsAll(lines)
                .anyMatch(it -> it.contains("06:00:02.500Z,r1,-") && it.endsWith(",,78.5"))
                .anyMatch(it -> it.contains("06:00:09.000Z,,-") && it.endsWith(",,79.5"))
                .hasSize(lines.size() + 2);
        try (HistorianQueries queries = RecordedHistory.open(history)) {
            assertThat(queries.counts().missing()).isZero();
            assertThat(queries.counts().stored()).isEqualTo(5);
        }
    }
}
