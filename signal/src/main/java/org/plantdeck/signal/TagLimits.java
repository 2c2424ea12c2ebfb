package org.plantdeck.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Normal bands and alarm limits of the factory's tags, from {@code normal-bands.csv} and {@code
 * alarm-limits.csv}. Threads: any.
 */
public final class TagLimits {

    private static final TagLimits TABLE = new TagLimits();

    private final Map<String, NormalBand> bands = new HashMap<>();
    private final List<AlarmLimit> limits = new ArrayList<>();

    private TagLimits() {
        rows("normal-bands.csv").forEach(this::addBand);
        rows("alarm-limits.csv").map(TagLimits::limit).forEach(limits::add);
    }

    private static Stream<String[]> rows(String table) {
        try (InputStream file =
                Objects.requireNonNull(TagLimits.class.getResourceAsStream(table))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> !row.startsWith("#") && !row.isBlank())
                    .map(row -> row.split(";", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(table, e);
        }
    }

    private void addBand(String[] cell) {
        bands.put(
                tag(cell).name(),
                new NormalBand(Double.parseDouble(cell[2]), Double.parseDouble(cell[3])));
    }

    private static Tag tag(String[] cell) {
        String name = FactorySource.valueOf(cell[0]).topic() + "/" + cell[1];
        return FactoryTags.named(name)
                .orElseThrow(() -> new IllegalStateException(name + " is no tag"));
    }

    private static AlarmLimit limit(String[] cell) {
        return new AlarmLimit(
                tag(cell),
                condition(cell[2], cell[3]),
                new AlarmLimit.Onset(
                        Duration.ofSeconds(Long.parseLong(cell[5])),
                        Double.parseDouble(cell[6]),
                        cell[7].equals("RUNNING")),
                Priority.ofDigit(Integer.parseInt(cell[4])),
                new AlarmLimit.Words(cell[8], cell[9]));
    }

    private static AlarmLimit.Condition condition(String word, String limit) {
        return switch (word) {
            case "HIGH" -> new AlarmLimit.Condition.High(bound(limit));
            case "LOW" -> new AlarmLimit.Condition.Low(bound(limit));
            case "IS" -> new AlarmLimit.Condition.Is(limit);
            default -> throw new IllegalStateException(word + " is no condition");
        };
    }

    private static AlarmLimit.Bound bound(String text) {
        return text.startsWith("@")
                ? new AlarmLimit.Bound.Follows(text.substring(1))
                : new AlarmLimit.Bound.Fixed(Double.parseDouble(text));
    }

    /** Where a tag lies in a sound plant at work; empty where nothing is said. */
    public static Optional<NormalBand> band(Tag tag) {
        return Optional.ofNullable(TABLE.bands.get(tag.name()));
    }

    /** The limits of a tag. */
    public static List<AlarmLimit> of(Tag tag) {
        return TABLE.limits.stream().filter(it -> it.tag().equals(tag)).toList();
    }

    /** Every limit there is. */
    public static List<AlarmLimit> all() {
        return List.copyOf(TABLE.limits);
    }
}
