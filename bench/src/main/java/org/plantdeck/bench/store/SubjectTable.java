package org.plantdeck.bench.store;

import org.plantdeck.bench.results.Result;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Results for a terminal: a line a work, a column a subject, and what plantdeck is of each other
 * one. Threads: any.
 *
 * @param results of some works on some subjects, in the order they are shown
 */
record SubjectTable(List<Result> results) {

    /** Those of some works. */
    static SubjectTable of(List<Result> results, Predicate<String> works) {
        return new SubjectTable(results.stream().filter(it -> works.test(it.work())).toList());
    }

    /**
     * Prints it.
     *
     * @param isWhole whether values are large enough to be written without decimals
     */
    void print(PrintWriter out, boolean isWhole) {
        Set<String> works = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Result each : results) {
            works.add(each.work());
            others.add(each.subject());
        }
        others.remove(Result.PLANTDECK);
        out.printf(Locale.ROOT, "%-34s %-9s %14s", "work", "unit", Result.PLANTDECK);
        others.forEach(it -> out.printf(Locale.ROOT, " %14s", it));
        others.forEach(it -> out.printf(Locale.ROOT, " %11s", "to " + it));
        out.println();
        for (String work : works) {
            double ours = value(work, Result.PLANTDECK);
            out.printf(Locale.ROOT, "%-34s %-9s", work, unit(work));
            out.print(number(ours, isWhole));
            others.forEach(it -> out.print(number(value(work, it), isWhole)));
            others.forEach(it -> out.printf(Locale.ROOT, " %11.3f", ours / value(work, it)));
            out.println();
        }
    }

    private static String number(double value, boolean isWhole) {
        return isWhole
                ? String.format(Locale.ROOT, " %,14.0f", value)
                : String.format(Locale.ROOT, " %,14.2f", value);
    }

    private String unit(String work) {
        return results.stream()
                .filter(it -> it.work().equals(work))
                .findFirst()
                .map(Result::unit)
                .orElse("");
    }

    private double value(String work, String subject) {
        return results.stream()
                .filter(it -> it.work().equals(work) && it.subject().equals(subject))
                .mapToDouble(Result::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
