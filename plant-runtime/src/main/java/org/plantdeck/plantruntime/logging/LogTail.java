package org.plantdeck.plantruntime.logging;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The newest events of a log file while it grows and is put aside. It holds a bounded number of
 * them, whatever the size of the file, and no open file, so that the file can be put aside under
 * it. Threads: one at a time; it reads the disk.
 */
public final class LogTail {

    /** Events that are held; the oldest give way. */
    public static final int MOST_EVENTS = 5_000;

    /** What is read at a time at most; who writes faster than that is read in part. */
    static final int MOST_BYTES = 1 << 20;

    /** A line is cut here. */
    private static final int LONGEST_LINE = 1 << 16;

    private final Path file;
    private final Deque<LoggedEvent> events = new ArrayDeque<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long position;
    private boolean begun;
    private boolean skipping;
    private @Nullable Object key;

    /**
     * @param file it need not exist yet
     */
    public LogTail(Path file) {
        this.file = file;
    }

    /**
     * Reads what was written since the last time; at first, the end of the file.
     *
     * @return whether there is anything new
     * @throws IOException where it cannot be read
     */
    public boolean read() throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class);
        boolean another = begun && !Objects.equals(key, its.fileKey());
        boolean changed = false;
        if (another || its.size() < position) {
            changed = readPutAside();
            position = 0;
            endOfLine();
        }
        key = its.fileKey();
        begun = true;
        return readFrom(file) || changed;
    }

    /** What was still written to the file before it was put aside. */
    private boolean readPutAside() throws IOException {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.log$", ".1.log");
        Path aside = file.resolveSibling(name);
        boolean same =
                Files.exists(aside)
                        && key != null
                        && key.equals(
                                Files.readAttributes(aside, BasicFileAttributes.class).fileKey());
        return same && readFrom(aside);
    }

    private boolean readFrom(Path source) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(source)) {
            if (channel.size() - position > MOST_BYTES) {
                position = channel.size() - MOST_BYTES;
                line.reset();
                skipping = true;
            }
            ByteBuffer bytes =
                    ByteBuffer.allocate((int) Math.min(MOST_BYTES, channel.size() - position));
            channel.position(position);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until all that was there is read
            }
            position += bytes.position();
            bytes.flip();
            boolean any = bytes.hasRemaining();
            while (bytes.hasRemaining()) {
                take(bytes.get());
            }
            return any;
        }
    }

    private void take(byte next) {
        if (next == '\n') {
            endOfLine();
        } else if (!skipping && line.size() < LONGEST_LINE) {
            line.write(next);
        }
    }

    private void endOfLine() {
        if (!skipping && line.size() > 0) {
            add(line.toString(StandardCharsets.UTF_8).stripTrailing());
        }
        line.reset();
        skipping = false;
    }

    private void add(String text) {
        Optional<LoggedEvent> event = LoggedEvent.read(text);
        if (event.isPresent()) {
            events.addLast(event.get());
        } else if (!events.isEmpty()) {
            events.addLast(events.removeLast().below(text));
        } else if (!text.isBlank()) {
            events.addLast(LoggedEvent.strange(text));
        }
        if (events.size() > MOST_EVENTS) {
            events.removeFirst();
        }
    }

    /** What is held, the newest last. */
    public List<LoggedEvent> events() {
        return List.copyOf(events);
    }
}
