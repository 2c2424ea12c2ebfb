package org.plantdeck.plantruntime.updates;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file of versions says.
 *
 * @param version its first line, the newest version
 * @param where its second line, where to get that; empty where there is none
 */
record VersionFile(Version version, String where) {

    /** So long such a file may be, in bytes. */
    static final int MOST_BYTES = 4 * 1024;

    private static final int LONGEST_VERSION = 64;
    private static final int LONGEST_WHERE = 300;

    /** A page that some portal shows in the place of the file is none. */
    private static final Pattern VERSION =
            Pattern.compile("[0-9][0-9A-Za-z]*([.+_-][0-9A-Za-z]+)*");

    /** What has no place on a screen: control characters, and those that turn the direction. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

    /** Reads it; empty where it does not begin with a version. */
    static Optional<VersionFile> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Iterator<String> lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().iterator();
        String first = next(lines);
        if (first.length() > LONGEST_VERSION || !VERSION.matcher(first).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VersionFile(Version.parse(first), where(next(lines))));
        } catch (IllegalArgumentException notVersion) {
            return Optional.empty();
        }
    }

    private static String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next().strip() : "";
    }

    private static String where(String line) {
        String seen = UNSEEN.matcher(line).replaceAll("");
        return seen.substring(0, Math.min(LONGEST_WHERE, seen.length()));
    }
}
