package org.plantdeck.signal;

/**
 * What came of decoding a body from the wire: a value, or the reason why there is none. A malformed
 * body is an answer, not an exception.
 *
 * @param <T> what a sound body means
 */
public sealed interface Decoded<T> {

    /** The body was sound. */
    record Sound<T>(T value) implements Decoded<T> {}

    /** The body was not; the reason is one short sentence that names the key. */
    record Malformed<T>(String reason) implements Decoded<T> {}
}
