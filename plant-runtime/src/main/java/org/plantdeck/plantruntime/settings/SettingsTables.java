package org.plantdeck.plantruntime.settings;

import java.util.Map;
import java.util.TreeMap;

/** The settings as tables in Markdown, one a section, for the documentation. Threads: any. */
public final class SettingsTables {

    private static final Map<Character, String> ESCAPED =
            new TreeMap<>(Map.of('|', "\\|", '<', "&lt;"));

    private SettingsTables() {}

    /** A heading and a table for each section of the keys. */
    public static String of(Catalogue catalogue) {
        StringBuilder text = new StringBuilder(16_384);
        String section = "";
        for (Setting<?> setting : catalogue.all()) {
            String ofSetting = setting.key().substring(0, setting.key().indexOf('.'));
            if (!ofSetting.equals(section)) {
                section = ofSetting;
                text.append("\n### ")
                        .append(section)
                        .append("\n\n| key | default | unit | must be | meaning |\n|---|---|---|---|---|\n");
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
        StringBuilder escaped = new StringBuilder(text.length());
        for (char letter : text.toCharArray()) {
            escaped.append(ESCAPED.getOrDefault(letter, String.valueOf(letter)));
        }
        return escaped.toString();
    }
}
