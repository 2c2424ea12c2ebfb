package org.plantdeck.plantruntime.settings;

/**
 * Why the settings, or a file, folder or port they name, cannot be used: one to three lines that
 * name it and say what to do. The process ends with exit code 2.
 */
public final class SettingsFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsFailure(String sentence) {
        super(sentence);
    }

    public SettingsFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The lines. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
