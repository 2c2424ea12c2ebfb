package org.plantdeck.plcsim.runner;

import org.jspecify.annotations.Nullable;
import org.plantdeck.plcsim.runner.JournalCodec.Line;
import org.plantdeck.plcsim.runner.RestoringArchive.UnfitSnapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has reached a run from outside since its snapshot, and how far it may have come. A line is
 * on the disk before what it says takes effect. Threads: one.
 */
final class Journal implements AutoCloseable {

    private static final long COMPACT_ABOVE_BYTES = 262_144;

    /** What a journal says of a run. */
    record Content(List<Input> inputs, long horizon) {}

    private final DurableFile file;
    private final String run;
    private final List<Input> inputs;
    private long horizon;
    private @Nullable FileChannel channel;

    private Journal(Path path, String run, Content content) {
        this.file = new DurableFile(path);
        this.run = run;
        this.inputs = new ArrayList<>(content.inputs());
        this.horizon = content.horizon();
    }

    /** Begins a journal anew, in the place of any that is there. */
    static Journal begin(Path path, String run, Content content) throws IOException {
        Journal journal = new Journal(path, run, content);
        journal.rewrite();
        return journal;
    }

    /**
     * Reads what a journal says of a run behind its snapshot. The last line may be torn: it was
     * being written when the process died, so nothing it says took effect.
     *
     * @throws UnfitSnapshot where a line before the last is not sound
     */
    static Content read(Path path, String run, long snapshotTick) throws IOException {
        DurableFile file = new DurableFile(path);
        Content nothing = new Content(List.of(), snapshotTick);
        if (!file.exists()) {
            return nothing;
        }
        String text = new String(file.read(), StandardCharsets.UTF_8);
        List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        List<Input> inputs = new ArrayList<>();
        long horizon = snapshotTick;
        for (String line : lines) {
            Line meant =
                    JournalCodec.decode(line)
                            .orElseThrow(() -> new UnfitSnapshot(path + " is damaged"));
            switch (meant) {
                case Line.Run(String of) -> {
                    if (!of.equals(run)) {
                        return nothing;
                    }
                }
                case Line.Horizon(long tick) -> horizon = Math.max(horizon, tick);
                case Line.Entry(Input input) -> {
                    if (input.tick() > snapshotTick) {
                        inputs.add(input);
                    }
                }
            }
        }
        return new Content(inputs, horizon);
    }

    /** How far the run may go without saying so first. */
    long horizon() {
        return horizon;
    }

    /** Says that the run may go up to a tick. */
    void allow(long tick) throws IOException {
        append(new Line.Horizon(tick));
        horizon = tick;
    }

    /** Says what takes effect next. */
    void add(Input input) throws IOException {
        append(new Line.Entry(input));
        inputs.add(input);
    }

    /** Forgets what a snapshot holds. */
    void forget(long snapshotTick) throws IOException {
        inputs.removeIf(input -> input.tick() <= snapshotTick);
        FileChannel open = channel;
        if (open == null || open.size() > COMPACT_ABOVE_BYTES) {
            rewrite();
        }
    }

    /** Says that the run has ended in order at a tick and goes no further. */
    void end(long tick) throws IOException {
        horizon = tick;
        rewrite();
    }

    private void rewrite() throws IOException {
        close();
        StringBuilder text = new StringBuilder(JournalCodec.encode(new Line.Run(run)));
        text.append(JournalCodec.encode(new Line.Horizon(horizon)));
        inputs.forEach(input -> text.append(JournalCodec.encode(new Line.Entry(input))));
        file.replace(text.toString().getBytes(StandardCharsets.UTF_8));
        channel =
                FileChannel.open(file.path(), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private void append(Line line) throws IOException {
        FileChannel open =
                Optional.ofNullable(channel)
                        .orElseThrow(() -> new IOException("the journal is closed"));
        ByteBuffer left =
                ByteBuffer.wrap(JournalCodec.encode(line).getBytes(StandardCharsets.UTF_8));
        while (left.hasRemaining()) {
            open.write(left);
        }
        open.force(false);
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            open.close();
        }
        channel = null;
    }
}
