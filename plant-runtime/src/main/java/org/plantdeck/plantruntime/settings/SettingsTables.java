package org.plantdeck.plantruntime.settings;

/** The settings as tables in Markdown, one a section, for the documentation. Threads: any. */
public final class SettingsTables {

    private SettingsTables() {}

    /** A heading and a table for each section of the keys. */
    public static String of(Catalogue catalogue) {
        StringBuilder text = new StringBuilder(16_384);
        String section = "";
        for (Setting<?> setting : catalogue.all()) {
            String ofSetting = setting.key().substring(0, setting.key().indexOf('.'));
            if (!ofSetting.equals(section)) {
                section = ofSetting;
                text.append(
                        """

                        ### %s

                        | key | default | unit | must be | meaning |
                        |---|---|---|---|---|
                        """
                                .formatted(section));
            }
            text.append("| `")
                    .append(setting.key())
                    .append("` | ")
                    .append(cell(setting.standardText()))
                    .append(" | ")
                    .append(cell(setting.unit()))
                    .append(" | ")
                    .append(cell(setting.kind().requirement()))
                    .append(" | ")
                    .append(cell(setting.meaning()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
