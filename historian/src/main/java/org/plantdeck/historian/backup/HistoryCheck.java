package org.plantdeck.historian.backup;

import org.plantdeck.historian.archive.ArchiveCheck;
import org.plantdeck.historian.backup.Course.Cancelled;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks whether everything in a history, or in a backup of one, can be read: the pages of each
 * file, and each checksum of the archive. A history is looked at while it is written or not.
 * Threads: one a check.
 */
public final class HistoryCheck {

    private final Consumer<FileReport> each;
    private final Course course;
    private int files;
    private int damaged;

    private HistoryCheck(Consumer<FileReport> each, Course course) {
        this.each = each;
        this.course = course;
    }

    /**
     * What was found in a file.
     *
     * @param name such as {@code history/day-2026-11-22.db}
     * @param bytes its size
     * @param damage what is wrong and what to do, in words; empty where nothing is
     */
    public record FileReport(String name, long bytes, Optional<String> damage) {}

    /**
     * What was found in all.
     *
     * @param cancelled whether it was ended before it had looked at everything
     */
    public record Result(boolean cancelled, int files, int damaged) {}

    /**
     * Checks a history.
     *
     * @param each given the report of each file as soon as it is known
     * @throws PartFailure where there is none
     */
    public static Result of(
            HistoryPlace place, Consumer<FileReport> each, BackupProgress progress) {
        List<HistoryPlace.Member> members = place.members();
        if (members.isEmpty()) {
            throw none(place);
        }
        long all = members.stream().mapToLong(it -> DiskFiles.size(it.path())).sum();
        HistoryCheck check = new HistoryCheck(each, new Course(progress, all));
        try {
            for (HistoryPlace.Member member : members) {
                check.look(member);
            }
            return check.result(false);
        } catch (Cancelled e) {
            return check.result(true);
        }
    }

    static PartFailure none(HistoryPlace place) {
        return new PartFailure(
                "There is no history in "
                        + place.database().toAbsolutePath().getParent()
                        + "; choose another data directory");
    }

    private void look(HistoryPlace.Member member) throws Cancelled {
        long bytes = DiskFiles.size(member.path());
        course.next(member.name(), bytes);
        Optional<String> damage = damage(member.path(), member.name());
        if (damage.isPresent() && Files.notExists(member.path())) {
            return; // aged out meanwhile
        }
        report(
                new FileReport(
                        member.name(),
                        bytes,
                        damage.map(it -> it + "; " + whatToDo(member.name()))));
    }

    private void report(FileReport report) {
        files++;
        damaged += report.damage().isPresent() ? 1 : 0;
        each.accept(report);
    }

    private Result result(boolean cancelled) {
        return new Result(cancelled, files, damaged);
    }

    private Optional<String> damage(Path file, String name) throws Cancelled {
        Optional<String> found = SqliteCopy.disorder(file, course);
        if (found.isEmpty() && HistoryPlace.isOfArchive(name)) {
            try {
                found = ArchiveCheck.damage(file, () -> course.goesOn(0.75));
            } catch (StoreFailure e) {
                found = Optional.of(e.sentence());
            }
        }
        course.at(1);
        return found;
    }

    private static String whatToDo(String name) {
        if (name.equals(HistoryPlace.DATABASE)) {
            return "restore a backup, or end the historian and move the file away: a new one is"
                    + " made then";
        }
        if (name.equals(HistoryPlace.ANNOTATIONS)) {
            return "restore a backup, or move the file away: what people noted is lost then";
        }
        if (name.equals(HistoryPlace.HEAD)) {
            return "restore a backup: without this file the days cannot be read";
        }
        return name.startsWith("history/day-")
                ? "end the historian and move the file away: the other days stay readable"
                : "end the historian and move the file away: every value stays readable, only"
                        + " trends wider than a few hours lack this month";
    }

    /**
     * Checks a backup: that its files are what was put in, and what is in them. Each is unpacked
     * beside the backup, or where that cannot be written into the system's temporary folder.
     *
     * @param each as above
     * @throws PartFailure where it is no backup, or there is no room to unpack it
     */
    public static Result ofBackup(Path backup, Consumer<FileReport> each, BackupProgress progress) {
        try (BackupFile file = BackupFile.open(backup)) {
            HistoryCheck check =
                    new HistoryCheck(each, new Course(progress, file.manifest().bytes()));
            Path folder = temporary(backup);
            try {
                check.look(file, folder);
                return check.result(false);
            } catch (Cancelled e) {
                return check.result(true);
            } catch (IOException e) {
                throw DiskFiles.unwritable(folder, e);
            } finally {
                DiskFiles.removeQuietly(folder);
            }
        }
    }

    private static Path temporary(Path backup) {
        try {
            Path beside = backup.toAbsolutePath().getParent();
            return beside != null && Files.isWritable(beside)
                    ? Files.createTempDirectory(beside, ".plantdeck-verify-")
                    : Files.createTempDirectory("plantdeck-verify-");
        } catch (IOException e) {
            throw DiskFiles.unwritable(backup, e);
        }
    }

    private void look(BackupFile backup, Path folder) throws IOException, Cancelled {
        Set<String> names = new HashSet<>();
        for (Manifest.Entry entry : backup.manifest().files()) {
            names.add(entry.name());
            course.next(entry.name(), entry.bytes());
            Path copy = folder.resolve(Path.of(entry.name()).getFileName());
            Optional<String> damage = backup.extract(entry, copy, course);
            if (damage.isEmpty()) {
                damage =
                        damage(copy, entry.name()).map(it -> it + "; it was so when it was copied");
            } else {
                damage = damage.map(it -> it + "; take another backup");
            }
            report(new FileReport(entry.name(), entry.bytes(), damage));
            Files.delete(copy);
        }
        for (Manifest.Damage left : backup.manifest().damages()) {
            if (!names.contains(left.name())) {
                String words = "left out, since it was damaged when the backup was made: ";
                report(new FileReport(left.name(), 0, Optional.of(words + left.what())));
            }
        }
    }
}
