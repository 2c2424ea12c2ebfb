package org.plantdeck.app.words;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of one package beside its sources.
 *
 * @param name of the package, as a folder
 * @param keys of its words
 * @param sources texts of its classes
 */
record Bundle(String name, Set<String> keys, List<String> sources) {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern SAY = Pattern.compile("\\bsay\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WORDS_OF = Pattern.compile("\\bWords\\.of\\((\\w+)\\.class\\)");

    /** Every package with words, or with classes that say some. */
    static List<Bundle> all() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> folders = files.filter(Files::isDirectory).sorted().toList();
            List<Bundle> bundles = new ArrayList<>();
            for (Path folder : folders) {
                Bundle bundle = of(folder);
                if (!bundle.keys.isEmpty() || !bundle.classesWithWords().isEmpty()) {
                    bundles.add(bundle);
                }
            }
            return bundles;
        }
    }

    private static Bundle of(Path folder) throws IOException {
        String name = SOURCES.relativize(folder).toString();
        Properties words = new Properties();
        Path file = RESOURCES.resolve(name).resolve("words.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                words.load(reader);
            }
        }
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path source : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(source));
            }
        }
        return new Bundle(name, new TreeSet<>(words.stringPropertyNames()), sources);
    }

    /** The classes whose words are asked for. */
    Set<String> classesWithWords() {
        Set<String> classes = new TreeSet<>();
        for (String source : sources) {
            WORDS_OF.matcher(source).results().forEach(it -> classes.add(it.group(1)));
        }
        return classes;
    }

    /** Whether a class of this package has that name. */
    boolean has(String className) {
        return sources.stream()
                .anyMatch(it ->
                        Pattern.compile("(class|interface|record|enum) " + className + "\\b")
                                .matcher(it)
                                .find());
    }

    /** What stands for a key in the first argument of each {@code say(…)}. */
    Set<Said> said() {
        Set<Said> said = new TreeSet<>();
        for (String source : sources) {
            SAY.matcher(source).results().forEach(it -> addKeys(source, it.end(), said));
        }
        return said;
    }

    /** Adds the texts that stand in an argument itself and not in a call within it. */
    private static void addKeys(String source, int begin, Set<Said> said) {
        Matcher literal = LITERAL.matcher(source);
        int depth = 0;
        int i = begin;
        while (depth >= 0 && !(depth == 0 && source.charAt(i) == ',')) {
            char c = source.charAt(i);
            if (c == '"' && literal.find(i)) {
                i = literal.end();
                if (depth == 0) {
                    boolean prefix = source.substring(i).stripLeading().startsWith("+");
                    said.add(new Said(literal.group(1), prefix));
                }
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                i++;
            }
        }
    }

    /**
     * A key, or how it begins.
     *
     * @param text as it stands in the source
     * @param prefix whether something is put behind it at run time
     */
    record Said(String text, boolean prefix) implements Comparable<Said> {

        boolean matches(String key) {
            return prefix ? key.startsWith(text) : key.equals(text);
        }

        @Override
        public int compareTo(Said other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Every text in quotes, wherever it stands in the package. */
    Set<String> literals() {
        Set<String> literals = new TreeSet<>();
        for (String source : sources) {
            LITERAL.matcher(source).results().forEach(it -> literals.add(it.group(1)));
        }
        return literals;
    }

    /** Whether a key stands in the sources, whole or as a beginning that ends in - or a dot. */
    boolean isUsed(String key) {
        return literals().stream()
                .anyMatch(it ->
                        it.equals(key)
                                || ((it.endsWith("-") || it.endsWith(".")) && key.startsWith(it)));
    }
}
