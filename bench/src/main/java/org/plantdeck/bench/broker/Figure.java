package org.plantdeck.bench.broker;

import org.plantdeck.bench.results.Median;
import org.plantdeck.bench.results.Result;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One value of one measurement.
 *
 * @param work its name
 * @param value in the unit; NaN where the measurement failed
 * @param unit such as msg/s
 * @param note what went wrong, in one sentence; empty where nothing did
 */
record Figure(String work, double value, String unit, String note) {

    /** The unit of losses. */
    static final String MESSAGES = "messages";

    private static final String LOST = "lost-";

    /** How many messages of a work never came. */
    static Figure lost(String work, long messages, String note) {
        return new Figure(LOST + work, messages, MESSAGES, note);
    }

    /** A value without a word. */
    static Figure of(String work, double value, String unit) {
        return new Figure(work, value, unit, "");
    }

    /** A measurement that gave nothing. */
    static Figure failed(String work, String unit, String reason) {
        return new Figure(work, Double.NaN, unit, reason);
    }

    /**
     * One result of the same figure from all rounds: the median, and of losses the largest, so that
     * no round hides another's.
     *
     * @param rounds at least one
     */
    static Result together(List<Figure> rounds, String subject) {
        Figure first = rounds.getFirst();
        double[] values =
                rounds.stream()
                        .mapToDouble(Figure::value)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
        double value =
                first.work.startsWith(LOST)
                        ? Arrays.stream(values).max().orElse(Double.NaN)
                        : Median.of(values);
        String note =
                rounds.stream()
                        .map(Figure::note)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; "));
        return new Result(first.work, subject, value, first.unit, note);
    }
}
