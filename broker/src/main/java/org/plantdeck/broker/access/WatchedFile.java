package org.plantdeck.broker.access;

import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a file says, read again when the file has changed. A change that cannot be read leaves what
 * was read before in force and is complained of, once in the log and until it is mended in {@link
 * #complaint}. Threads: any; one lock guards reading, what is in force is seen without it.
 *
 * @param <T> what the file means; immutable
 */
final class WatchedFile<T> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final Path path;
    private final Supplier<T> reading;
    private volatile InForce<T> inForce;

    /**
     * What holds now.
     *
     * @param stamp of the file when it was read, well or not
     * @param value what was read well last
     * @param complaint why the file as it is now does not hold
     */
    private record InForce<T>(FileStamp stamp, T value, Optional<String> complaint) {}

    /**
     * Reads the file for the first time.
     *
     * @param reading reads it
     * @throws PartFailure as reading it fails
     */
    WatchedFile(Path path, Supplier<T> reading) {
        this.path = path;
        this.reading = reading;
        FileStamp stamp = FileStamp.of(path);
        inForce = new InForce<>(stamp, reading.get(), Optional.empty());
    }

    /** What the file says now; looks at the file. */
    T fresh() {
        if (!FileStamp.of(path).equals(inForce.stamp())) {
            readAgain();
        }
        return inForce.value();
    }

    /** What it said when it was looked at last. */
    T last() {
        return inForce.value();
    }

    /** Why the file as it was when it was looked at last does not hold; empty where it does. */
    Optional<String> complaint() {
        return inForce.complaint();
    }

    private synchronized void readAgain() {
        FileStamp stamp = FileStamp.of(path);
        if (stamp.equals(inForce.stamp())) {
            return;
        }
        try {
            inForce = new InForce<>(stamp, reading.get(), Optional.empty());
            LOG.atInfo().addKeyValue("file", path).log("Read again");
        } catch (PartFailure broken) {
            inForce =
                    new InForce<>(
                            stamp,
                            inForce.value(),
                            Optional.of(broken.sentence() + "; what held before stays"));
            LOG.atWarn()
                    .addKeyValue("file", path)
                    .addKeyValue("reason", broken.sentence())
                    .log("What held before stays");
        }
    }
}
