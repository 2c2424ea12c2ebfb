package org.plantdeck.historian.imports;

import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tag a name in a file is: one the history has, one of the plant's catalogue, or a new one
 * whose topic ends at the last slash. Threads: one.
 */
final class TagResolver {

    private static final int KEY_MAX = 200;
    private static final int TOPIC_MAX = 1_000;

    /** What the tables of the plant's topics have room for beside the catalogue, and its length. */
    private static final int ADDED_MAX = 100;

    private static final int ADDED_KEY_MAX = 100;

    /** Tags of other topics there can be; the archive takes no more. */
    private static final int TAGS_MAX = 50_000;

    private final ImportRequest.Names names;
    private final Map<String, TagTarget> known = new HashMap<>();
    private final List<String> topics = new ArrayList<>();

    TagResolver(ImportRequest.Names names) {
        this.names = names;
        for (FactorySource source : FactorySource.values()) {
            topics.add(source.topic());
            FactoryTags.all(source).forEach(this::know);
        }
    }

    private void know(Tag tag) {
        know(tag.source().topic(), tag.key(), tag.type());
    }

    private void know(String topic, String key, TagType type) {
        TagTarget target = new TagTarget(TagTarget.Kind.VALUE, topic, key, Optional.of(type));
        known.put(target.name(), target);
    }

    /** Learns what a history has. */
    void learn(HistorianQueries history) throws StoreFailure {
        for (String topic : history.topics()) {
            if (!topics.contains(topic)) {
                topics.add(topic);
            }
            for (StoredTag tag : history.tags(topic)) {
                know(topic, tag.key(), tag.type());
            }
        }
        topics.sort(Comparator.comparingInt(String::length).reversed());
    }

    /** Whether it is to be left out. */
    boolean isIgnored(String name) {
        return names.ignored().contains(name);
    }

    /** What a name stands for; empty where it has no topic, or one that cannot be. */
    Optional<TagTarget> resolve(String name) {
        String full = names.tags().getOrDefault(name, name);
        for (FactorySource source : FactorySource.values()) {
            if (full.equals(source.topic() + "/run")) {
                return stamp(TagTarget.Kind.RUN, source, "run", TagType.TEXT);
            }
            if (full.equals(source.topic() + "/sequence")) {
                return stamp(TagTarget.Kind.SEQUENCE, source, "sequence", TagType.COUNT);
            }
        }
        if (!known.containsKey(full) && full.indexOf('/') < 0 && names.topic().isPresent()) {
            full = names.topic().get() + "/" + full;
        }
        TagTarget target = known.get(full);
        return target == null ? made(full) : Optional.of(target);
    }

    private static Optional<TagTarget> stamp(
            TagTarget.Kind kind, FactorySource source, String key, TagType type) {
        return Optional.of(new TagTarget(kind, source.topic(), key, Optional.of(type)));
    }

    private Optional<TagTarget> made(String full) {
        int slash = full.lastIndexOf('/');
        for (String topic : topics) {
            if (full.startsWith(topic + "/")) {
                slash = topic.length(); // the longest comes first
                break;
            }
        }
        if (slash < 1 || slash > TOPIC_MAX || slash == full.length() - 1) {
            return Optional.empty();
        }
        String key = full.substring(slash + 1);
        String topic = full.substring(0, slash);
        boolean isName = full.chars().noneMatch(c -> c < ' ' || c == '#' || c == '+');
        if (!isName || !hasRoom(topic, key)) {
            return Optional.empty();
        }
        TagTarget target = new TagTarget(TagTarget.Kind.VALUE, topic, key, Optional.empty());
        known.put(full, target);
        return Optional.of(target);
    }

    private boolean hasRoom(String topic, String key) {
        Optional<FactorySource> source = FactorySource.ofTopic(topic);
        if (source.isEmpty()) {
            return key.length() <= KEY_MAX && known.size() < TAGS_MAX;
        }
        long added =
                known.values().stream().filter(it -> it.topic().equals(topic)).count()
                        - FactoryTags.all(source.get()).size();
        return key.length() <= ADDED_KEY_MAX && added < ADDED_MAX;
    }
}
