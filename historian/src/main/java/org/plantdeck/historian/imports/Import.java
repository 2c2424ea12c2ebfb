package org.plantdeck.historian.imports;

import org.plantdeck.historian.imports.ImportProgress.Step;
import org.plantdeck.historian.imports.ImportResult.Outcome;
import org.plantdeck.historian.recorded.ImportJournal;
import org.plantdeck.historian.recorded.ImportTaking;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Brings readings from a CSV file into the history: all of them or none.
 *
 * <p>The file is read to its end into a journal beside the archive. Only when all of it is good
 * does the journal become an import, in one step; then it is taken in hour by hour, by the
 * historian that runs or, where none does, here. Ended in between in any way, it is taken in to its
 * end by the next one who writes the history. Threads: any; each call has its own connections.
 */
public final class Import {

    private static final long BETWEEN_LOOKS_MS = 200;

    private final Path database;
    private final InstantSource wallClock;

    /**
     * @param database the tables of the history; made where they are missing
     */
    public Import(Path database, InstantSource wallClock) {
        this.database = database;
        this.wallClock = wallClock;
    }

    /** Says who may write the history. */
    @FunctionalInterface
    public interface Turn {

        /**
         * Asked until it is given or another one has taken the import in.
         *
         * @return what is closed when this one has written; empty while another process does
         */
        Optional<AutoCloseableTurn> take();
    }

    /** A turn that was given. */
    @FunctionalInterface
    public interface AutoCloseableTurn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Reads a file and changes nothing.
     *
     * @throws PartFailure in words for an operator: no such file, a column that is not known
     */
    public ImportResult check(ImportRequest request, ImportProgress progress) {
        try {
            RowAssembler rows = new RowAssembler(Optional.empty());
            FileReading reading = new FileReading(request, tags(request), rows);
            boolean complete = reading.read(progress);
            return result(complete ? Outcome.CHECKED : Outcome.CANCELLED, reading, rows);
        } catch (StoreFailure e) {
            throw new PartFailure(e.sentence(), e);
        }
    }

    /**
     * Imports a file.
     *
     * @param turn says when this process may write the history
     * @throws PartFailure as above; also where the disk is full or another import runs
     */
    public ImportResult run(ImportRequest request, Turn turn, ImportProgress progress) {
        try {
            finishEarlier(turn);
            RowAssembler rows;
            FileReading reading;
            try (ImportJournal journal = ImportJournal.begin(database)) {
                rows = new RowAssembler(Optional.of(journal));
                reading = new FileReading(request, tags(request), rows);
                if (!reading.read(progress)) {
                    return result(Outcome.CANCELLED, reading, rows);
                }
                if (reading.badCount() > 0 && !request.skipsBadLines()) {
                    return result(Outcome.REFUSED, reading, rows);
                }
                journal.commit();
            }
            boolean taken = takeIn(turn, reading.lines(), progress);
            return result(taken ? Outcome.IMPORTED : Outcome.CANCELLED, reading, rows);
        } catch (StoreFailure e) {
            throw new PartFailure(e.sentence(), e);
        }
    }

    private TagResolver tags(ImportRequest request) throws StoreFailure {
        TagResolver tags = new TagResolver(request.names());
        if (Files.exists(database)) {
            try (HistorianQueries history = RecordedHistory.open(database)) {
                tags.learn(history);
            }
        }
        return tags;
    }

    /** An import that was not taken in to its end comes first; the historian does so by itself. */
    private void finishEarlier(Turn turn) throws StoreFailure {
        if (!ImportTaking.isOpen(database)) {
            return;
        }
        Optional<AutoCloseableTurn> given = turn.take();
        if (given.isPresent()) {
            try (AutoCloseableTurn _ = given.get();
                    ImportTaking taking = ImportTaking.open(database, wallClock)) {
                boolean more = true;
                while (more) {
                    more = taking.step();
                }
            }
        }
    }

    /** Whether it was taken in; else it was taken back. */
    private boolean takeIn(Turn turn, long lines, ImportProgress progress) throws StoreFailure {
        CountDownLatch never = new CountDownLatch(1);
        while (ImportTaking.isOpen(database)) {
            Optional<AutoCloseableTurn> given = turn.take();
            if (given.isPresent()) {
                try (AutoCloseableTurn _ = given.get();
                        ImportTaking taking = ImportTaking.open(database, wallClock)) {
                    takeIn(taking, lines, progress);
                } catch (StoreFailure e) {
                    throw new StoreFailure(
                            e.kind(),
                            e.sentence()
                                    + ". The import is complete once the historian, or the next"
                                    + " import, has been started",
                            e);
                }
                return true;
            }
            boolean goesOn = progress.reached(Step.WAITING, 0, 1, lines);
            if (!goesOn && ImportTaking.withdraw(database)) {
                return false;
            }
            await(never);
        }
        Optional<Path> aside = ImportTaking.setAside(database);
        if (aside.isPresent()) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    "The historian could not take the import in as a whole; its log says why."
                            + " The import is set aside as "
                            + aside.get()
                            + "; import the file again when that is mended");
        }
        return true;
    }

    private static void await(CountDownLatch never) {
        try {
            if (never.await(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts it down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure(
                    "Interrupted; the import waits, and the historian takes it in", e);
        }
    }

    private static void takeIn(ImportTaking taking, long lines, ImportProgress progress)
            throws StoreFailure {
        boolean more = true;
        while (more) {
            more = taking.step();
            progress.reached(Step.TAKING_IN, Math.round(taking.share() * 1_000), 1_000, lines);
        }
    }

    private static ImportResult result(Outcome outcome, FileReading reading, RowAssembler rows) {
        boolean isEmpty = rows.lastMs() < rows.firstMs();
        return new ImportResult(
                outcome,
                reading.understood(),
                reading.lines(),
                rows.values(),
                isEmpty ? Optional.empty() : Optional.of(Instant.ofEpochMilli(rows.firstMs())),
                isEmpty ? Optional.empty() : Optional.of(Instant.ofEpochMilli(rows.lastMs())),
                reading.badLines(),
                reading.badCount());
    }
}
