package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.util.List;

/** The settings of the desktop. */
public final class DesktopKeys {

    private static final Setting<String> OPERATOR =
            Setting.unset(
                    "desktop.operator",
                    Kind.text("a name"),
                    "the user of this computer",
                    "name",
                    "Who gives the commands of this desk, as the PLCs and the commands log say it");

    private DesktopKeys() {}

    static List<Setting<?>> all() {
        return List.of(OPERATOR);
    }

    /** Who gives commands at this desk. */
    public static String operator(Settings settings) {
        return settings.find(OPERATOR).orElseGet(() -> System.getProperty("user.name", "operator"));
    }
}
