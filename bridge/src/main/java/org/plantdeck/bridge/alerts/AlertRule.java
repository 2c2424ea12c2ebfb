package org.plantdeck.bridge.alerts;

import org.plantdeck.bridge.windows.Measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One row of {@code alert-rules.csv}: when a measure calls for somebody.
 *
 * @param key names the rule and its setting
 * @param side which side of the limit is the wrong one
 * @param measures what is watched, each for itself
 * @param limit the limit unless set
 * @param unit unit of the limit and of the deadband
 * @param minimum least limit that can be set
 * @param maximum greatest limit that can be set
 * @param deadband how far on the right side of the limit the value must be to end the alert
 * @param holdSeconds event time for which the value must be wrong, and for which it must be right
 *     again
 * @param raised when the alert can begin
 * @param subject what is watched, as a sentence begins; empty for the tag's own description
 * @param meaning what the setting means
 */
record AlertRule(
        String key,
        Side side,
        List<Measure> measures,
        double limit,
        String unit,
        double minimum,
        double maximum,
        double deadband,
        long holdSeconds,
        Raised raised,
        String subject,
        String meaning) {

    /** Which side of the limit is wrong. */
    enum Side {
        HIGH("high"),
        LOW("low");

        private final String word;

        Side(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** When an alert can begin. */
    enum Raised {
        ALWAYS,
        /** Only in windows through which the line ran. */
        RUNNING
    }

    /** Every rule, in the order alerts are told. */
    static final List<AlertRule> ALL = read();

    private static List<AlertRule> read() {
        try (InputStream table =
                Objects.requireNonNull(AlertRule.class.getResourceAsStream("alert-rules.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> !row.startsWith("#") && !row.isBlank())
                    .map(AlertRule::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("alert-rules.csv", e);
        }
    }

    private static AlertRule parse(String row) {
        String[] cell = row.split(";", -1);
        return new AlertRule(
                cell[0],
                Side.valueOf(cell[1]),
                Arrays.stream(cell[2].split(" ", -1)).map(Measure::valueOf).toList(),
                Double.parseDouble(cell[3]),
                cell[4],
                Double.parseDouble(cell[5]),
                Double.parseDouble(cell[6]),
                Double.parseDouble(cell[7]),
                Long.parseLong(cell[8]),
                Raised.valueOf(cell[9]),
                cell[10],
                cell[11]);
    }

    /** Whether a value is on the wrong side of a limit. */
    boolean isWrong(double value, double limitNow) {
        return side == Side.HIGH ? value > limitNow : value < limitNow;
    }

    /** Whether a value is on the right side by the deadband. */
    boolean isRight(double value, double limitNow) {
        return side == Side.HIGH ? value <= limitNow - deadband : value >= limitNow + deadband;
    }
}
