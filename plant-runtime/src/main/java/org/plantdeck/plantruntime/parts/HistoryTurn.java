package org.plantdeck.plantruntime.parts;

import org.plantdeck.historian.imports.Import;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.PartLock;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.util.Optional;

/** The right to write the history of a data directory, which the historian has while it runs. */
public final class HistoryTurn {

    private HistoryTurn() {}

    /** Gives it while no process, this one included, holds the historian's part. */
    public static Import.Turn of(DataDirectory directory) {
        return () -> {
            String part = PartName.HISTORIAN.word();
            if (directory.isHeld(part)) {
                return Optional.empty();
            }
            try {
                PartLock lock = directory.lock(part);
                return Optional.of(lock::close);
            } catch (SettingsFailure takenMeanwhile) {
                return Optional.empty();
            }
        };
    }
}
