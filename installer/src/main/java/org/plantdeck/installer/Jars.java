package org.plantdeck.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The jars of an image, without what it has no use for: libraries of other systems, flags that no
 * screen shows, and signatures, which keep classes out of the cache. Entries stay in their order
 * and keep their times. Threads: one.
 */
final class Jars {

    private static final String SQLITE_NATIVE = "org/sqlite/native/";

    /** Of all countries, for tiles of a kind that is not used; 2.8 MB. */
    private static final String TILESFX_FLAGS = "eu/hansolo/tilesfx/icons/";

    private final Path folder;

    /**
     * @param folder of the jars, which are changed in place
     */
    Jars(Path folder) {
        this.folder = folder;
    }

    /** Leaves out what is not wanted, and puts SQLite's library for this system beside the jars. */
    void slim() throws IOException {
        for (Path jar : Folders.files(folder, it -> it.endsWith(".jar"))) {
            boolean isWhole;
            try (JarFile file = new JarFile(jar.toFile(), false)) {
                isWhole = file.stream().allMatch(it -> isKept(it.getName()));
                takeSqlite(file);
            }
            if (!isWhole) {
                rewrite(jar);
            }
        }
    }

    private void takeSqlite(JarFile jar) throws IOException {
        String library = System.mapLibraryName("sqlitejdbc");
        JarEntry entry = jar.getJarEntry(SQLITE_NATIVE + system() + "/" + library);
        if (entry != null) {
            try (InputStream content = jar.getInputStream(entry)) {
                Path to = folder.resolve(library);
                Files.copy(content, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** As SQLite's driver names it. */
    private static String system() {
        String system =
                switch (Platform.current()) {
                    case LINUX -> "Linux";
                    case MAC -> "Mac";
                    case WINDOWS -> "Windows";
                };
        String processor = System.getProperty("os.arch", "");
        return system + "/" + (processor.equals("amd64") ? "x86_64" : processor);
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/")
                && upper.indexOf('/', "META-INF/".length()) < 0
                && (upper.endsWith(".SF")
                        || upper.endsWith(".RSA")
                        || upper.endsWith(".DSA")
                        || upper.endsWith(".EC"));
    }

    private static boolean isKept(String name) {
        return !isSignature(name)
                && !name.startsWith(SQLITE_NATIVE)
                && !name.startsWith(TILESFX_FLAGS);
    }

    private static void rewrite(Path jar) throws IOException {
        Path changed = jar.resolveSibling(jar.getFileName() + ".part");
        try (JarFile from = new JarFile(jar.toFile(), false);
                OutputStream out = Files.newOutputStream(changed);
                JarOutputStream to = new JarOutputStream(out)) {
            Enumeration<JarEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (isKept(entry.getName())) {
                    copy(from, entry, to);
                }
            }
        }
        Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
        JarEntry copied = new JarEntry(entry.getName());
        copied.setTime(entry.getTime());
        to.putNextEntry(copied);
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            unsigned(from.getManifest()).write(to);
        } else {
            try (InputStream content = from.getInputStream(entry)) {
                content.transferTo(to);
            }
        }
        to.closeEntry();
    }

    /** What it says of single entries is their digests. */
    private static Manifest unsigned(Manifest manifest) {
        Manifest result = new Manifest(manifest);
        result.getEntries().clear();
        return result;
    }
}
