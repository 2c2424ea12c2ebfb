package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.codec.ByteSink;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.signal.TagType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What stands where in a journal of an import.
 *
 * @param topics their names
 * @param runs their names; the first is empty, for none
 * @param tags of the topics
 * @param segments the rows of one run and hour each; of those of the same run and hour the earlier
 *     in the file come first
 */
record JournalIndex(
        List<String> topics, List<String> runs, List<JournalTag> tags, List<Segment> segments) {

    private static final int MOST = 1 << 30;

    /**
     * A tag of it.
     *
     * @param topic its number here
     * @param key its name in the topic
     * @param unit empty where the file says none
     * @param type what its values are; empty where it has none
     */
    record JournalTag(int topic, String key, String unit, Optional<TagType> type) {}

    /** Some rows of one run of one topic in one hour of UTC. */
    record Segment(int topic, int run, long hour, long position, int length) {

        boolean isBeside(Segment other) {
            return topic == other.topic && run == other.run && hour == other.hour;
        }
    }

    /** By hour, and within it by topic and run, in the order of the file. */
    static final Comparator<Segment> ORDER =
            Comparator.comparingLong(Segment::hour)
                    .thenComparingInt(Segment::topic)
                    .thenComparingInt(Segment::run)
                    .thenComparingLong(Segment::position);

    void writeTo(ByteSink out) {
        out.writeUnsigned(topics.size());
        topics.forEach(out::writeText);
        out.writeUnsigned(runs.size());
        runs.forEach(out::writeText);
        out.writeUnsigned(tags.size());
        for (JournalTag tag : tags) {
            out.writeUnsigned(tag.topic());
            out.writeText(tag.key());
            out.writeText(tag.unit());
            out.writeText(tag.type().map(TagType::name).orElse(""));
        }
        out.writeUnsigned(segments.size());
        for (Segment segment : segments) {
            out.writeUnsigned(segment.topic());
            out.writeUnsigned(segment.run());
            out.writeSigned(segment.hour());
            out.writeUnsigned(segment.position());
            out.writeUnsigned(segment.length());
        }
    }

    static JournalIndex readFrom(ByteSource in) throws Damaged {
        List<String> topics = texts(in);
        List<String> runs = texts(in);
        List<JournalTag> tags = new ArrayList<>();
        for (int i = in.readCount(MOST); i > 0; i--) {
            tags.add(new JournalTag(in.readCount(MOST), in.readText(), in.readText(), type(in)));
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = in.readCount(MOST); i > 0; i--) {
            segments.add(
                    new Segment(
                            in.readCount(MOST),
                            in.readCount(MOST),
                            in.readSigned(),
                            in.readUnsigned(),
                            in.readCount(MOST)));
        }
        return new JournalIndex(topics, runs, tags, segments);
    }

    private static List<String> texts(ByteSource in) throws Damaged {
        List<String> texts = new ArrayList<>();
        for (int i = in.readCount(MOST); i > 0; i--) {
            texts.add(in.readText());
        }
        return texts;
    }

    private static Optional<TagType> type(ByteSource in) throws Damaged {
        String name = in.readText();
        for (TagType type : TagType.values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
