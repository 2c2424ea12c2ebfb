package org.plantdeck.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The licences and notices that lie in jars, as files somebody can read: what most licences ask
 * for. Threads: one.
 */
final class Notices {

    private final Path jars;
    private final Path into;

    /**
     * @param jars the folder of the jars
     * @param into made anew, with a folder a jar that says something
     */
    Notices(Path jars, Path into) {
        this.jars = jars;
        this.into = into;
    }

    /** Copies them; says how many files. */
    int copy() throws IOException {
        Folders.empty(into);
        int copied = 0;
        for (Path jar : Folders.files(jars, it -> it.endsWith(".jar"))) {
            copied += copy(jar);
        }
        return copied;
    }

    private int copy(Path jar) throws IOException {
        Path folder = into.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            List<JarEntry> notices = file.stream().filter(Notices::isNotice).toList();
            for (JarEntry each : notices) {
                Files.createDirectories(folder);
                try (InputStream content = file.getInputStream(each)) {
                    Files.copy(content, folder.resolve(each.getName().replace('/', '-')));
                }
            }
            return notices.size();
        }
    }

    /** A text in the root or right in META-INF that is called so. */
    private static boolean isNotice(JarEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        String own = name.startsWith("META-INF/") ? name.substring("META-INF/".length()) : name;
        return !entry.isDirectory()
                && !own.contains("/")
                && !own.endsWith(".CLASS")
                && (own.startsWith("LICENSE")
                        || own.startsWith("LICENCE")
                        || own.startsWith("NOTICE")
                        || own.startsWith("COPYING"));
    }
}
