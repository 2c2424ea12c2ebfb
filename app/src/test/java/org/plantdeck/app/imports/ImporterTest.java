package org.plantdeck.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.imports.ImportRequest;
import org.plantdeck.historian.imports.ImportResult.Outcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

class ImporterTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    @TempDir private Path folder;
    private final BlockingQueue<ImportState> seen = new ArrayBlockingQueue<>(1_000);
    private Path database;
    private Path file;

    @BeforeEach
    void lay() throws Exception {
        database = folder.resolve("historian.db");
        file = Files.writeString(folder.resolve("in.csv"), "time,it/x\n2026-11-21T06:00:00Z,1.5\n");
    }

    private Importer importer(boolean mayWrite) {
        Importer importer =
                new Importer(
                        database, () -> mayWrite ? Optional.of(() -> {}) : Optional.empty(), CLOCK);
        importer.listen(() -> seen.add(importer.state()));
        return importer;
    }

    @AfterEach
    void noStateWasLost() {
        assertThat(seen.remainingCapacity()).isPositive();
    }

    private ImportState settled() throws Exception {
        ImportState state = seen.poll(30, TimeUnit.SECONDS);
        while (state instanceof ImportState.Running) {
            state = seen.poll(30, TimeUnit.SECONDS);
        }
        assertThat(state).as("a state").isNotNull();
        return state;
    }

    private static Outcome outcome(ImportState state) {
        assertThat(state).isInstanceOf(ImportState.Ended.class);
        return ((ImportState.Ended) state).result().outcome();
    }

    @Test
    void aFileIsLookedAtAndThenImported() throws Exception {
        try (Importer importer = importer(true)) {
            assertThat(importer.start(ImportRequest.of(file), true)).isTrue();
            assertThat(outcome(settled())).isEqualTo(Outcome.CHECKED);
            assertThat(database).doesNotExist();
            importer.start(ImportRequest.of(file), false);
            assertThat(outcome(settled())).isEqualTo(Outcome.IMPORTED);
            assertThat(database).exists();
            importer.dismiss();
            assertThat(importer.state()).isEqualTo(new ImportState.Idle());
        }
    }

    @Test
    void oneThatWaitsForTheHistorianCanBeCancelled() throws Exception {
        try (Importer importer = importer(false)) {
            importer.start(ImportRequest.of(file), false);
            assertThat(importer.start(ImportRequest.of(file), true)).isFalse();
            importer.cancel();
            assertThat(outcome(settled())).isEqualTo(Outcome.CANCELLED);
            assertThat(folder.resolve("history")).isEmptyDirectory();
        }
    }

    @Test
    void whatCannotBeImportedIsSaid() throws Exception {
        try (Importer importer = importer(true)) {
            importer.start(ImportRequest.of(folder.resolve("nowhere.csv")), true);
            assertThat(settled())
                    .isEqualTo(
                            new ImportState.Failed(
                                    folder.resolve("nowhere.csv")
                                            + " cannot be read: there is no such file"));
        }
    }
}
