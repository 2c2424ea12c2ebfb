package org.plantdeck.plantruntime.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** Ends this process with the build that started it: a signal to Maven leaves its child running. */
final class ParentWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ParentWatch.class);
    private static final String PROPERTY = "plantdeck.parent-watch";

    private ParentWatch() {}

    /** Does nothing unless the process was started so. */
    static void endWithTheParent() {
        if (!Boolean.getBoolean(PROPERTY)) {
            return;
        }
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        parent.ifPresentOrElse(
                it -> {
                    var _ = it.onExit().thenRun(ParentWatch::end);
                },
                ParentWatch::end);
    }

    private static void end() {
        LOG.atInfo().log("The process that started PlantDeck has ended, so it ends too");
        System.exit(0);
    }
}
