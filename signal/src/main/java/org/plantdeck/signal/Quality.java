package org.plantdeck.signal;

/** How far a value can be believed, in the words of OPC UA part 8 with one of our own. */
public enum Quality {
    /** As it was measured. */
    GOOD,
    /** Measured, but not to be relied on: out of range, or derived from something that is not. */
    UNCERTAIN,
    /** Not to be used: its sensor or device has failed. */
    BAD,
    /** The last that was known; nothing came for longer than three intervals. */
    STALE
}
