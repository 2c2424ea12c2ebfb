package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.ArchivedTag;
import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.TagFacts;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts readings and observations into the archive: a topic is a group, a run of it a lane, a leaf a
 * tag. Threads: one.
 */
final class ArchiveRecorder {

    /** Tags beyond this are left out, so that bodies with ever new keys do not fill the disk. */
    static final int TAGS_MAX = 50_000;

    static final int KEY_MAX = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveRecorder.class);

    private final Archive archive;
    private final Map<String, Group> groups = new HashMap<>();
    private int tags;
    private boolean leftOut;

    private static final class Group {
        private final Map<String, Integer> lanes = new HashMap<>();
        private final Map<String, Known> tags = new HashMap<>();
    }

    private record Known(int id, TagType type) {}

    /** A recorder that knows the tags of before; those of the catalogue are looked at anew. */
    ArchiveRecorder(Archive archive) throws StoreFailure {
        this.archive = archive;
        for (ArchivedTag tag : archive.tags()) {
            if (FactoryTags.named(tag.name()).isEmpty()) {
                TagType type = TagType.valueOf(tag.facts().type());
                group(tag.group()).tags.put(tag.facts().key(), new Known(tag.id(), type));
                tags++;
            }
        }
    }

    /** Makes all of it durable in one commit. */
    void append(List<Reading> readings, List<Observation> observations) throws StoreFailure {
        List<Snapshot> snapshots = new ArrayList<>(readings.size() + observations.size());
        for (Reading reading : readings) {
            String topic = reading.source().topic();
            Snapshot snapshot = Snapshot.at(lane(topic, reading.run()), reading.measuredAt());
            snapshots.add(filled(snapshot, topic, reading.values()));
        }
        for (Observation each : observations) {
            Snapshot snapshot = Snapshot.at(lane(each.topic(), ""), each.measuredAt());
            snapshots.add(filled(snapshot, each.topic(), each.values()));
        }
        archive.append(snapshots);
    }

    /**
     * Stores snapshots of the past straight in their days.
     *
     * @param snapshots with the lanes and tags that are known here
     */
    void fill(List<Snapshot> snapshots) throws StoreFailure {
        archive.fill(snapshots);
    }

    private Group group(String topic) {
        return groups.computeIfAbsent(topic, _ -> new Group());
    }

    /** The number of a run of a topic, made where it is new. */
    int lane(String topic, String run) throws StoreFailure {
        Map<String, Integer> lanes = group(topic).lanes;
        Integer known = lanes.get(run);
        if (known == null) {
            known = archive.lane(topic, run);
            lanes.put(run, known);
        }
        return known;
    }

    private Snapshot filled(Snapshot snapshot, String topic, Leaves values) throws StoreFailure {
        for (String path : values.paths()) {
            Value value = values.get(path);
            Optional<Known> tag = tag(topic, path, value);
            if (tag.isPresent()) {
                snapshot.add(tag.get().id(), value, Quality.GOOD);
            }
        }
        return snapshot;
    }

    private Optional<Known> tag(String topic, String path, Value value) throws StoreFailure {
        Map<String, Known> known = group(topic).tags;
        Known tag = known.get(path);
        if (tag == null) {
            if (tags >= TAGS_MAX || path.length() > KEY_MAX) {
                sayLeftOut(topic, path);
                return Optional.empty();
            }
            if (value instanceof Value.Absent) {
                return Optional.empty();
            }
            tags++;
            tag = make(topic, path, TagType.of(value));
            known.put(path, tag);
        } else if (tag.type() == TagType.COUNT && value instanceof Value.Real) {
            tag = make(topic, path, TagType.NUMBER); // the first value was whole by chance
            known.put(path, tag);
        }
        return Optional.of(tag);
    }

    /**
     * The number of a tag, made where it is new.
     *
     * @param type what its values are; a tag that counted so far and now measures is a number
     * @param unit empty where nobody says it; one that is known stays
     */
    int tag(String topic, String key, TagType type, String unit) throws StoreFailure {
        Known known = group(topic).tags.get(key);
        if (known == null) {
            tags++;
            known = make(topic, key, type, unit);
            group(topic).tags.put(key, known);
        } else if (known.type() == TagType.COUNT && type == TagType.NUMBER) {
            known = make(topic, key, type, unit);
            group(topic).tags.put(key, known);
        }
        return known.id();
    }

    private Known make(String topic, String path, TagType first) throws StoreFailure {
        return make(topic, path, first, "");
    }

    private Known make(String topic, String path, TagType first, String unit) throws StoreFailure {
        Optional<Tag> catalogued = FactoryTags.named(topic + "/" + path);
        TagType type = catalogued.map(Tag::type).orElse(first);
        TagFacts facts =
                new TagFacts(
                        path,
                        type.name(),
                        catalogued.map(Tag::unit).orElse(unit),
                        catalogued.map(Tag::description).orElse(""));
        return new Known(archive.tag(topic, facts), type);
    }

    private void sayLeftOut(String topic, String path) {
        if (!leftOut) {
            leftOut = true;
            LOG.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("key", path.length() > KEY_MAX ? path.substring(0, KEY_MAX) : path)
                    .addKeyValue("tags", tags)
                    .log("A value is left out: too many tags, or a key too long; so are others");
        }
    }
}
