package org.plantdeck.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program's image: a Java of its own with JavaFX in it, the jars, a launcher, and a cache of
 * what the machine learned in a rehearsal (JEP 483, 514 and 515), so that a start needs neither
 * loading nor linking of classes. Threads: one.
 */
final class Image {

    /** What the jars and JavaFX use of the JDK; what else is there stays out. */
    private static final List<String> MODULES =
            List.of(
                    "java.base",
                    "java.desktop",
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.net.http",
                    "java.security.jgss",
                    "java.sql",
                    "java.xml",
                    "jdk.crypto.ec",
                    "jdk.management",
                    "jdk.net",
                    "jdk.unsupported",
                    "javafx.base",
                    "javafx.controls",
                    "javafx.graphics");

    /** Cache and start must agree in these. */
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /** A cache that does not hold is nothing to speak of; what else Java warns of is no output. */
    private static final List<String> LOG =
            List.of("-Xlog:all=off:stdout", "-Xlog:all=warning:stderr", "-Xlog:aot=off:stderr");

    private static final String MAIN = "org.plantdeck.plantruntime.PlantDeck";
    private static final String CACHE = "plantdeck.aot";

    private final Path work;
    private final String version;
    private final FileTime time;
    private final Platform platform = Platform.current();

    /**
     * @param work has {@code jars}, {@code javafx} and {@code icons}; the rest is made in it
     * @param version of the program
     * @param time of every file in the image: the cache holds for jars of the time it has seen
     */
    Image(Path work, String version, Instant time) {
        this.work = work;
        this.version = version;
        this.time = FileTime.from(time);
    }

    /**
     * Makes the image of the folder in the first argument, for the version in the second, with
     * files of the time in the third. Threads: the main one.
     */
    public static void main(String[] arguments) throws Exception {
        new Image(Path.of(arguments[0]), arguments[1], Instant.parse(arguments[2])).make();
    }

    private void make() throws IOException, InterruptedException {
        Path jars = work.resolve("jars");
        new Jars(jars).slim();
        int notices = new Notices(jars, jars.resolve("legal")).copy();
        new Notices(jars, work.resolve("portable/legal")).copy();
        Path modules = work.resolve("jmods");
        new JavaFxModules(work.resolve("javafx"), modules).make();
        Path runtime = work.resolve("runtime");
        Folders.remove(runtime);
        link(modules, runtime);
        strip(runtime);
        Path image = pack(runtime);
        List<String> classPath = classPath(image);
        if (platform == Platform.LINUX) {
            relaunch(image, classPath);
        }
        Folders.date(image, time);
        rehearse(image, classPath);
        System.out.printf(
                "%s: %d MB, %d licences and notices%n",
                image, Folders.size(image) / 1_000_000, notices);
    }

    private static void link(Path modules, Path into) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--module-path", modules.toString()));
        arguments.addAll(List.of("--add-modules", String.join(",", MODULES)));
        arguments.addAll(List.of("--strip-java-debug-attributes", "--compress", "zip-6"));
        arguments.addAll(List.of("--no-header-files", "--no-man-pages"));
        arguments.addAll(List.of("--output", into.toString()));
        Tool.run("jlink", arguments);
    }

    /** Symbols nobody links to are a sixth of the machine's library; jlink leaves them in. */
    private void strip(Path runtime) throws IOException, InterruptedException {
        if (platform != Platform.LINUX || !Tool.isOnPath("objcopy")) {
            return;
        }
        try (Stream<Path> all = Files.walk(runtime.resolve("lib"))) {
            for (Path library : all.filter(it -> it.toString().endsWith(".so")).toList()) {
                Tool.program(
                        Path.of("objcopy"),
                        List.of("--strip-unneeded", library.toString()),
                        Map.of(),
                        work.resolve("strip.log"));
            }
        }
    }

    private Path pack(Path runtime) throws IOException {
        Path destination = work.resolve("image");
        Folders.remove(destination);
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image"));
        arguments.addAll(
                List.of("--name", platform.program(), "--app-version", platform.version(version)));
        arguments.addAll(List.of("--runtime-image", runtime.toString()));
        arguments.addAll(List.of("--input", work.resolve("jars").toString()));
        arguments.addAll(List.of("--main-jar", "app-" + version + ".jar", "--main-class", MAIN));
        arguments.addAll(List.of("--icon", work.resolve("icons/" + platform.icon()).toString()));
        arguments.addAll(List.of("--dest", destination.toString()));
        for (String option : options("$APPDIR")) {
            arguments.addAll(List.of("--java-options", option));
        }
        if (platform == Platform.WINDOWS) {
            Path console = work.resolve("console.properties");
            Files.writeString(console, "win-console=true\n");
            arguments.addAll(List.of("--add-launcher", "plantdeck-console=" + console));
        }
        Tool.run("jpackage", arguments);
        return platform.image(destination);
    }

    /** What a start gives Java, where its launcher has a name for the folder of the jars. */
    private static List<String> options(String jars) {
        List<String> options = new ArrayList<>(FLAGS);
        options.addAll(LOG);
        options.add("-Dorg.sqlite.lib.path=" + jars);
        options.add("-XX:AOTCache=" + jars + "/" + CACHE);
        return options;
    }

    /** Gives the image a launcher that leaves nothing behind, and takes away what that replaces. */
    private void relaunch(Path image, List<String> classPath) throws IOException {
        new ShellLauncher(options("$app"), classPath, MAIN)
                .write(image.resolve("bin").resolve(platform.program()));
        Files.delete(platform.jars(image).resolve(platform.program() + ".cfg"));
        Files.delete(image.resolve("lib/libapplauncher.so"));
    }

    /** Runs the program once, with the class path its launcher has, for the cache. */
    private void rehearse(Path image, List<String> classPath)
            throws IOException, InterruptedException {
        Path jars = platform.jars(image);
        Path data = Folders.empty(work.resolve("rehearsal"));
        Files.writeString(data.resolve("plantdeck.yaml"), "simulation:\n  history: 24h\n");
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.add("-Dorg.sqlite.lib.path=" + jars);
        arguments.add("-XX:AOTCacheOutput=" + jars.resolve(CACHE));
        arguments.addAll(List.of("-cp", below(jars, classPath), MAIN));
        arguments.addAll(List.of("rehearse", "--data", data.toString()));
        Tool.program(platform.java(image), arguments, Map.of(), work.resolve("rehearsal.log"));
        if (!Files.isRegularFile(jars.resolve(CACHE))) {
            throw new IllegalStateException("the rehearsal left no cache");
        }
    }

    private static String below(Path folder, List<String> names) {
        return names.stream()
                .map(it -> folder.resolve(it).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The names of the jars as the launcher has them, from its own settings. */
    private List<String> classPath(Path image) throws IOException {
        String place = "app.classpath=$APPDIR/";
        Path settings = platform.jars(image).resolve(platform.program() + ".cfg");
        try (Stream<String> lines = Files.lines(settings)) {
            return lines.filter(it -> it.startsWith("app.classpath="))
                    .map(it -> it.substring(place.length()))
                    .toList();
        }
    }
}
