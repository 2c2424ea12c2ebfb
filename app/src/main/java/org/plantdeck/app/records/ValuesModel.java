package org.plantdeck.app.records;

import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.trends.StoredCourse.Figures;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.store.StoredTag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the table under the plots says. Threads: any. */
final class ValuesModel {

    private static final Words WORDS = Words.of(ValuesModel.class);

    private ValuesModel() {}

    /**
     * A line of the table.
     *
     * @param name the tag with its area and unit
     * @param pointer its value at the pointer
     * @param least the least value of the stretch
     * @param largest the largest
     * @param mean the mean of all readings
     * @param timeMean the mean over time
     * @param deviation the standard deviation of all readings
     * @param samples how many readings
     * @param missing how many of them have no value of this tag
     */
    record Row(
            String name,
            String pointer,
            String least,
            String largest,
            String mean,
            String timeMean,
            String deviation,
            String samples,
            String missing) {

        List<String> texts() {
            return List.of(
                    name, pointer, least, largest, mean, timeMean, deviation, samples, missing);
        }
    }

    /**
     * A line of what the cursors read.
     *
     * @param name the tag with its area and unit
     * @param a its value at A
     * @param b its value at B
     * @param difference how much more it is at B
     */
    record CursorRow(String name, String a, String b, String difference) {

        List<String> texts() {
            return List.of(name, a, b, difference);
        }
    }

    /**
     * A line a tag.
     *
     * @param stretch over which the figures are
     */
    static List<Row> rows(
            List<TagFacts> tags,
            Function<StoredTag, Optional<StoredCourse>> courses,
            TimeWindow stretch,
            Optional<Instant> pointer) {
        return tags.stream()
                .map(it ->
                        courses.apply(it.stored())
                                .map(course -> row(it, course, stretch, pointer))
                                .orElseGet(() -> unknown(it)))
                .toList();
    }

    private static Row row(
            TagFacts tag, StoredCourse course, TimeWindow stretch, Optional<Instant> pointer) {
        Figures figures = course.figures(stretch.from(), stretch.to());
        int decimals = tag.decimals();
        int more = Math.min(3, decimals + 1);
        return new Row(
                name(tag),
                pointer.map(it -> Numbers.text(course.at(it), decimals)).orElse(Numbers.NONE),
                Numbers.text(figures.least(), decimals),
                Numbers.text(figures.largest(), decimals),
                Numbers.text(figures.mean(), more),
                Numbers.text(course.timeMean(stretch.from(), stretch.to()), more),
                Numbers.text(course.deviation(stretch.from(), stretch.to()), more),
                Numbers.text(figures.values()),
                Numbers.text(course.missing(stretch.from(), stretch.to())));
    }

    private static Row unknown(TagFacts tag) {
        String none = Numbers.NONE;
        return new Row(name(tag), none, none, none, none, none, none, none, none);
    }

    /** What was measured where a cursor stands; empty where that is not known. */
    interface Exactly {
        OptionalDouble at(Cursor cursor, Instant place, StoredTag tag);
    }

    /**
     * What the cursors read, a line a tag; none where no cursor is set.
     *
     * @param exactly says more than the picture, where the picture has a value
     */
    static List<CursorRow> cursorRows(
            List<TagFacts> tags,
            Function<StoredTag, Optional<StoredCourse>> courses,
            TrendCursors cursors,
            Exactly exactly) {
        if (cursors.areNone()) {
            return List.of();
        }
        return tags.stream()
                .map(tag -> {
                    Optional<StoredCourse> course = courses.apply(tag.stored());
                    double a = read(tag, course, new Place(Cursor.A, cursors), exactly);
                    double b = read(tag, course, new Place(Cursor.B, cursors), exactly);
                    return new CursorRow(
                            name(tag),
                            Numbers.text(a, tag.decimals()),
                            Numbers.text(b, tag.decimals()),
                            Numbers.text(b - a, tag.decimals()));
                })
                .toList();
    }

    private record Place(Cursor cursor, TrendCursors cursors) {

        Optional<Instant> at() {
            return cursors.at(cursor);
        }
    }

    private static double read(
            TagFacts tag, Optional<StoredCourse> course, Place place, Exactly exactly) {
        if (course.isEmpty() || place.at().isEmpty()) {
            return Double.NaN;
        }
        Instant at = place.at().get();
        double drawn = course.get().at(at);
        return Double.isNaN(drawn)
                ? drawn
                : exactly.at(place.cursor(), at, tag.stored()).orElse(drawn);
    }

    /** Where the cursors stand and how far apart, in words; empty where none is set. */
    static String cursors(TrendCursors cursors) {
        Optional<Instant> a = cursors.at(Cursor.A);
        Optional<Instant> b = cursors.at(Cursor.B);
        if (a.isPresent() && b.isPresent()) {
            Duration later = Duration.between(a.get(), b.get());
            return WORDS.say(
                    later.isNegative() ? "cursors-back" : "cursors",
                    Times.dayAndSecond(a.get()),
                    Times.dayAndSecond(b.get()),
                    span(later.abs()));
        }
        return a.map(it -> WORDS.say("cursor-at", Cursor.A, Times.dayAndSecond(it)))
                .or(() -> b.map(it -> WORDS.say("cursor-at", Cursor.B, Times.dayAndSecond(it))))
                .orElse("");
    }

    /** To the second, however long: what lies between two cursors is measured. */
    private static String span(Duration span) {
        String words = Times.span(span);
        long seconds = span.toSeconds();
        return seconds >= 120 && seconds % 60 != 0
                ? WORDS.say("span-to-second", words, seconds % 60)
                : words;
    }

    /** A tag with its area and unit. */
    static String name(TagFacts tag) {
        return tag.unit().isEmpty()
                ? tag.fullName()
                : WORDS.say("name-unit", tag.fullName(), tag.unit());
    }

    /** Where the pointer is, in words; empty for nowhere. */
    static String pointer(Optional<Instant> at) {
        return at.map(it -> WORDS.say("at", Times.dayAndSecond(it))).orElse("");
    }

    /** The stretch that is shown, in words. */
    static String stretch(TimeWindow window, boolean live) {
        boolean inOneDay = Times.day(window.from()).equals(Times.day(window.to()));
        String words =
                WORDS.say(
                        "stretch",
                        Times.dayAndSecond(window.from()),
                        inOneDay ? Times.second(window.to()) : Times.dayAndSecond(window.to()),
                        Times.span(window.span()));
        return live ? WORDS.say("live-stretch", words) : words;
    }
}
