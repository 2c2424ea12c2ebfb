package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.runner.RestoringArchive.UnfitSnapshot;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a run lives on the disk: {@code snapshot.json}, the journal of its inputs behind it in
 * {@code journal.jsonl}, and how many runs this directory has seen in {@code fresh-starts}. What
 * the journal allows is what may have been published, so a restart that runs again up to there
 * publishes the same once more. Threads: one.
 */
final class RunStore {

    /** A run as it was left. */
    record Saved(Snapshot snapshot, List<Input> inputs, long horizon) {}

    private final Path directory;
    private final DurableFile snapshot;
    private final Path journalPath;
    private final DurableFile freshStarts;

    RunStore(Path directory) {
        this.directory = directory;
        this.snapshot = new DurableFile(directory.resolve("snapshot.json"));
        this.journalPath = directory.resolve("journal.jsonl");
        this.freshStarts = new DurableFile(directory.resolve("fresh-starts"));
    }

    /** Makes the directory; throws {@link PartFailure} where that cannot be. */
    void open() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw cannot("make", directory, e);
        }
    }

    /**
     * The run to resume, if there is one; throws {@link PartFailure} where there is one that cannot
     * be.
     */
    Optional<Saved> load() {
        if (!snapshot.exists()) {
            return Optional.empty();
        }
        try {
            Snapshot saved = Snapshot.decode(snapshot.read());
            Journal.Content behind = Journal.read(journalPath, saved.run(), saved.tick());
            return Optional.of(new Saved(saved, behind.inputs(), behind.horizon()));
        } catch (UnfitSnapshot e) {
            throw unfit(e);
        } catch (IOException e) {
            throw cannot("read", snapshot.path(), e);
        }
    }

    /** The failure for a snapshot that cannot be resumed. */
    PartFailure unfit(UnfitSnapshot why) {
        return new PartFailure(
                "%s cannot be resumed: %s; --fresh starts a new run"
                        .formatted(snapshot.path(), why.getMessage()),
                why);
    }

    /** Counts a fresh start and says how many there have been; the first is 1. */
    long countFreshStart() {
        try {
            long before =
                    freshStarts.exists()
                            ? Long.parseLong(
                                    new String(freshStarts.read(), StandardCharsets.UTF_8).strip())
                            : 0;
            freshStarts.replace(Long.toString(before + 1).getBytes(StandardCharsets.UTF_8));
            return before + 1;
        } catch (IOException e) {
            throw cannot("write", freshStarts.path(), e);
        } catch (NumberFormatException e) {
            throw new PartFailure(
                    freshStarts.path() + " holds no number; remove it to begin counting anew", e);
        }
    }

    /** Begins a run with its first snapshot, in the place of any that is there. */
    Journal begin(Snapshot first) {
        try {
            snapshot.replace(first.encode());
            return Journal.begin(
                    journalPath, first.run(), new Journal.Content(List.of(), first.tick()));
        } catch (IOException e) {
            throw cannot("write", directory, e);
        }
    }

    /** Goes on with the journal of a run that is resumed. */
    Journal resume(Saved saved) {
        try {
            return Journal.begin(
                    journalPath,
                    saved.snapshot().run(),
                    new Journal.Content(saved.inputs(), saved.horizon()));
        } catch (IOException e) {
            throw cannot("write", journalPath, e);
        }
    }

    /** Replaces the snapshot. */
    void save(Snapshot newest) throws IOException {
        snapshot.replace(newest.encode());
    }

    private static PartFailure cannot(String act, Path path, IOException e) {
        return new PartFailure(
                "Cannot %s %s: %s; choose another directory with --data or set its rights"
                        .formatted(act, path, e.getMessage()),
                e);
    }
}
