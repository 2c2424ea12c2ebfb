package org.plantdeck.plcsim.plc;

import java.util.Locale;
import java.util.Optional;

/** The commands of ISA-TR88.00.02 that move a machine from one state to another. */
public enum PackCommand {
    RESET,
    START,
    STOP,
    HOLD,
    UNHOLD,
    SUSPEND,
    UNSUSPEND,
    /** Ends the production run; only the line itself gives it, at the end of a shift plan. */
    COMPLETE,
    ABORT,
    CLEAR;

    /** The word an operator's command carries. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The command an operator's word stands for, if it does. */
    public static Optional<PackCommand> ofWord(String word) {
        for (PackCommand command : values()) {
            if (command != COMPLETE && command.word().equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
