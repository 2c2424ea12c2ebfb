package org.plantdeck.app.records;

import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which tags there are, which of them are listed and which are shown. Threads: the screen's. */
final class TagListModel {

    /** So many plots can still be told apart on one screen. */
    static final int MOST = 8;

    private List<TagFacts> all = List.of();
    private final List<TagFacts> chosen = new ArrayList<>();

    /** A line of the list. */
    sealed interface Row {

        /**
         * A heading.
         *
         * @param area the topic in words
         * @param count how many tags are listed under it
         */
        record Heading(String area, int count) implements Row {}

        /** A tag. */
        record Entry(TagFacts facts) implements Row {}
    }

    /** What can be shown where no history says what there is: the catalogue. */
    static List<StoredTag> catalogue() {
        return Arrays.stream(FactorySource.values())
                .flatMap(it -> FactoryTags.all(it).stream())
                .map(StoredTag::of)
                .toList();
    }

    /** Says which tags are stored; those that are shown stay. */
    void stored(Collection<StoredTag> tags) {
        all = tags.stream().map(TagFacts::of).filter(TagFacts::isPlottable).toList();
    }

    /** How many tags can be shown. */
    int size() {
        return all.size();
    }

    /** The list: under the heading of each area those tags that have all words of the filter. */
    List<Row> rows(String filter) {
        String[] words = filter.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
        List<Row> rows = new ArrayList<>();
        for (String topic : topics()) {
            List<Row> entries =
                    all.stream()
                            .filter(it -> it.stored().topic().equals(topic))
                            .filter(it -> hasAll(it, words))
                            .<Row>map(Row.Entry::new)
                            .toList();
            if (!entries.isEmpty()) {
                rows.add(new Row.Heading(TagFacts.area(topic), entries.size()));
                rows.addAll(entries);
            }
        }
        return rows;
    }

    private Set<String> topics() {
        Set<String> topics = new LinkedHashSet<>();
        all.forEach(it -> topics.add(it.stored().topic()));
        return topics;
    }

    private static boolean hasAll(TagFacts facts, String[] words) {
        String text =
                String.join(" ", facts.fullName(), facts.stored().name(), facts.title())
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(words).allMatch(text::contains);
    }

    /** The tag of a full name, if it can be shown. */
    Optional<TagFacts> named(String name) {
        return all.stream().filter(it -> it.stored().name().equals(name)).findFirst();
    }

    /**
     * Shows a tag, or takes it away where it is shown.
     *
     * @return false where there are as many as can be shown already
     */
    boolean toggle(TagFacts facts) {
        if (chosen.remove(facts)) {
            return true;
        }
        if (chosen.size() >= MOST) {
            return false;
        }
        chosen.add(facts);
        return true;
    }

    boolean isChosen(TagFacts facts) {
        return chosen.contains(facts);
    }

    /** Those that are shown, in the order they were taken. */
    List<TagFacts> chosen() {
        return List.copyOf(chosen);
    }

    /** The same as they are stored. */
    List<StoredTag> chosenTags() {
        return chosen.stream().map(TagFacts::stored).toList();
    }
}
