package org.plantdeck.historian.imports;

import org.plantdeck.historian.recorded.ImportJournal;
import org.plantdeck.historian.recorded.ImportedRow;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of what a file says of an instant the rows of its topics, and hands them to the journal.
 * Threads: one.
 */
final class RowAssembler {

    private final Optional<ImportJournal> journal;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private long timeMs;
    private long values;
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    /** A topic of the file and what it has of the instant. */
    private static final class Topic {
        private final int number;
        private final boolean isOfPlant;

        /** Whether the file says run or sequence of its readings. */
        private boolean isStamped;

        private final ImportedRow row = new ImportedRow();
        private String run = "";
        private Optional<Long> sequence = Optional.empty();

        Topic(int number, boolean isOfPlant) {
            this.number = number;
            this.isOfPlant = isOfPlant;
        }
    }

    /** A tag of the file. */
    private static final class Slot {
        private final TagTarget target;
        private final Topic topic;
        private final int tag;
        private long values;

        Slot(TagTarget target, Topic topic, int tag) {
            this.target = target;
            this.topic = topic;
            this.tag = tag;
        }
    }

    /**
     * @param journal takes the rows; without one they are only counted
     */
    RowAssembler(Optional<ImportJournal> journal) {
        this.journal = journal;
    }

    /**
     * The place of a tag in rows; to be asked once for each.
     *
     * @param unit of a tag that is new
     */
    int slot(TagTarget target, String unit) {
        Topic topic = topics.get(target.topic());
        if (topic == null) {
            int number = journal.map(it -> it.topic(target.topic())).orElse(topics.size());
            topic = new Topic(number, FactorySource.ofTopic(target.topic()).isPresent());
            topics.put(target.topic(), topic);
        }
        topic.isStamped |= target.kind() != TagTarget.Kind.VALUE;
        int number = topic.number;
        int tag =
                target.kind() == TagTarget.Kind.VALUE
                        ? journal.map(it -> it.tag(number, target.key(), unit)).orElse(0)
                        : -1;
        slots.add(new Slot(target, topic, tag));
        return slots.size() - 1;
    }

    /** Begins an instant. */
    void begin(long atMs) {
        timeMs = atMs;
        for (Topic topic : topics.values()) {
            topic.row.begin(topic.number, atMs);
            topic.run = "";
            topic.sequence = Optional.empty();
        }
    }

    /** Puts a value into the row of its topic; nothing where it is absent. */
    void put(int number, Value value) {
        Slot slot = slots.get(number);
        if (value instanceof Value.Absent) {
            return;
        }
        slot.values++;
        switch (slot.target.kind()) {
            case VALUE -> {
                values++;
                slot.topic.row.add(slot.tag, value);
            }
            case RUN -> slot.topic.run = value.asText();
            case SEQUENCE -> slot.topic.sequence = Optional.of((long) value.asDouble());
        }
    }

    /** Hands the rows of the instant over. */
    void end() throws StoreFailure {
        firstMs = Math.min(firstMs, timeMs);
        lastMs = Math.max(lastMs, timeMs);
        String run = "";
        for (Topic topic : topics.values()) {
            run = run.isEmpty() ? topic.run : run;
        }
        boolean isThere = false;
        for (Topic topic : topics.values()) {
            if (topic.row.size() > 0 || !topic.run.isEmpty() || topic.sequence.isPresent()) {
                isThere = true;
                hand(topic, run);
            }
        }
        if (!isThere) {
            handUnknown(run);
        }
    }

    /** An instant at which nothing was known; the plant's readings would have their stamps then. */
    private void handUnknown(String run) throws StoreFailure {
        Optional<Slot> slot =
                slots.stream()
                        .filter(it -> it.target.kind() == TagTarget.Kind.VALUE)
                        .filter(it -> !it.topic.isStamped)
                        .max(Comparator.comparingLong(it -> Math.min(1, it.values)));
        if (slot.isPresent()) {
            slot.get().topic.row.add(slot.get().tag, Value.absent());
            hand(slot.get().topic, run);
        }
    }

    /** What is one row is of one run, whichever topic says it. */
    private void hand(Topic topic, String run) throws StoreFailure {
        if (topic.isOfPlant) {
            topic.row.run(topic.run.isEmpty() ? run : topic.run);
            topic.sequence.ifPresent(topic.row::sequence);
        }
        if (journal.isPresent()) {
            journal.get().add(topic.row);
        }
    }

    /** How many values a tag has. */
    long valuesOf(int slot) {
        return slots.get(slot).values;
    }

    /** How many values there are. */
    long values() {
        return values;
    }

    /** The earliest time; later than the latest where there is none. */
    long firstMs() {
        return firstMs;
    }

    /** The latest time. */
    long lastMs() {
        return lastMs;
    }
}
