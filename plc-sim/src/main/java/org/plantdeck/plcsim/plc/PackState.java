package org.plantdeck.plcsim.plc;

import java.util.Optional;

/**
 * The states of ISA-TR88.00.02 (PackML). A wait state lasts until a command; an acting state leads
 * on by itself once its work is done.
 */
public enum PackState {
    STOPPED("Stopped", "stopped"),
    RESETTING("Resetting", "idle"),
    IDLE("Idle", "idle"),
    STARTING("Starting", "starting"),
    EXECUTE("Execute", "running"),
    HOLDING("Holding", "held"),
    HELD("Held", "held"),
    UNHOLDING("Unholding", "starting"),
    SUSPENDING("Suspending", "suspended"),
    SUSPENDED("Suspended", "suspended"),
    UNSUSPENDING("Unsuspending", "starting"),
    COMPLETING("Completing", "completing"),
    COMPLETE("Complete", "stopped"),
    STOPPING("Stopping", "stopping"),
    ABORTING("Aborting", "aborted"),
    ABORTED("Aborted", "aborted"),
    CLEARING("Clearing", "aborted");

    private final String word;
    private final String status;

    PackState(String word, String status) {
        this.word = word;
        this.status = status;
    }

    /** The name in the standard, as published under {@code state}. */
    public String word() {
        return word;
    }

    /**
     * The word of the contract, as published under {@code status}. What brings the line back to
     * speed is starting; what leads to a wait state carries that state's word; Complete, which
     * waits for a reset as Stopped does, is stopped; Clearing is aborted until it is done.
     */
    public String status() {
        return status;
    }

    /** The state this one leads to once its work is done; empty for a wait state. */
    public Optional<PackState> next() {
        return switch (this) {
            case RESETTING -> Optional.of(IDLE);
            case STARTING, UNHOLDING, UNSUSPENDING -> Optional.of(EXECUTE);
            case HOLDING -> Optional.of(HELD);
            case SUSPENDING -> Optional.of(SUSPENDED);
            case COMPLETING -> Optional.of(COMPLETE);
            case STOPPING, CLEARING -> Optional.of(STOPPED);
            case ABORTING -> Optional.of(ABORTED);
            case STOPPED, IDLE, EXECUTE, HELD, SUSPENDED, COMPLETE, ABORTED -> Optional.empty();
        };
    }

    /** Whether the state leads on by itself. */
    public boolean isActing() {
        return next().isPresent();
    }
}
