package org.plantdeck.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every tag the factory's PLCs publish: the keys other people's clients rely on, and those
 * PlantDeck adds. Reads the table {@code factory-tags.csv}, the one place that owns their units,
 * decimals and scales. Threads: any.
 */
public final class FactoryTags {

    private static final FactoryTags TABLE = new FactoryTags();

    private final Map<String, Tag> byName = new LinkedHashMap<>();
    private final Map<FactorySource, List<Tag>> required = new EnumMap<>(FactorySource.class);
    private final Map<FactorySource, List<Tag>> all = new EnumMap<>(FactorySource.class);

    private FactoryTags() {
        for (FactorySource source : FactorySource.values()) {
            required.put(source, new ArrayList<>());
            all.put(source, new ArrayList<>());
        }
        rows().filter(row -> !row.startsWith("#") && !row.isBlank()).forEach(this::add);
    }

    private static Stream<String> rows() {
        try (InputStream table =
                Objects.requireNonNull(FactoryTags.class.getResourceAsStream("factory-tags.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException("factory-tags.csv", e);
        }
    }

    private void add(String row) {
        String[] cell = row.split(";", -1);
        Tag tag =
                new Tag(
                        FactorySource.valueOf(cell[0]),
                        cell[1],
                        TagType.valueOf(cell[2]),
                        cell[3],
                        Integer.parseInt(cell[4]),
                        Double.parseDouble(cell[5]),
                        Double.parseDouble(cell[6]),
                        cell[8]);
        byName.put(tag.name(), tag);
        Objects.requireNonNull(all.get(tag.source())).add(tag);
        if (cell[7].equals("required")) {
            Objects.requireNonNull(required.get(tag.source())).add(tag);
        }
    }

    /** The tags of a source that every body of it must carry. */
    public static List<Tag> required(FactorySource source) {
        return TABLE.required.getOrDefault(source, List.of());
    }

    /** Every tag PlantDeck's own PLC publishes for a source, in the order of the body. */
    public static List<Tag> all(FactorySource source) {
        return TABLE.all.getOrDefault(source, List.of());
    }

    /** The tag of a full name such as {@code factory/energy/voltages.L1}. */
    public static Optional<Tag> named(String name) {
        return Optional.ofNullable(TABLE.byName.get(name));
    }
}
