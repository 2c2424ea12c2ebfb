package org.plantdeck.app.records;

import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a picture of trends says besides the plots, and what came of it. Threads: any. */
final class PictureModel {

    private static final Words WORDS = Words.of(PictureModel.class);
    private static final DateTimeFormatter IN_NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);
    private static final DateTimeFormatter IN_TEXT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private PictureModel() {}

    /**
     * What a picture is of.
     *
     * @param set the name of the set; empty where it is none
     * @param window the stretch of time
     * @param cursors where the cursors stand, in words; empty where they do not
     */
    record Subject(String set, TimeWindow window, String cursors) {}

    /** What stands over it. */
    static String title(Subject subject) {
        return subject.set().isEmpty()
                ? WORDS.say("picture.title")
                : WORDS.say("picture.title-of", subject.set());
    }

    /** The stretch of time with its year and its zone: a picture is looked at elsewhere. */
    static String stretch(Subject subject, ZoneId zone) {
        TimeWindow window = subject.window();
        return WORDS.say(
                "picture.stretch",
                IN_TEXT.format(window.from().atZone(zone)),
                IN_TEXT.format(window.to().atZone(zone)),
                Times.span(window.span()),
                zone.getId(),
                OFFSET.format(window.to().atZone(zone)));
    }

    /** A file in a folder whose name says up to when it shows. */
    static Path suggestion(Path folder, Instant until, ZoneId zone) {
        return folder.resolve("plantdeck-trend-" + IN_NAME.format(until.atZone(zone)) + ".png");
    }

    /** The file that was named, with the end that says what it is. */
    static Path named(Path chosen) {
        String name = String.valueOf(chosen.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".png")
                ? chosen
                : chosen.resolveSibling(name + ".png");
    }
}
