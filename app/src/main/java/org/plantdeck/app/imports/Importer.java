package org.plantdeck.app.imports;

import org.plantdeck.app.work.LongWork;
import org.plantdeck.historian.imports.Import;
import org.plantdeck.historian.imports.ImportProgress;
import org.plantdeck.historian.imports.ImportRequest;
import org.plantdeck.historian.imports.ImportResult;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Looks at CSV files and imports them. A cancelled import changes nothing, unless it is being taken
 * in already: that is completed, at the next start if need be. Threads: as {@link LongWork} says.
 */
public final class Importer extends LongWork<ImportState> {

    private final Target target;

    /** Where imports go. */
    interface Target {

        /** Looks at a file, or imports it; throws {@link PartFailure} where it cannot. */
        ImportResult take(ImportRequest request, boolean looksOnly, ImportProgress progress);
    }

    /**
     * @param database the historian's
     * @param turn says when this process may write it
     * @param wallClock the wall clock
     */
    public Importer(Path database, Import.Turn turn, InstantSource wallClock) {
        this((request, looksOnly, progress) -> {
            Import into = new Import(database, wallClock);
            return looksOnly ? into.check(request, progress) : into.run(request, turn, progress);
        });
    }

    Importer(Target target) {
        super("csv-import", new ImportState.Idle());
        this.target = target;
    }

    @Override
    protected ImportState failed(String sentence) {
        return new ImportState.Failed(sentence);
    }

    /**
     * Begins to import a file, or to look at it.
     *
     * @param looksOnly whether nothing is to be changed
     * @return whether it was begun; not while another one runs
     */
    public boolean start(ImportRequest request, boolean looksOnly) {
        return begin(
                new ImportState.Running(ImportProgress.Step.READING, 0, 0),
                () -> new ImportState.Ended(target.take(request, looksOnly, this::reached)));
    }

    private boolean reached(ImportProgress.Step step, long done, long all, long lines) {
        return reached(new ImportState.Running(step, (double) done / Math.max(1, all), lines));
    }
}
