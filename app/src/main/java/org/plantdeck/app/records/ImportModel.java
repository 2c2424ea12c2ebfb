package org.plantdeck.app.records;

import org.plantdeck.app.imports.ImportState;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.imports.BadLine;
import org.plantdeck.historian.imports.ImportRequest;
import org.plantdeck.historian.imports.ImportRequest.Names;
import org.plantdeck.historian.imports.ImportRequest.Shape;
import org.plantdeck.historian.imports.ImportRequest.Times;
import org.plantdeck.historian.imports.ImportResult;
import org.plantdeck.historian.imports.ImportResult.Column;
import org.plantdeck.historian.imports.ImportResult.Outcome;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is imported, what it would come to, and how it is said. Threads: any. */
final class ImportModel {

    private static final Words WORDS = Words.of(ImportModel.class);

    private ImportModel() {}

    /**
     * What is asked for; the rest is found out from the file. Times without an offset are those of
     * this machine's clock.
     *
     * @param topic of columns without one; blank for none
     * @param hasUnits whether a line of units follows the names
     * @param skipsUnknown whether columns that are no tag are left out
     * @param skipsBad whether lines that cannot be read are left out
     */
    static ImportRequest request(
            Path file, String topic, boolean hasUnits, boolean skipsUnknown, boolean skipsBad) {
        Shape open = Shape.OPEN;
        return new ImportRequest(
                file,
                new Shape(
                        open.separator(),
                        open.decimalMark(),
                        open.charset(),
                        open.linesBefore(),
                        hasUnits,
                        open.absent()),
                new Times(Optional.empty(), Optional.empty(), Optional.of(ZoneId.systemDefault())),
                new Names(
                        Map.of(),
                        Optional.of(topic.strip()).filter(it -> !it.isEmpty()),
                        Set.of(),
                        skipsUnknown,
                        Optional.empty()),
                skipsBad);
    }

    /** How far it has come, or what came of it. */
    static String words(ImportState state) {
        return switch (state) {
            case ImportState.Idle _ -> "";
            case ImportState.Running now ->
                    switch (now.step()) {
                        case READING ->
                                WORDS.say(
                                        "import.reading",
                                        Numbers.text(now.lines()),
                                        percent(now.share()));
                        case WAITING -> WORDS.say("import.waiting", Numbers.text(now.lines()));
                        case TAKING_IN -> WORDS.say("import.taking-in", percent(now.share()));
                    };
            case ImportState.Ended(ImportResult result) -> words(result);
            case ImportState.Failed(String sentence) -> WORDS.say("import.failed", sentence);
        };
    }

    private static String percent(double share) {
        return Numbers.text(Math.floor(100 * share), 0);
    }

    private static String words(ImportResult result) {
        String values = Numbers.text(result.values());
        String lines = Numbers.text(result.lines());
        String bad = Numbers.text(result.badCount());
        return switch (result.outcome()) {
            case IMPORTED ->
                    result.badCount() == 0
                            ? WORDS.say("import.done", values, lines)
                            : WORDS.say("import.done-skipped", values, lines, bad);
            case CHECKED ->
                    result.badCount() == 0
                            ? WORDS.say("import.checked", values, lines)
                            : WORDS.say("import.checked-bad", values, lines, bad);
            case REFUSED -> WORDS.say("import.refused", bad);
            case CANCELLED -> WORDS.say("import.cancelled");
        };
    }

    /** What the columns of a file are and which of its lines cannot be read, a line each. */
    static List<String> details(ImportState state) {
        if (!(state instanceof ImportState.Ended(ImportResult result))
                || result.outcome() == Outcome.CANCELLED) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (BadLine each : result.badLines()) {
            lines.add(WORDS.say("import.bad-line", each.number(), each.reason()));
        }
        long more = result.badCount() - result.badLines().size();
        if (more > 0) {
            lines.add(WORDS.say("import.more-bad", Numbers.text(more)));
        }
        lines.add(WORDS.say("import.times", result.file().times(), result.file().zone()));
        for (Column column : result.file().columns()) {
            lines.add(
                    switch (column.use()) {
                        case TIME -> WORDS.say("import.column-time", column.name());
                        case TAG_NAMES -> WORDS.say("import.column-names", column.name());
                        case VALUES_OF_TAGS -> WORDS.say("import.column-values", column.name());
                        case LEFT_OUT -> WORDS.say("import.column-left-out", column.name());
                        case RUN, SEQUENCE, VALUE ->
                                WORDS.say(
                                        "import.column-tag",
                                        column.name(),
                                        column.tag(),
                                        Numbers.text(column.values()));
                    });
        }
        return lines;
    }

    /** Why nothing can be imported; empty where it can. */
    static String refusal(String file) {
        if (file.isBlank()) {
            return WORDS.say("import.no-file");
        }
        return ExportModel.file(file).isEmpty() ? WORDS.say("export.bad-file", file) : "";
    }
}
