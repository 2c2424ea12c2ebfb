package org.plantdeck.historian.imports;

import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first lines of a file, from which is found out how it is written.
 *
 * @param separator between cells
 * @param decimalMark before decimals
 * @param header the names of the columns
 * @param units below them; empty where the file has none
 * @param rows of cells, all as wide as the header
 */
record Sample(
        char separator,
        char decimalMark,
        List<String> header,
        List<String> units,
        List<List<String>> rows) {

    private static final int ROWS = 1_000;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d+([eE][-+]?\\d+)?");
    private static final Pattern POINT = Pattern.compile("[-+]?\\d+\\.\\d+([eE][-+]?\\d+)?");

    /**
     * Looks at a file.
     *
     * @throws PartFailure where it has no two columns, or no line with values
     */
    static Sample of(ImportRequest request, CsvSource source) {
        ImportRequest.Shape shape = request.shape();
        Optional<Sample> best = Optional.empty();
        for (char separator : SEPARATORS) {
            if (shape.separator().isEmpty() || shape.separator().get() == separator) {
                Optional<Sample> sample = read(shape, source, separator);
                if (sample.isPresent()
                        && sample.get().worth() > best.map(Sample::worth).orElse(0)) {
                    best = sample;
                }
            }
        }
        if (best.isEmpty() && shape.separator().isPresent()) {
            best = read(shape, source, shape.separator().get());
        }
        return best.orElseThrow(() ->
                new PartFailure(
                        request.file()
                                + " has no line with the names of two columns and more; name what"
                                + " separates them with --separator, and lines before it with"
                                + " --skip-lines"));
    }

    /** How many cells stand where they should, which is most of them with the right separator. */
    private int worth() {
        return header.size() < 2 ? 0 : header.size() * (1 + Math.min(20, rows.size()));
    }

    private static Optional<Sample> read(
            ImportRequest.Shape shape, CsvSource source, char separator) {
        try (CsvLines lines = new CsvLines(source.reader(source.open()), separator)) {
            lines.skip(shape.linesBefore());
            if (!lines.next() || lines.fault().isPresent() || lines.size() < 2) {
                return Optional.empty();
            }
            List<String> header = texts(lines);
            List<String> units = List.of();
            if (shape.hasUnits() && lines.next()) {
                units = texts(lines);
            }
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < ROWS && lines.next(); i++) {
                if (lines.size() == header.size() && lines.fault().isEmpty()) {
                    rows.add(texts(lines));
                }
            }
            char mark = shape.decimalMark().orElseGet(() -> mark(separator, rows));
            return Optional.of(new Sample(separator, mark, header, units, rows));
        } catch (IOException e) {
            throw source.failure(e);
        }
    }

    private static List<String> texts(CsvLines lines) {
        List<String> texts = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            texts.add(lines.text(i));
        }
        return texts;
    }

    private static char mark(char separator, List<List<String>> rows) {
        if (separator == ',') {
            return '.';
        }
        long commas = rows.stream().flatMap(List::stream).filter(COMMA.asMatchPredicate()).count();
        long points = rows.stream().flatMap(List::stream).filter(POINT.asMatchPredicate()).count();
        return commas > points ? ',' : '.';
    }

    /** The cells of a column that hold something. */
    List<String> column(int number) {
        return rows.stream().map(row -> row.get(number)).filter(it -> !it.isEmpty()).toList();
    }

    /** The unit of a column; empty for none. */
    String unit(int number) {
        return number < units.size() ? units.get(number) : "";
    }
}
