package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes a committed import into the history where no historian writes it. Where one does, it takes
 * the import in by itself, beside what it records. Threads: one.
 */
public final class ImportTaking implements AutoCloseable {

    private final Archive archive;
    private final SqliteReadingStore tables;
    private final Optional<PendingImport> pending;

    private ImportTaking(Path database, Archive archive, SqliteReadingStore tables)
            throws StoreFailure {
        this.archive = archive;
        this.tables = tables;
        pending =
                PendingImport.find(ImportFiles.of(database), new ArchiveRecorder(archive), tables);
    }

    /**
     * Becomes the writer of a history, made where there is none.
     *
     * @param database its tables
     * @throws StoreFailure where another process writes it, or it cannot be opened
     */
    public static ImportTaking open(Path database, InstantSource wallClock) throws StoreFailure {
        Archive archive = Archive.open(RecordedHistory.archiveOf(database), wallClock);
        try {
            SqliteReadingStore tables =
                    SqliteReadingStore.open(database, SqliteReadingStore.Beside.NOTHING);
            try {
                return new ImportTaking(database, archive, tables);
            } catch (StoreFailure | RuntimeException e) {
                tables.close();
                throw e;
            }
        } catch (StoreFailure | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** Whether an import waits or is being taken in. */
    public static boolean isOpen(Path database) {
        return ImportFiles.of(database).isOpen();
    }

    /**
     * Where the historian set an import aside that it could not take in; empty where it did not.
     */
    public static Optional<Path> setAside(Path database) {
        return Optional.of(ImportFiles.of(database).failed()).filter(Files::exists);
    }

    /**
     * Takes back an import that waits.
     *
     * @return whether it was; not once its taking in has begun
     * @throws StoreFailure where its file cannot be removed
     */
    public static boolean withdraw(Path database) throws StoreFailure {
        Path waiting = ImportFiles.of(database).waiting();
        try {
            return Files.deleteIfExists(waiting);
        } catch (IOException e) {
            throw ImportJournal.failure(waiting, e);
        }
    }

    /**
     * Takes in the next hour of a run.
     *
     * @return whether there is more
     * @throws StoreFailure where it could not; what is left is taken in by the next writer
     */
    public boolean step() throws StoreFailure {
        return pending.isPresent() && pending.get().step();
    }

    /** How much is taken in, 0 to 1. */
    public double share() {
        return pending.map(PendingImport::share).orElse(1.0);
    }

    @Override
    public void close() {
        pending.ifPresent(PendingImport::close);
        tables.close();
        archive.close();
    }
}
