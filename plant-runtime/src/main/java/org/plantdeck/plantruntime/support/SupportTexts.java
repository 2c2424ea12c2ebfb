package org.plantdeck.plantruntime.support;

import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.PartStatus;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of a support bundle. Threads: any. */
final class SupportTexts {

    private static final Pattern FX_JAR =
            Pattern.compile("javafx-base-([0-9][^/\\\\]*?)(-\\D[^/\\\\]*)?\\.jar");

    private SupportTexts() {}

    static String versions(SupportFacts facts) {
        StringBuilder text = new StringBuilder(512);
        line(text, "made", IsoTime.format(facts.at()));
        line(text, "PlantDeck", facts.version());
        line(text, "Java", property("java.vendor.version") + " " + property("java.version"));
        line(text, "JVM", property("java.vm.name") + " " + property("java.vm.version"));
        line(text, "JavaFX", javaFx());
        line(
                text,
                "system",
                property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        line(text, "processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        line(text, "heap, most", megabytes(Runtime.getRuntime().maxMemory()));
        line(text, "locale", Locale.getDefault().toLanguageTag());
        line(text, "file encoding", property("native.encoding"));
        return text.toString();
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    /** It says so itself where it runs; else the name of its file does. */
    private static String javaFx() {
        String running = property("javafx.runtime.version");
        if (!running.isEmpty()) {
            return running;
        }
        Matcher jar = FX_JAR.matcher(property("java.class.path"));
        return jar.find() ? jar.group(1) + ", not loaded" : "none";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-16s%s\n".formatted(name, value.strip()));
    }

    static String statuses(List<PartStatus> statuses) {
        if (statuses.isEmpty()) {
            return "Nobody said anything: no broker could be reached, or no part has run.\n";
        }
        StringBuilder text = new StringBuilder(2_048);
        statuses.stream()
                .sorted(Comparator.comparing(PartStatus::component))
                .forEach(it -> {
                    text.append(it.component())
                            .append(": ")
                            .append(it.health().state().word())
                            .append(", version ")
                            .append(it.version())
                            .append(", said at ")
                            .append(IsoTime.format(it.timestamp()))
                            .append('\n');
                    if (!it.health().detail().isEmpty()) {
                        text.append("  ").append(it.health().detail()).append('\n');
                    }
                    it.health()
                            .figures()
                            .forEach((name, value) ->
                                    text.append("  ")
                                            .append(name)
                                            .append('=')
                                            .append(value)
                                            .append('\n'));
                });
        return text.toString();
    }

    /** Room, and names and sizes of what lies in the directory; of its folders, the whole. */
    static String disk(DataDirectory directory) throws IOException {
        StringBuilder text = new StringBuilder(1_024);
        Path path = directory.path();
        if (Files.notExists(path)) {
            return "There is no data directory " + path + "\n";
        }
        FileStore store = Files.getFileStore(path);
        line(text, "data directory", path.toString());
        line(text, "file system", store.type() + (store.isReadOnly() ? ", read only" : ""));
        line(text, "room, all", megabytes(store.getTotalSpace()));
        line(text, "room, free", megabytes(store.getUsableSpace()));
        text.append('\n');
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.filter(it -> !it.equals(path)).toList()) {
                boolean folder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
                String name = path.relativize(file).getName(0) + (folder ? "/" : "");
                boolean deep = path.relativize(file).getNameCount() > 1;
                String key = deep ? path.relativize(file).getName(0) + "/" : name;
                sizes.merge(key, folder ? 0L : size(file), Long::sum);
            }
        }
        sizes.forEach((name, bytes) -> text.append("%14s  %s\n".formatted(megabytes(bytes), name)));
        return text.toString();
    }

    /** A file that goes meanwhile takes no room. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.3f MB", bytes / 1e6);
    }
}
