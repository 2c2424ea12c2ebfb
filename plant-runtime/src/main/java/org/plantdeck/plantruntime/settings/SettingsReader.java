package org.plantdeck.plantruntime.settings;

import org.plantdeck.plantruntime.settings.Settings.Written;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return read(catalogue, file, YamlFile.read(file), overrides);
    }

    /**
     * Reads what somebody types, over what the command line says.
     *
     * @param values each as written
     * @throws SettingsFailure naming the first thing that is wrong
     */
    public static Settings readTyped(
            Catalogue catalogue, List<String> overrides, Map<Setting<?>, String> values) {
        SettingsReader reader = new SettingsReader(catalogue);
        overrides.forEach(reader::fromCommandLine);
        values.forEach(
                (setting, text) -> reader.written.put(setting.key(), written("", setting, text)));
        return new Settings(reader.written);
    }

    /** Reads a text that is, or is to be, in a file; without a command line. */
    static Settings readText(Catalogue catalogue, Path file, String text) {
        return read(catalogue, file, YamlFile.read(file, text), List.of());
    }

    private static Settings read(
            Catalogue catalogue, Path file, List<YamlFile.Entry> entries, List<String> overrides) {
        SettingsReader reader = new SettingsReader(catalogue);
        for (YamlFile.Entry entry : entries) {
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
        written.put(entry.key(), written(where, setting, entry.text()));
    }

    private void fromCommandLine(String override) {
        int equals = override.indexOf('=');
        String key = equals < 0 ? override : override.substring(0, equals).strip();
        String where = "--set " + override;
        if (equals < 0) {
            throw new SettingsFailure(where + ": write it as key=value, such as " + example(key));
        }
        Setting<?> setting = known(where, key);
        written.put(key, written(where, setting, override.substring(equals + 1)));
    }

    private static Written written(String where, Setting<?> setting, String text) {
        Object value = value(where, setting, text);
        return new Written(where, text.strip(), value, setting.kind().isSecret());
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
                .orElseThrow(() -> wrong(where, setting, found(text)));
    }

    private static String found(String text) {
        return text.isBlank() ? "empty" : text.strip();
    }

    private static SettingsFailure wrong(String where, Setting<?> setting, String found) {
        String place = where.isEmpty() ? "" : where + ": ";
        return new SettingsFailure(place + wrong(setting, found));
    }

    private static String wrong(Setting<?> setting, String found) {
        return setting.key()
                + " is "
                + found
                + ", must be "
                + setting.kind().requirement()
                + setting.kind().hint();
    }

    /** Why a text cannot be the value of a setting, as the start says it; empty where it can. */
    public static Optional<String> refusal(Setting<?> setting, String text) {
        return setting.kind().read(text).isPresent()
                ? Optional.empty()
                : Optional.of(wrong(setting, found(text)));
    }
}
