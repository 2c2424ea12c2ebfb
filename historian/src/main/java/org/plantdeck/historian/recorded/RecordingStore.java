package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.archive.ThinningRules;
import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.ForwardPosition;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Records into the archive and the tables. What the tables take is durable in the archive before
 * they commit it, so nothing that is in them is missing there. Threads: one at a time.
 */
public final class RecordingStore implements ReadingStore {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingStore.class);

    /** Steps of retention between two looks at whole days. */
    private static final int STEPS_A_LOOK = 60;

    private final Archive archive;
    private final ArchiveRecorder recorder;
    private final SqliteReadingStore tables;
    private final ImportFiles imports;
    private final Rules rules;
    private final InstantSource wallClock;
    private List<Observation> observations = List.of();
    private int steps;
    private Optional<PendingImport> taking = Optional.empty();

    /**
     * What is kept.
     *
     * @param retention of the archive
     * @param hasOthers whether topics are recorded that are not of the plant, whose time is the
     *     wall clock's
     * @param thinning which values are given up once an hour is sealed
     * @param forward where what is to be forwarded is noted; empty where nothing is
     */
    public record Rules(
            Retention retention,
            boolean hasOthers,
            ThinningRules thinning,
            Optional<ForwardPosition> forward) {

        /** Rules by which every value is kept and nothing is forwarded. */
        public Rules(Retention retention, boolean hasOthers) {
            this(retention, hasOthers, ThinningRules.NONE, Optional.empty());
        }
    }

    private RecordingStore(Path database, Archive archive, Rules rules, InstantSource wallClock)
            throws StoreFailure {
        this.archive = archive;
        this.rules = rules;
        this.wallClock = wallClock;
        archive.thin(rules.thinning());
        recorder = new ArchiveRecorder(archive);
        tables =
                SqliteReadingStore.open(
                        database, new SqliteReadingStore.Beside(this::keep, rules.forward()));
        imports = ImportFiles.of(database);
    }

    /**
     * Opens a history for writing, made where there is none.
     *
     * @param database the file with the tables; the archive is the folder {@code history} beside it
     * @throws StoreFailure where it cannot be opened, is written by another process, or is damaged
     */
    public static ReadingStore open(Path database, Rules rules, InstantSource wallClock)
            throws StoreFailure {
        Archive archive = Archive.open(RecordedHistory.archiveOf(database), wallClock);
        try {
            return new RecordingStore(database, archive, rules, wallClock);
        } catch (StoreFailure e) {
            archive.close();
            throw e;
        }
    }

    @Override
    public void append(ReadingBatch batch) throws StoreFailure {
        observations = batch.observations();
        tables.append(batch);
    }

    private void keep(List<Reading> readings) throws StoreFailure {
        recorder.append(readings, observations);
        observations = List.of();
    }

    /**
     * Removes some rows, seals an hour where one is complete, takes in an hour of an import where
     * one waits, and looks after whole days.
     */
    @Override
    public boolean prune(Duration retention, int rows) throws StoreFailure {
        boolean more = tables.prune(retention, rows);
        more |= archive.sealNext();
        more |= takeIn();
        if (steps++ % STEPS_A_LOOK == 0) {
            archive.retain(rules.retention(), now());
        }
        return more;
    }

    /**
     * Takes in a piece of an import.
     *
     * @throws StoreFailure where it could not; one that will never be taken in is set aside, and
     *     recording goes on once this is opened anew
     */
    private boolean takeIn() throws StoreFailure {
        if (taking.isEmpty() && !imports.isOpen()) {
            return false;
        }
        try {
            if (taking.isEmpty()) {
                taking = PendingImport.find(imports, recorder, tables);
            }
            boolean more = taking.isPresent() && taking.get().step();
            if (!more) {
                LOG.atInfo().log("An import is in the history");
                taking = Optional.empty();
            }
            return more;
        } catch (StoreFailure failure) {
            throw failure.kind() == StoreFailure.Kind.PASSING ? failure : setAside(failure);
        }
    }

    private StoreFailure setAside(StoreFailure failure) {
        taking.ifPresent(PendingImport::close);
        taking = Optional.empty();
        try {
            Files.move(imports.taken(), imports.failed(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    failure.sentence() + "; remove " + imports.taken() + ", it cannot be moved",
                    failure);
        }
        return new StoreFailure(
                StoreFailure.Kind.PASSING,
                "An import could not be taken in as a whole: "
                        + failure.sentence()
                        + "; it is set aside as "
                        + imports.failed()
                        + ", import the file again when that is mended",
                failure);
    }

    /** By which clock whole days age: the plant's, or the wall clock where that is behind it. */
    private Instant now() throws StoreFailure {
        Instant wall = wallClock.instant();
        Optional<Instant> plant = tables.extent().runThrough();
        return rules.hasOthers() ? plant.filter(wall::isAfter).orElse(wall) : plant.orElse(wall);
    }

    @Override
    public DataQuality counts() throws StoreFailure {
        return tables.counts();
    }

    @Override
    public HistoryExtent extent() throws StoreFailure {
        return tables.extent();
    }

    @Override
    public void close() {
        taking.ifPresent(PendingImport::close);
        tables.close();
        archive.close();
    }
}
