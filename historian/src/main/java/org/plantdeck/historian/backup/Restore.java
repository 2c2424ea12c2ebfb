package org.plantdeck.historian.backup;

import org.plantdeck.historian.archive.ArchiveCheck;
import org.plantdeck.historian.backup.Course.Cancelled;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a backup in the place of a history that nobody writes. It is unpacked and checked beside the
 * history first; only then is what was there moved aside, the new moved in, and the old removed.
 * Threads: one a restore.
 */
public final class Restore {

    private static final String NEW = "history-restoring";
    private static final String OLD = "history-replaced";

    private final HistoryPlace place;
    private final Path data;
    private final Path unpacked;
    private final Path aside;
    private final Deque<Move> moved = new ArrayDeque<>();

    private record Move(Path from, Path to) {}

    private Restore(HistoryPlace place) {
        this.place = place;
        data = Objects.requireNonNull(place.database().toAbsolutePath().normalize().getParent());
        unpacked = data.resolve(NEW);
        aside = data.resolve(OLD);
    }

    /**
     * What became of it.
     *
     * @param cancelled whether it was ended early; then nothing is changed
     * @param madeAt when the backup was made
     * @param damages what was damaged already when the backup was made, in words
     */
    public record Result(boolean cancelled, Instant madeAt, int files, List<String> damages) {}

    /**
     * Puts a backup in place. The caller sees to it that no historian starts there meanwhile.
     *
     * @param replaces whether a history that is there already is removed
     * @throws PartFailure in words for an operator: no backup, a damaged one, a history that is
     *     written or is there already, a full disk; then what was there is as it was
     */
    public static Result into(
            HistoryPlace place, Path backup, boolean replaces, BackupProgress progress) {
        Restore restore = new Restore(place);
        try (BackupFile file = BackupFile.open(backup)) {
            restore.requirePlace(replaces);
            Manifest manifest = file.manifest();
            boolean cancelled = false;
            try {
                restore.unpack(file, new Course(progress, manifest.bytes()));
                restore.exchange();
            } catch (Cancelled e) {
                cancelled = true;
            } catch (IOException e) {
                throw DiskFiles.unwritable(restore.data, e);
            } finally {
                DiskFiles.removeQuietly(restore.unpacked);
            }
            List<String> damages =
                    manifest.damages().stream().map(it -> it.name() + ": " + it.what()).toList();
            return new Result(cancelled, manifest.madeAt(), manifest.files().size(), damages);
        }
    }

    private void requirePlace(boolean replaces) {
        try {
            ArchiveCheck.requireNoWriter(place.archive());
        } catch (StoreFailure e) {
            throw new PartFailure(e.sentence(), e);
        }
        if (Files.exists(aside)) {
            throw new PartFailure(
                    "A restore was cut short here: what was there before it lies in "
                            + aside
                            + "; move it back to "
                            + data
                            + " or away from there, then restore again");
        }
        if (!replaces && !place.members().isEmpty()) {
            throw new PartFailure(
                    "There is history in "
                            + data
                            + " already; --replace puts the backup in its place, --data DIR"
                            + " somewhere else");
        }
    }

    private void unpack(BackupFile file, Course course) throws IOException, Cancelled {
        DiskFiles.remove(unpacked);
        Files.createDirectories(unpacked);
        requireRoom(file.manifest().bytes());
        for (Manifest.Entry entry : file.manifest().files()) {
            course.next(entry.name(), entry.bytes());
            Path to = unpacked.resolve(entry.name());
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Optional<String> wrong = file.extract(entry, to, course);
            if (wrong.isPresent()) {
                throw new PartFailure(
                        entry.name()
                                + " of the backup is damaged ("
                                + wrong.get()
                                + "); nothing was changed, take another backup");
            }
            DiskFiles.force(to);
            DiskFiles.forceFolderOf(to);
        }
        DiskFiles.forceFolderOf(unpacked.resolve(HistoryPlace.DATABASE));
        course.at(1);
    }

    private void requireRoom(long bytes) throws IOException {
        long free = Files.getFileStore(unpacked).getUsableSpace();
        if (free < bytes) {
            throw new PartFailure(
                    "The backup takes "
                            + bytes / 1_000_000
                            + " MB and the disk of "
                            + data
                            + " has "
                            + free / 1_000_000
                            + " MB left; free some space and try again");
        }
    }

    private void exchange() throws IOException {
        Path database = place.database();
        Path archive = place.archive();
        Files.createDirectory(aside);
        try {
            move(archive, aside.resolve(archive.getFileName()));
            for (Path each : List.of(database, place.annotations())) {
                for (String ending : HistoryPlace.BESIDE) {
                    String name = each.getFileName() + ending;
                    move(each.resolveSibling(name), aside.resolve(name));
                }
            }
            DiskFiles.forceFolderOf(aside.resolve(HistoryPlace.DATABASE));
            move(unpacked.resolve("history"), archive);
            move(unpacked.resolve(HistoryPlace.DATABASE), database);
            move(unpacked.resolve(HistoryPlace.ANNOTATIONS), place.annotations());
            DiskFiles.forceFolderOf(aside);
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        keepWhatIsNotOurs(aside.resolve(archive.getFileName()));
        DiskFiles.removeQuietly(aside);
        DiskFiles.forceFolderOf(aside);
    }

    private void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to);
            moved.push(new Move(from, to));
        }
    }

    private void takeBack(IOException cause) throws IOException {
        try {
            while (!moved.isEmpty()) {
                Move last = moved.pop();
                Files.move(last.to(), last.from());
            }
            Files.delete(aside);
        } catch (IOException e) {
            e.addSuppressed(cause);
            throw new IOException(
                    "files of it are in use ("
                            + e.getMessage()
                            + "); what was there before lies in "
                            + aside
                            + ", move it back",
                    e);
        }
    }

    /** What somebody else has put into the archive's folder stays there. */
    private void keepWhatIsNotOurs(Path oldArchive) throws IOException {
        if (!Files.isDirectory(oldArchive)) {
            return;
        }
        try (Stream<Path> all = Files.list(oldArchive)) {
            for (Path path : all.toList()) {
                if (!isOurs(path.getFileName().toString())) {
                    Files.createDirectories(place.archive());
                    Files.move(path, place.archive().resolve(path.getFileName()));
                }
            }
        }
    }

    private static boolean isOurs(String name) {
        return name.equals("archive.lock")
                || HistoryPlace.BESIDE.stream()
                        .filter(name::endsWith)
                        .map(it -> name.substring(0, name.length() - it.length()))
                        .anyMatch(it -> HistoryPlace.isMember("history/" + it));
    }
}
