package org.plantdeck.historian.backup;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A history, a backup of it, and what is restored out of that. */
abstract class BackupGround {

    static final Backup.Maker MAKER = new Backup.Maker(TestHistory.START, "1.2.3");

    @TempDir Path folder;
    TestHistory history;
    TestHistory restored;
    Path file;

    @BeforeEach
    void folders() throws IOException {
        history = new TestHistory(Files.createDirectory(folder.resolve("data")));
        restored = new TestHistory(folder.resolve("restored"));
        file = Files.createDirectory(folder.resolve("out")).resolve("b.zip");
    }

    Backup.Result backUp() {
        return Backup.make(history.place(), file, MAKER, BackupProgress.NONE);
    }

    Restore.Result restore() {
        return Restore.into(restored.place(), file, false, BackupProgress.NONE);
    }

    List<Path> left() throws IOException {
        try (var all = Files.list(file.getParent())) {
            return all.toList();
        }
    }
}
