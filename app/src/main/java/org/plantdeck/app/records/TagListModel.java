package org.plantdeck.app.records;

import org.plantdeck.app.words.Words;
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

    private static final Words WORDS = Words.of(TagListModel.class);

    private List<TagFacts> all = List.of();
    private final Pens pens = new Pens();

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

    /** Those that are shown, and how. */
    Pens pens() {
        return pens;
    }

    /**
     * Shows these tags and no others.
     *
     * @param axes full names, axis by axis
     * @return which of them are not stored, in a sentence; empty where all are
     */
    String show(List<List<String>> axes) {
        pens.clear();
        List<String> unknown = new ArrayList<>();
        for (List<String> axis : axes) {
            List<TagFacts> known = new ArrayList<>();
            for (String name : axis) {
                named(name).ifPresentOrElse(known::add, () -> unknown.add(name));
            }
            known.forEach(it -> pens.share(it, known.getFirst()));
        }
        return unknown.isEmpty() ? "" : WORDS.say("not-stored", String.join(", ", unknown));
    }

    /**
     * Shows a tag, or takes it away where it is shown.
     *
     * @return false where there are as many as can be shown already
     */
    boolean toggle(TagFacts facts) {
        if (pens.has(facts)) {
            pens.remove(facts);
            return true;
        }
        return pens.add(facts);
    }

    boolean isChosen(TagFacts facts) {
        return pens.has(facts);
    }

    /** Those that are shown, in their order. */
    List<TagFacts> chosen() {
        return pens.all();
    }

    /** The same as they are stored. */
    List<StoredTag> chosenTags() {
        return pens.all().stream().map(TagFacts::stored).toList();
    }
}
