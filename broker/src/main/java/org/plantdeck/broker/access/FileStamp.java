package org.plantdeck.broker.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells that a file has changed. A file that is replaced twice within one step of its clock
 * differs by its key where the system gives one.
 *
 * @param modified when it was changed last, in milliseconds or finer, as the system writes it
 * @param bytes its size
 * @param key which file it is to the system
 */
record FileStamp(String modified, long bytes, String key) {

    /** There is no file, or it cannot be looked at. */
    static final FileStamp NONE = new FileStamp("", -1, "");

    static FileStamp of(Path file) {
        try {
            BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(
                    its.lastModifiedTime().toString(), its.size(), String.valueOf(its.fileKey()));
        } catch (IOException gone) {
            return NONE;
        }
    }
}
