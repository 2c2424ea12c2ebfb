package org.plantdeck.plantruntime.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is set: the file, with what the command line said over it. Immutable. Threads: any. */
public final class Settings {

    private final Map<String, Written> written;

    Settings(Map<String, Written> written) {
        this.written = Map.copyOf(written);
    }

    /**
     * Where a value was written and what it is.
     *
     * @param where the file and line, or the option of the command line; empty where somebody types
     *     it
     * @param text as it was written, the elements of a list joined by commas
     * @param value what it means, of the kind its setting says
     * @param secret whether nobody is to be shown it
     */
    record Written(String where, String text, Object value, boolean secret) {}

    /** What holds for a setting that has a default. */
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .or(setting::standard)
                .orElseThrow(() -> new IllegalArgumentException(setting.key() + " has no default"));
    }

    /** What is set explicitly; empty where nothing is. */
    @SuppressWarnings("unchecked") // a value was read by the kind of the setting of that key
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable(written.get(setting.key())).map(it -> (T) it.value());
    }

    /** Whether the file or the command line says it. */
    public boolean isSet(Setting<?> setting) {
        return written.containsKey(setting.key());
    }

    /** What is set explicitly, as it was written; the elements of a list joined by commas. */
    public Optional<String> text(Setting<?> setting) {
        return Optional.ofNullable(written.get(setting.key())).map(Written::text);
    }

    /** What is set of the settings that nobody is to be shown. */
    public List<String> secrets() {
        return written.values().stream().filter(Written::secret).map(Written::text).toList();
    }

    /** Whether both say the same of a setting, however it is written. */
    public boolean agree(Settings other, Setting<?> setting) {
        return find(setting).equals(other.find(setting));
    }

    /** What is wrong with what is set here, as a failure that names where it was written. */
    public SettingsFailure wrong(Setting<?> setting, String why) {
        Written here = written.get(setting.key());
        String where = here == null || here.where().isEmpty() ? "" : here.where() + ": ";
        return new SettingsFailure(where + setting.key() + " " + why);
    }
}
