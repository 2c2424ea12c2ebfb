package org.plantdeck.plantruntime.updates;

import org.jspecify.annotations.Nullable;

/** A file could not be read. */
final class Unread extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason why and what to do, to go on after a colon
     * @param cause what happened, where something did
     */
    Unread(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
