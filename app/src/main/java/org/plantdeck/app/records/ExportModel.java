package org.plantdeck.app.records;

import org.plantdeck.app.export.ExportState;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.export.ExportRequest;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is exported, where to, and how it is said. Threads: any. */
final class ExportModel {

    private static final Words WORDS = Words.of(ExportModel.class);
    private static final DateTimeFormatter IN_NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private ExportModel() {}

    /**
     * What to export.
     *
     * @param allTags whether every stored tag, and not those that are shown
     * @param everything whether all that is stored, and not the stretch in view
     */
    static ExportRequest request(
            List<String> shown, TimeGrid view, boolean allTags, boolean everything) {
        return new ExportRequest(
                allTags ? List.of() : shown,
                everything ? Instant.MIN : view.from(),
                everything ? Instant.MAX : view.to());
    }

    /** A file in a folder whose name says when it was made. */
    static Path suggestion(Path folder, Instant now) {
        return folder.resolve("plantdeck-" + IN_NAME.format(now) + ".csv");
    }

    /** Where an export is to go; an empty answer has its reason in {@link #refusal}. */
    static Optional<Path> file(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException wrong) {
            return Optional.empty();
        }
    }

    /** Why nothing can be exported; empty where it can. */
    static String refusal(String file, List<String> shown, boolean allTags) {
        if (!allTags && shown.isEmpty()) {
            return WORDS.say("export.no-tag");
        }
        if (file.isBlank()) {
            return WORDS.say("export.no-file");
        }
        return file(file).isEmpty() ? WORDS.say("export.bad-file", file) : "";
    }

    /** How far it has come, or what came of it. */
    static String words(ExportState state) {
        return switch (state) {
            case ExportState.Idle _ -> "";
            case ExportState.Running(Path _, long rows, double share) ->
                    WORDS.say(
                            "export.running",
                            Numbers.text(rows),
                            Numbers.text(Math.floor(100 * share), 0));
            case ExportState.Done(Path file, long rows, int runs) ->
                    runs > 1
                            ? WORDS.say("export.done-runs", Numbers.text(rows), runs, file)
                            : WORDS.say("export.done", Numbers.text(rows), file);
            case ExportState.Cancelled(Path file) -> WORDS.say("export.cancelled", file);
            case ExportState.Failed(String sentence) -> WORDS.say("export.failed", sentence);
        };
    }
}
