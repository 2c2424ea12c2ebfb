package org.plantdeck.historian.backup;

import org.plantdeck.historian.annotations.AnnotationBook;
import org.plantdeck.historian.archive.ArchiveCheck;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the history of a data directory lies: the tables of readings, the archive, and what people
 * noted, beside the tables. Any may be missing. Threads: any.
 *
 * @param database the file with the tables
 * @param archive the folder of the archive
 */
public record HistoryPlace(Path database, Path archive) {

    /** What SQLite may have beside a database. */
    static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal");

    static final String DATABASE = "historian.db";
    static final String ANNOTATIONS = "annotations.db";
    static final String HEAD = "history/archive.db";
    private static final String ARCHIVE = "history/";
    private static final Pattern NAMES =
            Pattern.compile(
                    "historian\\.db|annotations\\.db|history/"
                            + "(archive|day-\\d{4}-\\d\\d-\\d\\d|minutes-\\d{4}-\\d\\d)\\.db");

    /** One of the files. */
    record Member(String name, Path path) {}

    /** The files there are, in the order in which a copy has to take them. */
    List<Member> members() {
        List<Member> found = new ArrayList<>();
        try {
            for (Path path : ArchiveCheck.files(archive)) {
                found.add(new Member(ARCHIVE + path.getFileName(), path));
            }
        } catch (StoreFailure e) {
            throw new PartFailure(e.sentence(), e);
        }
        if (Files.exists(database)) {
            found.addFirst(new Member(DATABASE, database)); // what is in it is in the archive then
        }
        if (Files.exists(annotations())) {
            found.add(new Member(ANNOTATIONS, annotations()));
        }
        return found;
    }

    /** The file with what people noted. */
    Path annotations() {
        return AnnotationBook.fileOf(database);
    }

    /** Whether a file has blobs of the archive. */
    static boolean isOfArchive(String name) {
        return name.startsWith(ARCHIVE);
    }

    /** Whether a name is that of one of the files, and nothing else. */
    static boolean isMember(String name) {
        return NAMES.matcher(name).matches();
    }
}
