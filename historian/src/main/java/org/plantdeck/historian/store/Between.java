package org.plantdeck.historian.store;

/** What a tag is taken to be between two of its values. */
public enum Between {
    /** What it was last: right for states, counts, texts and flags, and always a measured value. */
    STEPPED,
    /**
     * On the straight line between two numbers; whatever is no number, and the last value of all,
     * holds as {@link #STEPPED} says.
     */
    LINEAR
}
