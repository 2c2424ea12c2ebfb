package org.plantdeck.historian.imports;

import org.plantdeck.historian.imports.ImportResult.Use;
import org.plantdeck.signal.PartFailure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What each column of a file is.
 *
 * @param names of the columns
 * @param uses of each
 * @param targets the tag each one is; empty where it is none
 */
record FileColumns(List<String> names, List<Use> uses, List<Optional<TagTarget>> targets) {

    private static final Set<String> TIME_NAMES =
            Set.of("timestamp", "time", "datetime", "date_time", "date", "ts", "_time", "zeit");
    private static final Set<String> TAG_NAMES =
            Set.of("tag", "tagname", "tag_name", "name", "variable", "signal", "point", "series");
    private static final Set<String> VALUE_NAMES = Set.of("value", "val", "wert", "_value");

    /**
     * Finds out.
     *
     * @throws PartFailure naming the first column that is not known, twice there or missing
     */
    static FileColumns of(Sample sample, ImportRequest request, TagResolver tags) {
        List<String> names = sample.header();
        requireOnce(names);
        int time =
                request.times()
                        .column()
                        .map(it -> position(names, it))
                        .orElseGet(() -> guessed(names, TIME_NAMES).orElse(0));
        Optional<ImportRequest.ListColumns> list =
                request.names().list().or(() -> listed(names, time));
        if (list.isPresent()) {
            return listOf(names, time, list.get());
        }
        List<Use> uses = new ArrayList<>();
        List<Optional<TagTarget>> targets = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<TagTarget> target = Optional.empty();
            if (i != time && !names.get(i).isEmpty() && !tags.isIgnored(names.get(i))) {
                target = tags.resolve(names.get(i));
                if (target.isEmpty() && !request.names().ignoresUnknown()) {
                    throw unknown(names.get(i));
                }
            }
            targets.add(target);
            uses.add(i == time ? Use.TIME : use(target));
        }
        if (targets.stream().allMatch(Optional::isEmpty)) {
            throw new PartFailure(
                    request.file() + " has no column with values of a tag; map one with --map");
        }
        return new FileColumns(names, uses, targets);
    }

    private static Use use(Optional<TagTarget> target) {
        return target.map(it ->
                        switch (it.kind()) {
                            case VALUE -> Use.VALUE;
                            case RUN -> Use.RUN;
                            case SEQUENCE -> Use.SEQUENCE;
                        })
                .orElse(Use.LEFT_OUT);
    }

    private static PartFailure unknown(String name) {
        return new PartFailure(
                "The column "
                        + name
                        + " is no tag: it has no topic, or there is no room for it; map it with"
                        + " --map \""
                        + name
                        + "=topic/tag\", name a topic for all such with --topic, or leave it out"
                        + " with --ignore or --ignore-unknown");
    }

    private static void requireOnce(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new PartFailure(
                        "The column " + name + " is there twice; give each a name of its own");
            }
        }
    }

    private static int position(List<String> names, String name) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw new PartFailure(
                    "There is no column " + name + "; there are " + String.join(", ", names));
        }
        return position;
    }

    private static Optional<Integer> guessed(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i).toLowerCase(Locale.ROOT))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** A time, a tag and a value, and nothing else, is a file with a value a line. */
    private static Optional<ImportRequest.ListColumns> listed(List<String> names, int time) {
        Optional<Integer> tag = guessed(names, TAG_NAMES);
        Optional<Integer> value = guessed(names, VALUE_NAMES);
        if (names.size() != 3 || tag.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return tag.get() == time || value.get() == time
                ? Optional.empty()
                : Optional.of(
                        new ImportRequest.ListColumns(
                                names.get(tag.get()), names.get(value.get())));
    }

    private static FileColumns listOf(
            List<String> names, int time, ImportRequest.ListColumns list) {
        int tag = position(names, list.tag());
        int value = position(names, list.value());
        List<Use> uses = new ArrayList<>();
        List<Optional<TagTarget>> targets = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            uses.add(
                    i == time
                            ? Use.TIME
                            : i == tag
                                    ? Use.TAG_NAMES
                                    : i == value ? Use.VALUES_OF_TAGS : Use.LEFT_OUT);
            targets.add(Optional.empty());
        }
        return new FileColumns(names, uses, targets);
    }

    /** Where a use is; below zero for nowhere. */
    int position(Use use) {
        return uses.indexOf(use);
    }

    /** Whether the file has a value a line. */
    boolean isList() {
        return position(Use.TAG_NAMES) >= 0;
    }

    int width() {
        return names.size();
    }

    /** The name of a column, for a sentence. */
    String name(int column) {
        return Objects.requireNonNull(names.get(column));
    }
}
