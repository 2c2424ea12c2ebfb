package org.plantdeck.plantruntime.settings;

import org.plantdeck.plantruntime.settings.Settings.Written;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the settings of one start. Threads: one. */
public final class SettingsReader {

    private final Catalogue catalogue;
    private final Map<String, Written> written = new HashMap<>();

    private SettingsReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads the file, if it is there, and then what the command line says.
     *
     * @param file plantdeck.yaml
     * @param overrides {@code key=value}, the last of a key holds
     * @throws SettingsFailure naming the first thing that is wrong
     */
    public static Settings read(Catalogue catalogue, Path file, List<String> overrides) {
        SettingsReader reader = new SettingsReader(catalogue);
        for (YamlFile.Entry entry : YamlFile.read(file)) {
            reader.fromFile(file, entry);
        }
        overrides.forEach(reader::fromCommandLine);
        return new Settings(reader.written);
    }

    private void fromFile(Path file, YamlFile.Entry entry) {
        String where = file + ", line " + entry.line();
        if (entry.empty() && catalogue.isSection(entry.key())) {
            return;
        }
        Setting<?> setting = known(where, entry.key());
        Written before = written.get(entry.key());
        if (before != null) {
            throw new SettingsFailure(
                    where
                            + ": "
                            + entry.key()
                            + " is set already ("
                            + before.where()
                            + "); remove one of the two");
        }
        if (entry.list() && !(setting.kind() instanceof TextsKind)) {
            throw wrong(where, setting, "a list");
        }
        written.put(entry.key(), new Written(where, value(where, setting, entry.text())));
    }

    private void fromCommandLine(String override) {
        int equals = override.indexOf('=');
        String key = equals < 0 ? override : override.substring(0, equals).strip();
        String where = "--set " + override;
        if (equals < 0) {
            throw new SettingsFailure(where + ": write it as key=value, such as " + example(key));
        }
        Setting<?> setting = known(where, key);
        written.put(key, new Written(where, value(where, setting, override.substring(equals + 1))));
    }

    private String example(String key) {
        return catalogue
                .named(key)
                .map(it -> key + "=" + it.standardText())
                .orElse("local-broker.port=1883");
    }

    private Setting<?> known(String where, String key) {
        return catalogue
                .named(key)
                .orElseThrow(() -> new SettingsFailure(where + ": " + unknown(key)));
    }

    private String unknown(String key) {
        if (catalogue.isSection(key)) {
            return key
                    + " is a group of settings and has no value of its own;"
                    + " `plantdeck settings` lists its keys";
        }
        return key
                + " is not a setting; "
                + catalogue.nearest(key).map(it -> "did you mean " + it + "? ").orElse("")
                + "`plantdeck settings` lists them all";
    }

    private static Object value(String where, Setting<?> setting, String text) {
        return setting.kind()
                .read(text)
                .<Object>map(it -> it)
                .orElseThrow(() -> wrong(where, setting, text.isBlank() ? "empty" : text.strip()));
    }

    private static SettingsFailure wrong(String where, Setting<?> setting, String found) {
        return new SettingsFailure(
                where
                        + ": "
                        + setting.key()
                        + " is "
                        + found
                        + ", must be "
                        + setting.kind().requirement()
                        + setting.kind().hint());
    }
}
