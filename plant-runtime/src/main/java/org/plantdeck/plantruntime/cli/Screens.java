package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.desktop.Desktop;
import org.plantdeck.plantruntime.desktop.NoDisplay;
import org.plantdeck.plantruntime.desktop.SessionStart;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.util.Optional;
import java.util.function.ToIntFunction;

/** How commands open windows. */
final class Screens {

    private Screens() {}

    /** What a command does with a desktop. */
    @FunctionalInterface
    interface Opening {
        int open(Desktop desktop) throws NoDisplay;
    }

    /**
     * Opens windows, or does something else where that is not possible.
     *
     * @param without hears why
     */
    static int open(Opening opening, ToIntFunction<String> without) {
        Optional<Desktop> desktop = Desktop.find();
        if (desktop.isEmpty()) {
            return without.applyAsInt("this program was built without a desktop");
        }
        try {
            return opening.open(desktop.get());
        } catch (NoDisplay none) {
            return without.applyAsInt(none.reason());
        }
    }

    /**
     * The desktop there is.
     *
     * @throws SettingsFailure where there is none
     */
    static Desktop required() {
        return Desktop.find()
                .orElseThrow(() -> new SettingsFailure("this program was built without a desktop"));
    }

    /** Begins a process for a desktop without asking anything. */
    static SessionStart start(RunningProcess.Launch launch, CommonOptions common) {
        return new CommandStart(launch, common, false);
    }
}
