package org.plantdeck.bench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report as a table for a terminal: one line a work with both values, their ratio (plantdeck to
 * peer) and whether the aim is met; then the notes and remarks.
 */
public final class TableForm {

    private static final String NOTHING = "-";

    private TableForm() {}

    /** The report as lines of text. */
    public static List<String> of(Report report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "work",
                        "unit",
                        Result.PLANTDECK,
                        report.peer().orElse(Result.PEER),
                        "ratio",
                        "aim"));
        List<String> notes = new ArrayList<>();
        for (String work : report.works()) {
            Optional<Result> plantdeck = report.result(work, Result.PLANTDECK);
            Optional<Result> peer = report.result(work, Result.PEER);
            rows.add(
                    List.of(
                            work,
                            plantdeck.or(() -> peer).map(Result::unit).orElse(""),
                            value(plantdeck, notes),
                            value(peer, notes),
                            ratio(plantdeck, peer),
                            aim(report, work)));
        }
        List<String> lines = new ArrayList<>(aligned(rows));
        if (!notes.isEmpty() || !report.remarks().isEmpty()) {
            lines.add("");
        }
        lines.addAll(notes);
        lines.addAll(report.remarks());
        return lines;
    }

    /** A value; one with a note gets the note's number behind it. */
    private static String value(Optional<Result> result, List<String> notes) {
        if (result.isEmpty()) {
            return NOTHING;
        }
        Result it = result.get();
        String number = it.isMeasured() ? number(it.value()) : NOTHING;
        if (it.note().isEmpty()) {
            return number;
        }
        notes.add(
                String.format(
                        Locale.ROOT,
                        "[%d] %s, %s: %s",
                        notes.size() + 1,
                        it.work(),
                        it.subject(),
                        it.note()));
        return number + " [" + notes.size() + "]";
    }

    private static String ratio(Optional<Result> plantdeck, Optional<Result> peer) {
        if (!areMeasured(plantdeck, peer) || peer.get().value() == 0) {
            return NOTHING;
        }
        return String.format(Locale.ROOT, "%.2f", plantdeck.get().value() / peer.get().value());
    }

    private static boolean areMeasured(Optional<Result> plantdeck, Optional<Result> peer) {
        return plantdeck.filter(Result::isMeasured).isPresent()
                && peer.filter(Result::isMeasured).isPresent();
    }

    private static String aim(Report report, String work) {
        Aim aim = report.aims().get(work);
        if (aim == null) {
            return "";
        }
        Optional<Result> plantdeck =
                report.result(work, Result.PLANTDECK).filter(Result::isMeasured);
        Optional<Result> peer = report.result(work, Result.PEER).filter(Result::isMeasured);
        if (plantdeck.isEmpty() || (aim.needsPeer() && peer.isEmpty())) {
            return aim + " open";
        }
        double ours = plantdeck.get().value();
        double theirs = peer.map(Result::value).orElse(Double.NaN);
        return aim + (aim.isMet(ours, theirs) ? " met" : " missed");
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT,
                Math.abs(value) < 100 && value != Math.rint(value) ? "%,.1f" : "%,.0f",
                value);
    }

    /** Words to the left, the three columns of numbers to the right. */
    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                boolean isNumber = i >= 2 && i <= 4;
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(isNumber ? pad + row.get(i) : row.get(i) + pad).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
