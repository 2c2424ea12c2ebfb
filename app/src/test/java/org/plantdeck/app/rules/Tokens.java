package org.plantdeck.app.rules;

import org.plantdeck.app.look.Look;
import org.plantdeck.app.look.Theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The colours of a theme by the names of their tokens, as {@code alarm-high}.
 *
 * @param byName all of them
 */
record Tokens(Map<String, Colour> byName) {

    private static final Pattern TOKEN = Pattern.compile("-deck-([a-z-]+):\\s*(#[0-9A-Fa-f]{6});");
    private static final Pattern USE = Pattern.compile("-deck-([a-z-]++)(?!\\s*:)");

    /** The tokens of a theme. */
    static Tokens of(Theme theme) {
        Map<String, Colour> byName = new LinkedHashMap<>();
        TOKEN.matcher(sheet(theme.word() + ".css"))
                .results()
                .forEach(it -> byName.put(it.group(1), Colour.of(it.group(2))));
        return new Tokens(byName);
    }

    /** The text of a style sheet beside {@link Look}. */
    static String sheet(String name) {
        try (InputStream file = Look.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The tokens a text speaks of. */
    static Set<String> named(String text) {
        Set<String> names = new TreeSet<>();
        USE.matcher(text).results().forEach(it -> names.add(it.group(1)));
        return names;
    }

    Colour get(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** The colours of the four priorities. */
    List<Colour> alarms() {
        return List.of(
                get("alarm-critical"), get("alarm-high"), get("alarm-medium"), get("alarm-low"));
    }
}
