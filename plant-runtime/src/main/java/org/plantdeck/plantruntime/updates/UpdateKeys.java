package org.plantdeck.plantruntime.updates;

import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The settings of the check for updates. */
public final class UpdateKeys {

    private static final Setting<URI> URL =
            Setting.unset(
                    "updates.url",
                    Kind.fileUrl(),
                    "nobody is asked",
                    "address",
                    "The file whose first line is the newest version; the desktop reads it once"
                            + " after its start, and nothing is sent");

    private UpdateKeys() {}

    /** All of them, in the order they are shown. */
    public static List<Setting<?>> all() {
        return List.of(URL);
    }

    /** The name of the setting that turns the check on. */
    public static String name() {
        return URL.key();
    }

    /** The file that says the newest version; empty where nobody is to be asked. */
    public static Optional<URI> url(Settings settings) {
        return settings.find(URL);
    }
}
