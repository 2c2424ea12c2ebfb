package org.plantdeck.plantruntime.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the text of a setting becomes a value. Threads: any; kinds are immutable.
 *
 * @param <T> what the text means
 */
public interface Kind<T> {

    /** Reads the text as a person wrote it; empty where it is not of this kind or out of range. */
    Optional<T> read(String text);

    /** Writes a value so that {@link #read} gives it again. */
    String write(T value);

    /** What the text must be, after "must be": {@code a port from 1 to 65535}. */
    String requirement();

    /** How that is written, after the requirement where one is missed; empty where it is plain. */
    default String hint() {
        return "";
    }

    /** Whether nobody is to be shown what is set. */
    default boolean isSecret() {
        return false;
    }

    /** A TCP port. */
    static Kind<Integer> port() {
        return new WholeKind<>(1, 65_535, "a port", Math::toIntExact, Integer::longValue);
    }

    /** A whole number of a range, both ends in it. */
    static Kind<Integer> whole(int low, int high) {
        return new WholeKind<>(low, high, "a whole number", Math::toIntExact, Integer::longValue);
    }

    /** A whole number of any size. */
    static Kind<Long> anyWhole() {
        return new WholeKind<>(
                Long.MIN_VALUE, Long.MAX_VALUE, "a whole number", Long::valueOf, Long::longValue);
    }

    /** A number of a range, both ends in it. */
    static Kind<Double> number(double low, double high) {
        return new NumberKind(low, high);
    }

    /** A stretch of time of a range, both ends in it. */
    static Kind<Duration> duration(Duration low, Duration high) {
        return new DurationKind(low, high);
    }

    /** A point in time. */
    static Kind<Instant> instant() {
        return new InstantKind();
    }

    /** Where a broker is. */
    static Kind<URI> brokerUrl() {
        return new BrokerUrlKind();
    }

    /** Where a file is that anybody may read: on a web server, or on this computer. */
    static Kind<URI> fileUrl() {
        return new FileUrlKind();
    }

    /** A file, by a path that is absolute or in the data directory. */
    static Kind<Path> file() {
        return new FileKind();
    }

    /** Any text that is not blank. */
    static Kind<String> text(String requirement) {
        return new TextKind(requirement, List.of());
    }

    /** Any text that is not blank and that nobody is to be shown. */
    static Kind<String> secret(String requirement) {
        return new SecretKind(requirement);
    }

    /** One of some words. */
    static Kind<String> word(List<String> words) {
        return new TextKind("one of " + String.join(", ", words), words);
    }

    /** Some texts, separated by commas on the command line; each may hold no comma. */
    static Kind<List<String>> texts(String requirement) {
        return new TextsKind(requirement);
    }
}
