package org.plantdeck.historian.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of an import, or what would.
 *
 * @param outcome what became of it
 * @param file how the file was understood
 * @param lines with values, bad ones too
 * @param values how many
 * @param first the earliest time; empty where there is none
 * @param last the latest
 * @param badLines the first hundred lines that cannot be read
 * @param badCount how many there are
 */
public record ImportResult(
        Outcome outcome,
        Understood file,
        long lines,
        long values,
        Optional<Instant> first,
        Optional<Instant> last,
        List<BadLine> badLines,
        long badCount) {

    /** What can become of an import. */
    public enum Outcome {
        /** It is in the history. */
        IMPORTED,
        /** It was only looked at. */
        CHECKED,
        /** There are lines that cannot be read, so nothing is changed. */
        REFUSED,
        /** It was ended; nothing is changed. */
        CANCELLED
    }

    /**
     * How a file was understood.
     *
     * @param separator between cells
     * @param decimalMark before decimals
     * @param times the format of times
     * @param zone whose clock times without an offset are of
     * @param columns what each column is
     */
    public record Understood(
            char separator, char decimalMark, String times, String zone, List<Column> columns) {

        public Understood {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What a column is, or in a file with a value a line, a tag of it.
     *
     * @param name its name in the file
     * @param use what it is
     * @param tag the full name of the tag; empty where it is none
     * @param values how many values it has
     */
    public record Column(String name, Use use, String tag, long values) {}

    /** What a column can be. */
    public enum Use {
        TIME,
        TAG_NAMES,
        VALUES_OF_TAGS,
        RUN,
        SEQUENCE,
        VALUE,
        LEFT_OUT
    }

    public ImportResult {
        badLines = List.copyOf(badLines);
    }
}
