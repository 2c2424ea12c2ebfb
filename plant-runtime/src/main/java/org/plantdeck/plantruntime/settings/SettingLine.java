package org.plantdeck.plantruntime.settings;

/**
 * One setting as it is now, for a person. Nothing of it is secret.
 *
 * @param setting which
 * @param origin who says what holds
 * @param value what holds, as it was written; of a secret, that something is set; where nothing is
 *     set, the default
 * @param inFile what the file says, in the same way; empty where it says nothing
 * @param waits whether the file says something else than at the start, which holds from the next
 */
public record SettingLine(
        Setting<?> setting, Origin origin, String value, String inFile, boolean waits) {

    /** Who says what holds. */
    public enum Origin {
        /** Nobody. */
        DEFAULT,
        /** plantdeck.yaml. */
        FILE,
        /** The command line, for this start. */
        COMMAND_LINE
    }

    /** The part of its key before the first dot. */
    public String section() {
        return setting.key().substring(0, setting.key().indexOf('.'));
    }

    /** What it must be, with how that is written. */
    public String requirement() {
        return setting.kind().requirement() + setting.kind().hint();
    }

    /** Whether the file says something that can be taken away. */
    public boolean isInFile() {
        return !inFile.isEmpty() || origin == Origin.FILE;
    }
}
