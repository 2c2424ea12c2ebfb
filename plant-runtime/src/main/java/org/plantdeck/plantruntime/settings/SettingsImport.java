package org.plantdeck.plantruntime.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import would do; it has been checked as a whole and nothing is changed yet.
 *
 * @param source the file it is from
 * @param before the text of plantdeck.yaml it was compared with
 * @param after its text afterwards
 * @param changes what it changes, in the order of the catalogue
 */
public record SettingsImport(Path source, String before, String after, List<Change> changes) {

    public SettingsImport {
        changes = List.copyOf(changes);
    }

    /**
     * A setting that changes. Nothing of it is secret.
     *
     * @param key which
     * @param from what the file says, or the default
     * @param to likewise afterwards
     */
    public record Change(String key, String from, String to) {}
}
