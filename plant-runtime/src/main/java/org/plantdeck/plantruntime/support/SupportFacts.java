package org.plantdeck.plantruntime.support;

import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.SettingsEditor;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartStatus;

import java.time.Instant;
import java.util.List;

/**
 * What a support bundle is made of, beside what lies in the data directory.
 *
 * @param version the program's
 * @param at when it is made, wall time
 * @param directory whose logs and sizes are taken
 * @param settings what is set, without secrets; or why that cannot be said
 * @param secrets words that are taken out of everything
 * @param statuses what the parts said last
 */
public record SupportFacts(
        String version,
        Instant at,
        DataDirectory directory,
        String settings,
        List<String> secrets,
        List<PartStatus> statuses) {

    public SupportFacts {
        secrets = List.copyOf(secrets);
        statuses = List.copyOf(statuses);
    }

    /** The facts of a data directory; settings that are wrong do not keep a bundle from it. */
    public static SupportFacts of(
            String version,
            Instant at,
            DataDirectory directory,
            SettingsEditor editor,
            List<PartStatus> statuses) {
        try {
            return new SupportFacts(
                    version, at, directory, editor.withoutSecrets(), editor.secrets(), statuses);
        } catch (SettingsFailure wrong) {
            return unreadable(version, at, directory, wrong, statuses);
        }
    }

    /** The facts where the settings cannot be read. */
    public static SupportFacts unreadable(
            String version,
            Instant at,
            DataDirectory directory,
            SettingsFailure wrong,
            List<PartStatus> statuses) {
        String why = "# The settings cannot be read: " + wrong.sentence() + "\n";
        return new SupportFacts(version, at, directory, why, List.of(), statuses);
    }
}
