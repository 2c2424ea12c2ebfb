package org.plantdeck.plantruntime.desktop;

import org.plantdeck.plantruntime.parts.FirstChoice;

import java.util.Optional;

/**
 * Begins what a desktop shows. Called on threads that may block; again where a session could not
 * begin and somebody has done something about that.
 */
@FunctionalInterface
public interface SessionStart {

    /**
     * What somebody is asked before it begins; empty where there is nothing to ask.
     *
     * @throws SessionFailure where it could not begin whatever is answered
     */
    default Optional<FirstChoice> firstChoice() throws SessionFailure {
        return Optional.empty();
    }

    /**
     * Reads the settings, starts the parts that are to run here and returns when they are started.
     *
     * @param view watches
     * @throws SessionFailure where that is not possible
     */
    PlantSession begin(StartView view) throws SessionFailure;
}
