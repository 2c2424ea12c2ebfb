package org.plantdeck.app.records;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.words.Words;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The sets somebody has saved, in a file of JSON. It is replaced as a whole, so that it is the old
 * or the new one whatever happens; what cannot be read is never written over. Threads: one at a
 * time.
 */
final class TrendSetFile {

    private static final Words WORDS = Words.of(TrendSetFile.class);
    private static final int VERSION = 1;

    private final Path file;

    /**
     * @param file where they are; it and its folder are made when something is saved
     */
    TrendSetFile(Path file) {
        this.file = file;
    }

    /** The file of a desk. */
    static TrendSetFile of(Desk desk) {
        Path folder = desk.session().directory().folder("desktop");
        return new TrendSetFile(folder.resolve("trend-sets.json"));
    }

    /** What the file holds. */
    sealed interface Contents {

        /** Sets; none where there is no file yet. */
        record Sound(List<TrendSet> sets) implements Contents {}

        /** Something else. */
        record Damaged(String sentence) implements Contents {}
    }

    /** Reads it. */
    Contents read() {
        try {
            return new Contents.Sound(decode(new JsonMapper().readTree(Files.readAllBytes(file))));
        } catch (NoSuchFileException noneYet) {
            return new Contents.Sound(List.of());
        } catch (JacksonException wrong) {
            return damaged(wrong.getOriginalMessage());
        } catch (IOException | IllegalArgumentException | DateTimeParseException wrong) {
            return damaged(String.valueOf(wrong.getMessage()));
        }
    }

    private Contents damaged(String reason) {
        String first = reason.lines().findFirst().orElse("");
        return new Contents.Damaged(WORDS.say("set.damaged", file, first));
    }

    private static List<TrendSet> decode(JsonNode root) {
        int version = need(root, "version").asInt();
        if (version != VERSION) {
            throw new IllegalArgumentException(WORDS.say("set.version", version));
        }
        List<TrendSet> sets = new ArrayList<>();
        for (JsonNode set : need(root, "sets")) {
            JsonNode range = need(set, "range");
            JsonNode earlier = set.path("earlier");
            sets.add(
                    new TrendSet(
                            need(set, "name").asText(),
                            stream(need(set, "axes")).map(TrendSetFile::texts).toList(),
                            new TrendSet.View(
                                    positive(range),
                                    set.path("live").asBoolean(true),
                                    set.path("fitted").asBoolean(false),
                                    earlier.isMissingNode()
                                            ? Optional.empty()
                                            : Optional.of(positive(earlier)),
                                    set.path("overlaid").asBoolean(false))));
        }
        return sets;
    }

    private static Duration positive(JsonNode node) {
        Duration duration = Duration.parse(node.asText());
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(WORDS.say("set.no-range", node.asText()));
        }
        return duration;
    }

    private static JsonNode need(JsonNode node, String key) {
        JsonNode found = node.path(key);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException(WORDS.say("set.lacks", key));
        }
        return found;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    /**
     * Replaces it. One that cannot be read is kept beside it.
     *
     * @return where it is kept; empty where there was nothing to keep
     * @throws IOException where it cannot be written; what was there is still there
     */
    Optional<Path> write(List<TrendSet> sets) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        byte[] text =
                new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json(sets));
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        Set.of(
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE))) {
            ByteBuffer left = ByteBuffer.wrap(text);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Optional<Path> kept =
                read() instanceof Contents.Damaged ? Optional.of(aside()) : Optional.empty();
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return kept;
    }

    /** Gives what cannot be read a name that no other file has. */
    private Path aside() throws IOException {
        int number = 1;
        Path free = file.resolveSibling(file.getFileName() + ".damaged-" + number);
        while (Files.exists(free)) {
            number++;
            free = file.resolveSibling(file.getFileName() + ".damaged-" + number);
        }
        return Files.move(file, free);
    }

    private static ObjectNode json(List<TrendSet> sets) {
        ObjectNode root = new JsonMapper().createObjectNode().put("version", VERSION);
        ArrayNode list = root.putArray("sets");
        for (TrendSet set : sets) {
            ObjectNode node = list.addObject().put("name", set.name());
            ArrayNode axes = node.putArray("axes");
            set.axes()
                    .forEach(it -> {
                        ArrayNode axis = axes.addArray();
                        it.forEach(axis::add);
                    });
            TrendSet.View view = set.view();
            node.put("range", view.range().toString())
                    .put("live", view.live())
                    .put("fitted", view.fitted());
            view.earlier().ifPresent(it -> node.put("earlier", it.toString()));
            node.put("overlaid", view.overlaid());
        }
        return root;
    }
}
