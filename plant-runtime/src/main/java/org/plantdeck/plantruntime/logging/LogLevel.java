package org.plantdeck.plantruntime.logging;

/** How much an event matters, the gravest first. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE;

    /** Whether an event of this level matters at least as much as another. */
    public boolean isAtLeast(LogLevel other) {
        return compareTo(other) <= 0;
    }
}
