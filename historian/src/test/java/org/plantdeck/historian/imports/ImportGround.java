package org.plantdeck.historian.imports;

import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.export.Export;
import org.plantdeck.historian.export.ExportForm;
import org.plantdeck.historian.export.ExportFormat;
import org.plantdeck.historian.export.ExportRequest;
import org.plantdeck.historian.recorded.RecordingStore;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Histories in a folder, files to import, and what they come to. */
final class ImportGround {

    /** The time of the room, later than anything that was measured. */
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Path folder;

    ImportGround(Path folder) {
        this.folder = folder;
    }

    /** Where the tables of a history are. */
    Path history(String name) {
        return folder.resolve(name).resolve("historian.db");
    }

    static Import into(Path database) {
        return new Import(database, InstantSource.fixed(NOW));
    }

    static ReadingStore recording(Path database) throws StoreFailure {
        return RecordingStore.open(
                database,
                new RecordingStore.Rules(Retention.of(Duration.ofDays(3_650)), false),
                InstantSource.fixed(NOW));
    }

    Path file(String... lines) throws IOException {
        Path file = folder.resolve("given.csv");
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static ImportResult run(Path database, ImportRequest request) {
        return into(database).run(request, () -> Optional.of(() -> {}), (_, _, _, _) -> true);
    }

    static ImportResult check(Path database, ImportRequest request) {
        return into(database).check(request, (_, _, _, _) -> true);
    }

    /** An export of some tags; of all for none. */
    Path export(Path database, boolean wide, Optional<ZoneId> zone, String... tags) {
        Path file = folder.resolve("export-" + database.getParent().getFileName() + ".csv");
        Export.toFile(
                HistoryLocation.inFiles(database),
                new ExportRequest(List.of(tags), Instant.MIN, Instant.MAX),
                new ExportForm(ExportFormat.CSV, wide, Optional.empty(), zone),
                file,
                (_, _) -> true);
        return file;
    }

    String exported(Path database, String... tags) throws IOException {
        return Files.readString(export(database, true, Optional.empty(), tags));
    }
}
