package org.plantdeck.historian.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.historian.TestReadings;
import org.plantdeck.historian.imports.ImportProgress.Step;
import org.plantdeck.historian.imports.ImportResult.Outcome;
import org.plantdeck.historian.recorded.ImportJournal;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** An import is in the history as a whole or not at all, however it ends. */
@Timeout(120)
class WholeImportTest {

    private static final String[] TAGS = {"factory/line1/pressure", "it/x"};
    private static final int SECONDS = 5_000;

    @TempDir private static Path shared;
    private static Path file;
    private static String wanted;

    @TempDir private Path folder;
    private ImportGround ground;
    private Path history;

    @BeforeAll
    static void write() throws Exception {
        StringBuilder text = new StringBuilder("timestamp,factory/line1/pressure,it/x\n");
        for (int i = 0; i < SECONDS; i++) {
            text.append(TestReadings.START.plusSeconds(i)).append(",").append(i % 7 + 0.5);
            text.append(',').append(i).append('\n');
        }
        file = Files.writeString(shared.resolve("given.csv"), text);
        ImportGround ground = new ImportGround(shared);
        Path whole = recorded(ground.history("whole"));
        ImportGround.run(whole, ImportRequest.of(file));
        wanted = ground.exported(whole, TAGS);
        assertThat(wanted.lines()).hasSize(SECONDS + 2);
    }

    @BeforeEach
    void lay() throws Exception {
        ground = new ImportGround(folder);
        history = recorded(ground.history("plant"));
    }

    private static Path recorded(Path history) throws StoreFailure {
        try (ReadingStore store = ImportGround.recording(history)) {
            store.append(ReadingBatch.of(List.of(first())));
        }
        return history;
    }

    /** What was recorded before. */
    private static Reading first() {
        return TestReadings.at(FactorySource.LINE, "r1", 1, TestReadings.START.minusSeconds(60));
    }

    private void settle(ReadingStore store) throws StoreFailure {
        while (store.prune(Duration.ofDays(3_650), 100)) {
            assertThat(store.counts().missing()).isZero();
        }
    }

    @Test
    void onePutToDeathWhileItReadsLeavesNothing() throws Exception {
        String before = ground.exported(history, "factory/line1/pressure");
        assertThat(KilledImporter.run(history, file, Step.READING, 2))
                .isEqualTo(KilledImporter.CODE);
        try (ReadingStore store = ImportGround.recording(history)) {
            settle(store);
        }
        assertThat(ground.exported(history, "factory/line1/pressure")).isEqualTo(before);
        ImportGround.run(history, ImportRequest.of(file));
        assertThat(ground.exported(history, TAGS)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void onePutToDeathWhileItIsTakenInIsCompletedByTheHistorian(int report) throws Exception {
        assertThat(KilledImporter.run(history, file, Step.TAKING_IN, report))
                .isEqualTo(KilledImporter.CODE);
        assertThat(ground.exported(history, "factory/line1/pressure").lines().count())
                .isLessThan(SECONDS);
        try (ReadingStore store = ImportGround.recording(history)) {
            settle(store);
        }
        assertThat(ground.exported(history, TAGS)).isEqualTo(wanted);
    }

    @Test
    void theNextImportCompletesTheOneBefore() throws Exception {
        assertThat(KilledImporter.run(history, file, Step.TAKING_IN, 3))
                .isEqualTo(KilledImporter.CODE);
        ImportGround.run(
                history, ImportRequest.of(ground.file("time,it/y", "2026-11-20T00:00:00Z,1")));
        assertThat(ground.exported(history, TAGS)).isEqualTo(wanted);
    }

    @Test
    void aHistorianThatRunsTakesItInBesideWhatItRecords() throws Exception {
        try (ReadingStore store = ImportGround.recording(history);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<ImportResult> result =
                    other.submit(() ->
                            ImportGround.into(history)
                                    .run(
                                            ImportRequest.of(file),
                                            Optional::empty,
                                            (_, _, _, _) -> true));
            for (int i = 1; !result.isDone(); i++) {
                store.append(
                        ReadingBatch.of(
                                List.of(TestReadings.reading(FactorySource.ENERGY, "r1", i))));
                settle(store);
            }
            assertThat(result.get().outcome()).isEqualTo(Outcome.IMPORTED);
            assertThat(ground.exported(history, TAGS)).isEqualTo(wanted);
            assertThat(store.counts().missing()).isZero();
        }
    }

    @Test
    void oneThatCannotBeTakenInIsSetAsideAndRecordingGoesOn() throws Exception {
        Path archive = RecordedHistory.archiveOf(history);
        Path waiting = archive.resolve("import.waiting");
        Files.writeString(waiting, "no import at all, though it is as long as one could be");
        try (ReadingStore store = ImportGround.recording(history)) {
            assertThatThrownBy(() -> settle(store))
                    .isInstanceOf(StoreFailure.class)
                    .satisfies(it ->
                            assertThat(((StoreFailure) it).sentence())
                                    .contains("damaged", "set aside", "import.failed"))
                    .satisfies(it ->
                            assertThat(((StoreFailure) it).kind())
                                    .isEqualTo(StoreFailure.Kind.PASSING));
        }
        try (ReadingStore store = ImportGround.recording(history)) {
            store.append(
                    ReadingBatch.of(List.of(TestReadings.reading(FactorySource.ENERGY, "r1", 1))));
            settle(store);
        }
        assertThat(archive.resolve("import.failed")).exists();
        ImportGround.run(history, ImportRequest.of(file));
        assertThat(ground.exported(history, TAGS)).isEqualTo(wanted);
        assertThat(archive.resolve("import.failed")).doesNotExist();
    }

    @Test
    void oneThatWaitsIsTakenBackWhenItIsEnded() throws Exception {
        String before = ground.exported(history, "factory/line1/pressure");
        ImportResult result =
                ImportGround.into(history)
                        .run(
                                ImportRequest.of(file),
                                Optional::empty,
                                (step, _, _, _) -> step == Step.READING);
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        try (ReadingStore store = ImportGround.recording(history)) {
            settle(store);
        }
        assertThat(ground.exported(history, "factory/line1/pressure")).isEqualTo(before);
    }

    @Test
    void oneAtATimeIsRead() throws Exception {
        try (ImportJournal _ = ImportJournal.begin(history)) {
            assertThatThrownBy(() -> ImportGround.run(history, ImportRequest.of(file)))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("Another import is being read");
        }
        assertThat(RecordedHistory.archiveOf(history).resolve("import.part")).doesNotExist();
    }
}
