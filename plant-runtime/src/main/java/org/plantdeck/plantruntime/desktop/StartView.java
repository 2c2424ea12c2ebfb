package org.plantdeck.plantruntime.desktop;

import org.plantdeck.plantruntime.parts.PartGroup;

/** Who watches a session begin. Called on the thread that begins it. */
@FunctionalInterface
public interface StartView {

    /** Nobody watches. */
    StartView NONE = _ -> {};

    /** The parts are there, and will now be started one after the other. */
    void starting(PartGroup parts);
}
