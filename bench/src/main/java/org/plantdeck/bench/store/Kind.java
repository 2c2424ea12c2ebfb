package org.plantdeck.bench.store;

import java.nio.file.Path;
import java.util.Locale;

/** Whom is measured. */
enum Kind {
    PLANTDECK {
        @Override
        History open(Path folder, Layout layout) throws Exception {
            return new ArchiveHistory(folder, layout);
        }
    },
    NARROW {
        @Override
        History open(Path folder, Layout layout) throws Exception {
            return new NarrowHistory(folder, layout);
        }
    },
    WIDE {
        @Override
        History open(Path folder, Layout layout) throws Exception {
            return new WideHistory(folder, layout);
        }
    };

    abstract History open(Path folder, Layout layout) throws Exception;

    /** The name of the subject in the results. */
    String subject() {
        return name().toLowerCase(Locale.ROOT);
    }
}
