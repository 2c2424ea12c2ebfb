package org.plantdeck.bridge.windows;

/** What became of a reading. */
public enum Taking {
    /** It is in an open window. */
    USED,
    /** Its window is closed; it is counted and not used. */
    LATE,
    /** It had come before. */
    REPEATED
}
