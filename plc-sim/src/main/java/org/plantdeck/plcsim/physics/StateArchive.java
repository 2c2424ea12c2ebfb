package org.plantdeck.plcsim.physics;

/**
 * Carries the state of the plant and its PLCs into a snapshot and back. Everything that has state
 * has one method that passes each of its fields through an archive and keeps what comes back: a
 * saving archive returns what it was given, a restoring one returns what was saved. So a field can
 * be forgotten in neither direction alone.
 *
 * <pre>{@code
 * void archive(StateArchive archive) {
 *     levelPercent = archive.number("tank.level", levelPercent);
 * }
 * }</pre>
 */
public interface StateArchive {

    /** Carries a number, exactly. */
    double number(String name, double value);

    /** Carries a whole number. */
    long whole(String name, long value);

    /** Carries a text. */
    String text(String name, String value);
}
