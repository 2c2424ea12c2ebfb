package org.plantdeck.historian.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How much of the disk must stay free: below it nothing is recorded, so that recording ends cleanly
 * before the disk is full, and what waits stays with the broker. Threads: one.
 */
public final class FreeSpace {

    private static final double BYTES_A_GIGABYTE = 1e9;

    /**
     * So much more must be free before it goes on, so that it does not begin and end all the time.
     */
    private static final double MORE = 1.05;

    private final Path folder;
    private final long leastBytes;
    private final Usable usable;
    private boolean low;

    /** Tells how many bytes are free where a folder is. */
    @FunctionalInterface
    public interface Usable {
        long bytes(Path folder) throws IOException;
    }

    /** What the disk of the folder says. */
    public static final Usable OF_DISK = it -> Files.getFileStore(it).getUsableSpace();

    /**
     * @param folder where is recorded; it may not be there yet
     * @param leastBytes what must stay free; 0 for no limit
     * @param usable tells how much is free
     */
    public FreeSpace(Path folder, long leastBytes, Usable usable) {
        this.folder = folder;
        this.leastBytes = leastBytes;
        this.usable = usable;
    }

    /** Why nothing is recorded now, for an operator; empty where there is room. */
    Optional<String> objection() {
        if (leastBytes <= 0) {
            return Optional.empty();
        }
        long free;
        try {
            free = usable.bytes(folder);
        } catch (IOException unknown) {
            return Optional.empty(); // writing will say what is wrong
        }
        low = free < (low ? leastBytes * MORE : leastBytes);
        return low
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "Only %.1f GB are free on the disk of %s, less than"
                                    + " historian.free-space (%.1f GB): nothing is recorded until"
                                    + " there is more; free some or lower the setting",
                                free / BYTES_A_GIGABYTE,
                                folder,
                                leastBytes / BYTES_A_GIGABYTE))
                : Optional.empty();
    }
}
