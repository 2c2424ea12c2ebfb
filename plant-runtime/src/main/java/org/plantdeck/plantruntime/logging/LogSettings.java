package org.plantdeck.plantruntime.logging;

/**
 * How events are logged.
 *
 * @param level the least level written: error, warn, info, debug or trace
 * @param format how a line is written
 * @param fileMegabytes size at which a log file is rotated, 1 to 1000
 * @param fileCount how many files are kept beside the current one, 1 to 20
 */
public record LogSettings(String level, Format format, int fileMegabytes, int fileCount) {

    /** How a line is written. */
    public enum Format {
        /** Time, level, part, message and key=value pairs, for people and grep. */
        TEXT,
        /** One JSON object, for machines. */
        JSON
    }
}
