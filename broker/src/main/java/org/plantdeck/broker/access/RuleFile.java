package org.plantdeck.broker.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The file of topic rules, read again when it has changed. A change that is broken leaves the rules
 * read before in force. Threads: any.
 */
public final class RuleFile {

    private static final String DEFAULTS = "broker-rules";

    private final WatchedFile<AccessRules> file;

    private RuleFile(WatchedFile<AccessRules> file) {
        this.file = file;
    }

    /**
     * Reads the rules; where there is no file, writes the default rules first.
     *
     * @throws PartFailure naming the file, the line and what is expected there, or that the file
     *     cannot be had
     */
    public static RuleFile open(Path path) {
        OwnerFile lines = new OwnerFile(path);
        lines.change(before ->
                Files.exists(path) ? before : List.of(defaults().stripTrailing().split("\n", -1)));
        return new RuleFile(
                new WatchedFile<>(
                        path,
                        () -> {
                            if (Files.notExists(path)) {
                                throw new PartFailure(
                                        path
                                                + " is gone; put it back, or start again for the"
                                                + " default rules");
                            }
                            return RuleReader.read(path, lines.lines());
                        }));
    }

    /** The default rules as a first start writes them. */
    static String defaults() {
        try (InputStream text = RuleFile.class.getResourceAsStream(DEFAULTS)) {
            return new String(Objects.requireNonNull(text, DEFAULTS).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(DEFAULTS, e);
        }
    }

    /**
     * The rules in force, without a look at the file: for every message. The same object as long as
     * nothing changes, so that what was decided by it may be kept beside it.
     */
    public AccessRules rules() {
        return file.last();
    }

    /**
     * Looks whether the file has changed, and gives the rules in force then: every second or so.
     */
    public AccessRules refresh() {
        return file.fresh();
    }

    /** Why the file as it was last seen does not hold, in a sentence; empty where it does. */
    public Optional<String> complaint() {
        return file.complaint();
    }
}
