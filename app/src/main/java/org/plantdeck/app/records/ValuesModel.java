package org.plantdeck.app.records;

import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.trends.StoredCourse.Figures;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.store.StoredTag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
     * @param least the least value in view
     * @param largest the largest
     * @param mean the mean of all readings in view
     * @param samples how many readings
     */
    record Row(
            String name,
            String pointer,
            String least,
            String largest,
            String mean,
            String samples) {}

    /** A line a tag. */
    static List<Row> rows(
            List<TagFacts> tags,
            Function<StoredTag, Optional<StoredCourse>> courses,
            TimeGrid grid,
            Optional<Instant> pointer) {
        return tags.stream()
                .map(it ->
                        courses.apply(it.stored())
                                .map(course -> row(it, course, grid, pointer))
                                .orElseGet(() -> unknown(it)))
                .toList();
    }

    private static Row row(
            TagFacts tag, StoredCourse course, TimeGrid grid, Optional<Instant> pointer) {
        Figures figures = course.figures(grid.from(), grid.to());
        int decimals = tag.decimals();
        return new Row(
                name(tag),
                pointer.map(it -> Numbers.text(course.at(it), decimals)).orElse(Numbers.NONE),
                Numbers.text(figures.least(), decimals),
                Numbers.text(figures.largest(), decimals),
                Numbers.text(figures.mean(), Math.min(3, decimals + 1)),
                Numbers.text(figures.values()));
    }

    private static Row unknown(TagFacts tag) {
        return new Row(
                name(tag), Numbers.NONE, Numbers.NONE, Numbers.NONE, Numbers.NONE, Numbers.NONE);
    }

    private static String name(TagFacts tag) {
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
