package org.plantdeck.plantruntime.settings;

/** The settings that are set as a file of their own, without secrets. Threads: any. */
final class SettingsExport {

    private SettingsExport() {}

    /**
     * The text of such a file: each setting that is set with its meaning, in the order of the
     * catalogue; read back it sets the same, but for what is secret.
     */
    static String of(Catalogue catalogue, Settings settings) {
        StringBuilder text = new StringBuilder(1_024);
        text.append("# Settings of PlantDeck: what is set and is no default. Passwords are left")
                .append(" out.\n");
        for (Setting<?> setting : catalogue.all()) {
            settings.text(setting)
                    .ifPresent(value ->
                            text.append("\n# ")
                                    .append(setting.meaning())
                                    .append(" (")
                                    .append(setting.unit())
                                    .append(").\n")
                                    .append(line(setting, value))
                                    .append('\n'));
        }
        return text.toString();
    }

    private static String line(Setting<?> setting, String value) {
        String shown = Secrets.masked(setting, value);
        return shown.equals(value)
                ? setting.key() + ": " + YamlEdit.rendered(setting, value)
                : "#" + setting.key() + ": # is set and left out";
    }
}
