package org.plantdeck.plantruntime.desktop;

/** Begins what a desktop shows; called once, on a thread that may block. */
@FunctionalInterface
public interface SessionStart {

    /**
     * Reads the settings, starts the parts that are to run here and returns when they are started.
     *
     * @throws SessionFailure where that is not possible
     */
    PlantSession begin() throws SessionFailure;
}
