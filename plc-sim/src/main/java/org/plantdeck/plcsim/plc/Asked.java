package org.plantdeck.plcsim.plc;

import org.plantdeck.signal.Command;
import org.plantdeck.signal.Value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What commands ask for, checked against what they may ask for. */
final class Asked {

    private Asked() {}

    /** Why the value is not a number of a range, the ends included; empty where it is. */
    static Optional<String> outside(Command command, double low, double high, String unit) {
        String range = plain(low) + " to " + plain(high) + (unit.isEmpty() ? "" : " " + unit);
        if (!(command.value() instanceof Value.Real) && !(command.value() instanceof Value.Whole)) {
            return Optional.of(command.command() + " needs a number, " + range);
        }
        double value = command.value().asDouble();
        if (!(value >= low && value <= high)) {
            return Optional.of(command.command() + " is " + plain(value) + ", must be " + range);
        }
        return Optional.empty();
    }

    /** Why the value is none of some words; empty where it is one. */
    static Optional<String> noneOf(Command command, List<String> words) {
        if (words.contains(word(command))) {
            return Optional.empty();
        }
        return Optional.of(command.command() + " must be one of " + String.join(", ", words));
    }

    /** The word asked for, in lower case. */
    static String word(Command command) {
        return command.value().asText().toLowerCase(Locale.ROOT);
    }

    /** Why a command nobody here knows is refused. */
    static Optional<String> unknown(Command command, List<String> known) {
        return Optional.of(
                "Unknown command " + command.command() + "; known are " + String.join(", ", known));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
