package org.plantdeck.broker.certs;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Tells whether a file is another than before without reading it. A file that is replaced whole has
 * another key, where the system has keys, even within the resolution of its times.
 *
 * @param modified when it was written last
 * @param bytes its size
 * @param key what the system knows it by; null where the system has no such thing
 */
record FileStamp(FileTime modified, long bytes, @Nullable Object key) {

    private static final FileStamp ABSENT = new FileStamp(FileTime.fromMillis(0), -1, null);

    /** The stamp of a file; the same for every file that is not there or cannot be looked at. */
    static FileStamp of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(now.lastModifiedTime(), now.size(), now.fileKey());
        } catch (IOException absent) {
            return ABSENT;
        }
    }
}
