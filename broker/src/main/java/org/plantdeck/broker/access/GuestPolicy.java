package org.plantdeck.broker.access;

/** Whether somebody without credentials may connect, as a guest. */
public enum GuestPolicy {
    /** From this machine, as long as the listener is open to this machine only. */
    DESK,
    /** From anywhere the listener is open to. */
    EVERYWHERE,
    /** From nowhere. */
    NOBODY;

    boolean admits(Attempt attempt) {
        return switch (this) {
            case DESK -> attempt.from().isLoopbackAddress() && !attempt.openListener();
            case EVERYWHERE -> true;
            case NOBODY -> false;
        };
    }
}
