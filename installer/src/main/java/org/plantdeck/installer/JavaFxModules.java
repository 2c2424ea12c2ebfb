package org.plantdeck.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes modules for jlink of JavaFX's jars: what is native becomes a library of the run-time image,
 * where the jar would have it unpacked into the user's home at every first start. Threads: any.
 */
final class JavaFxModules {

    private final Path jars;
    private final Path into;

    /**
     * @param jars the folder of JavaFX's jars for this system
     * @param into the folder of the modules, made anew
     */
    JavaFxModules(Path jars, Path into) {
        this.jars = jars;
        this.into = into;
    }

    /** Makes them. */
    void make() throws IOException {
        Folders.empty(into);
        for (Path jar : Folders.files(jars, it -> it.endsWith(".jar"))) {
            make(jar);
        }
    }

    /** The jars without a system in their names are empty: they only ask for the others. */
    private void make(Path jar) throws IOException {
        Path unpacked = into.resolve("unpacked");
        Path classes = Folders.empty(unpacked.resolve("classes"));
        Path libraries = Files.createDirectories(unpacked.resolve("lib"));
        boolean isModule = unpack(jar, classes, libraries);
        if (isModule) {
            String name = jar.getFileName().toString().replaceFirst("-[0-9].*", "");
            List<String> arguments =
                    new ArrayList<>(List.of("create", "--class-path", classes.toString()));
            arguments.addAll(List.of("--libs", libraries.toString()));
            arguments.add(into.resolve(name.replace('-', '.') + ".jmod").toString());
            Tool.run("jmod", arguments);
        }
        Folders.remove(unpacked);
    }

    private static boolean unpack(Path jar, Path classes, Path libraries) throws IOException {
        boolean isModule = false;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) {
                    continue;
                }
                isModule |= entry.getName().equals("module-info.class");
                Path to =
                        (isLibrary(entry.getName()) ? libraries : classes).resolve(entry.getName());
                Files.createDirectories(to.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, to);
                }
            }
        }
        return isModule;
    }

    private static boolean isLibrary(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.contains("/")
                && (lower.endsWith(".so") || lower.endsWith(".dylib") || lower.endsWith(".dll"));
    }
}
