package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;

/** Why a part of a process could not be started, in a sentence that says what to do. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean aboutSettings;

    /**
     * @param name the part that failed
     * @param failure what it said
     */
    StartFailure(PartName name, PartFailure failure) {
        super(sentence(name, failure), failure);
        aboutSettings =
                name.role() == PartName.Role.BROKER
                        || failure.getCause() instanceof IOException
                        || failure.getCause() instanceof SettingsFailure;
    }

    private static String sentence(PartName name, PartFailure failure) {
        String said = failure.sentence();
        return said.contains(name.word()) ? said : name.word() + ": " + said;
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Whether a port, a folder or another thing that can be set is the reason. */
    public boolean isAboutSettings() {
        return aboutSettings;
    }
}
