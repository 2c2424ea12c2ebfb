package org.plantdeck.historian.backup;

import org.plantdeck.historian.archive.ArchiveCheck;
import org.plantdeck.historian.backup.Course.Cancelled;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Copies a history into one file, from any process, while it is written or not; the writer is never
 * held up. All that was durable when it began is in it, and some of what came since. Threads: one a
 * backup.
 */
public final class Backup {

    private static final List<String> CATALOGUE = List.of("groups", "lanes", "tags");
    private static final int BUFFER_BYTES = 1 << 16;

    private final Instant madeAt;
    private final Path folder;
    private final Course course;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final List<Manifest.Damage> damages = new ArrayList<>();

    private Backup(Instant madeAt, Path folder, Course course) {
        this.madeAt = madeAt;
        this.folder = folder;
        this.course = course;
    }

    /**
     * Who makes a backup and when.
     *
     * @param at wall time
     * @param version of PlantDeck
     */
    public record Maker(Instant at, String version) {}

    /**
     * What became of it.
     *
     * @param cancelled whether it was ended early; then there is no backup
     * @param files how many are in it
     * @param bytes how large it is
     * @param damages what is damaged in the history, in words; a file that could not be copied for
     *     that is not in the backup, any other one is as it is
     */
    public record Result(boolean cancelled, int files, long bytes, List<String> damages) {
        private static final Result CANCELLED = new Result(true, 0, 0, List.of());
    }

    /**
     * Makes one. It is written into a folder beside the file, {@code FILE.part}, and appears under
     * its name when it is complete and on the disk; one that is cancelled or fails leaves nothing.
     *
     * @param file where there is none yet
     * @throws PartFailure in words for an operator: no history there, a file that exists, a full
     *     disk
     */
    public static Result make(HistoryPlace place, Path file, Maker maker, BackupProgress progress) {
        if (Files.exists(file)) {
            throw new PartFailure(
                    file + " exists already; move it away, or name another file for the backup");
        }
        List<HistoryPlace.Member> members = place.members();
        if (members.isEmpty()) {
            throw HistoryCheck.none(place);
        }
        Path folder = file.resolveSibling(file.getFileName() + ".part");
        try {
            DiskFiles.remove(folder);
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw DiskFiles.unwritable(file, e);
        }
        try {
            long all = members.stream().mapToLong(it -> DiskFiles.size(it.path())).sum();
            Backup backup = new Backup(maker.at(), folder, new Course(progress, all));
            Path whole = backup.write(members, maker.version());
            DiskFiles.force(whole);
            Files.move(whole, file);
            DiskFiles.forceFolderOf(file);
            return new Result(false, backup.entries.size(), DiskFiles.size(file), backup.words());
        } catch (IOException e) {
            throw DiskFiles.unwritable(file, e);
        } catch (Cancelled e) {
            return Result.CANCELLED;
        } finally {
            DiskFiles.removeQuietly(folder);
        }
    }

    private List<String> words() {
        return damages.stream().map(it -> it.name() + ": " + it.what()).toList();
    }

    private Path write(List<HistoryPlace.Member> members, String version)
            throws IOException, Cancelled {
        Path whole = folder.resolve("backup.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(whole))) {
            Optional<HistoryPlace.Member> head = Optional.empty();
            for (HistoryPlace.Member member : members) {
                boolean isThere = copy(member);
                if (member.name().equals(HistoryPlace.HEAD)) {
                    head = Optional.of(member).filter(_ -> isThere);
                } else if (isThere) {
                    pack(zip, member.name());
                }
            }
            if (head.isPresent()) {
                complete(head.get());
                pack(zip, HistoryPlace.HEAD);
            }
            course.next(Manifest.NAME, 0);
            Manifest manifest = new Manifest(madeAt, version, entries, damages);
            begin(zip, Manifest.NAME, Deflater.BEST_SPEED);
            zip.write(manifest.toBytes());
            zip.closeEntry();
        }
        return whole;
    }

    /**
     * The days were copied after the catalogue, and may hold tags that came meanwhile. Their
     * numbers would be given to other tags when the copy is written to one day.
     */
    private void complete(HistoryPlace.Member head) throws Cancelled {
        course.next(head.name(), 0);
        SqliteCopy.refresh(head.path(), copyOf(head.name()), CATALOGUE);
    }

    private Path copyOf(String name) {
        return folder.resolve(name.substring(name.indexOf('/') + 1));
    }

    /** Copies a file and checks the copy; false where there is none. */
    private boolean copy(HistoryPlace.Member member) throws Cancelled {
        course.next(member.name(), DiskFiles.size(member.path()));
        Path copy = copyOf(member.name());
        SqliteCopy.copy(member.path(), copy, course)
                .ifPresent(it -> damages.add(new Manifest.Damage(member.name(), it)));
        if (Files.notExists(copy) || DiskFiles.size(copy) == 0) {
            return false;
        }
        if (HistoryPlace.isOfArchive(member.name())) {
            try {
                ArchiveCheck.damage(copy, () -> course.goesOn(0.5))
                        .ifPresent(it -> damages.add(new Manifest.Damage(member.name(), it)));
            } catch (StoreFailure e) {
                damages.add(new Manifest.Damage(member.name(), e.sentence()));
            }
        }
        course.at(0.5);
        return true;
    }

    private void begin(ZipOutputStream zip, String name, int level) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(madeAt));
        zip.setLevel(level);
        zip.putNextEntry(entry);
    }

    /** Moves a copy into the backup. What is compressed already is not compressed again. */
    private void pack(ZipOutputStream zip, String name) throws IOException, Cancelled {
        boolean isPlain = !HistoryPlace.isOfArchive(name) || name.equals(HistoryPlace.HEAD);
        begin(zip, name, isPlain ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        Path copy = copyOf(name);
        double bytes = Math.max(1, DiskFiles.size(copy));
        MessageDigest digest = Digest.begin();
        long done = 0;
        try (InputStream in = Files.newInputStream(copy)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                zip.write(buffer, 0, count);
                done += count;
                course.at(0.5 + 0.5 * done / bytes);
            }
        }
        zip.closeEntry();
        Files.delete(copy);
        entries.add(new Manifest.Entry(name, done, Digest.end(digest)));
    }
}
