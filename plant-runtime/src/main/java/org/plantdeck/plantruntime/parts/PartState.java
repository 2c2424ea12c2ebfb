package org.plantdeck.plantruntime.parts;

/** Where a part of this process is in its life. */
public enum PartState {
    /** Not there: not started yet, stopped by an operator, or not able to start. */
    STOPPED,

    /** Its start is under way. */
    STARTING,

    /** Started. Whether it does its work, or has ended by itself, its health says. */
    RUNNING,

    /** Its end is under way: it keeps what it has accepted. */
    STOPPING
}
