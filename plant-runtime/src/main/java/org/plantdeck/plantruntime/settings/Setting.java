package org.plantdeck.plantruntime.settings;

import java.util.Optional;

/**
 * One thing that can be set.
 *
 * @param key its dotted name, the same in the file and on the command line
 * @param kind how its text is read, with its range
 * @param standard what holds where nothing is set; empty where something else decides then
 * @param standardText the same in words, as the list of settings shows it
 * @param unit the unit or the form of the value, such as {@code kW} or {@code duration}
 * @param meaning what it does, one phrase in sentence case
 * @param <T> what its text means
 */
public record Setting<T>(
        String key,
        Kind<T> kind,
        Optional<T> standard,
        String standardText,
        String unit,
        String meaning) {

    /** A setting with a default. */
    public static <T> Setting<T> of(
            String key, Kind<T> kind, T standard, String unit, String meaning) {
        return new Setting<>(key, kind, Optional.of(standard), kind.write(standard), unit, meaning);
    }

    /** A setting without a default of its own; the text says what holds instead. */
    public static <T> Setting<T> unset(
            String key, Kind<T> kind, String standardText, String unit, String meaning) {
        return new Setting<>(key, kind, Optional.empty(), standardText, unit, meaning);
    }

    /** One line for a person: key, default, unit, meaning. */
    public String line() {
        String shown = standardText.isEmpty() ? "(none)" : standardText;
        return "%-36s %-26s %-16s %s".formatted(key, shown, unit, meaning);
    }
}
