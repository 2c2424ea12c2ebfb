package org.plantdeck.bench.store;

import java.nio.file.Path;
import java.util.Locale;

/** What is measured in any case. */
enum Kind implements Subject {
    PLANTDECK {
        @Override
        public History open(Path folder, Layout layout) throws Exception {
            return new ArchiveHistory(folder, layout);
        }
    },
    NARROW {
        @Override
        public History open(Path folder, Layout layout) throws Exception {
            return new NarrowHistory(folder, layout);
        }
    },
    WIDE {
        @Override
        public History open(Path folder, Layout layout) throws Exception {
            return new WideHistory(folder, layout);
        }
    };

    @Override
    public String subject() {
        return name().toLowerCase(Locale.ROOT);
    }
}
