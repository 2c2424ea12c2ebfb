package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.StateArchive;

import java.util.Map;

/**
 * Gives state back from a map. Threads: one.
 *
 * <p>Throws {@link UnfitSnapshot} where a state is missing or of another kind: the snapshot is of
 * another version.
 */
final class RestoringArchive implements StateArchive {

    private final Map<String, Object> from;
    private final String prefix;

    RestoringArchive(Map<String, Object> from, String owner) {
        this.from = from;
        this.prefix = owner + "/";
    }

    private Object get(String name) {
        Object value = from.get(prefix + name);
        if (value == null) {
            throw new UnfitSnapshot("it lacks " + prefix + name);
        }
        return value;
    }

    @Override
    public double number(String name, double value) {
        return switch (get(name)) {
            case Double number -> number;
            case Long number -> number.doubleValue();
            case String text -> notFinite(name, text);
            default -> throw new UnfitSnapshot(prefix + name + " is not a number");
        };
    }

    /** JSON has no word for these three; they are saved as texts. */
    private double notFinite(String name, String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new UnfitSnapshot(prefix + name + " is not a number");
        };
    }

    @Override
    public long whole(String name, long value) {
        if (get(name) instanceof Long number) {
            return number;
        }
        throw new UnfitSnapshot(prefix + name + " is not a whole number");
    }

    @Override
    public String text(String name, String value) {
        if (get(name) instanceof String text) {
            return text;
        }
        throw new UnfitSnapshot(prefix + name + " is not a text");
    }

    /** Says why a snapshot cannot be resumed. */
    static final class UnfitSnapshot extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnfitSnapshot(String reason) {
            super(reason);
        }
    }
}
