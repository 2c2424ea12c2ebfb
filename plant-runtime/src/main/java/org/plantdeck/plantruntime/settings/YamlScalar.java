package org.plantdeck.plantruntime.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes texts so that YAML reads them again. Threads: any. */
final class YamlScalar {

    private static final Pattern PLAIN =
            Pattern.compile("-?[A-Za-z0-9/](?:[A-Za-z0-9_./:+-]*[A-Za-z0-9_/+-])?");

    private YamlScalar() {}

    /** As it is where that is plain, else in quotes. */
    static String of(String text) {
        if (PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null")) {
            return text;
        }
        boolean printable = text.chars().noneMatch(YamlScalar::needsEscape);
        return printable ? "'" + text.replace("'", "''") + "'" : escaped(text);
    }

    /** Controls, what YAML takes for the end of a line, and what it does not take at all. */
    private static boolean needsEscape(int c) {
        return c < ' '
                || (c >= 0x7f && c < 0xa0)
                || c == 0x2028
                || c == 0x2029
                || c >= 0xfffe
                || c == 0xfeff;
    }

    private static String escaped(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (needsEscape(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" + c : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
