package org.plantdeck.plantruntime.settings;

import java.util.Optional;

/**
 * Why the settings, or a file, folder or port they name, cannot be used: one to three lines that
 * name it and say what to do. The process ends with exit code 2.
 */
public final class SettingsFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Remedy> remedy;

    public SettingsFailure(String sentence) {
        super(sentence);
        remedy = Optional.empty();
    }

    public SettingsFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        remedy = Optional.empty();
    }

    private SettingsFailure(SettingsFailure failure, Remedy remedy) {
        super(failure.sentence(), failure);
        this.remedy = Optional.of(remedy);
    }

    /**
     * What would help.
     *
     * @param setting one setting
     * @param value and what it would have to be
     */
    public record Remedy(Setting<?> setting, String value) {}

    /** The same failure, with what would help. */
    public SettingsFailure remedy(Setting<?> setting, String value) {
        return new SettingsFailure(this, new Remedy(setting, value));
    }

    /** What would help, where that is known. */
    public Optional<Remedy> remedy() {
        return remedy;
    }

    /** The lines. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
