package org.plantdeck.plantruntime.settings;

import java.util.List;

/**
 * Every setting as it is now.
 *
 * @param lines in the order of the catalogue
 * @param canUndo whether the last change can be taken back
 * @param trouble why the next start would end at once; empty where it would not
 */
public record SettingsState(List<SettingLine> lines, boolean canUndo, String trouble) {

    public SettingsState {
        lines = List.copyOf(lines);
    }

    /** How many settings change with the next start. */
    public int waiting() {
        return (int) lines.stream().filter(SettingLine::waits).count();
    }
}
