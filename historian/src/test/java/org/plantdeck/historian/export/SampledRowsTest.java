package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.store.Between;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

class SampledRowsTest {

    private static final Value NONE = Value.absent();
    private static final long HOLD = 30_000;

    private static List<String> sampled(RowSource rows, Between between, long from, long to)
            throws Exception {
        BucketGrid times = new BucketGrid(Duration.ofSeconds(10), Optional.empty());
        SampledRows.Grid grid = new SampledRows.Grid(times, from, to, HOLD);
        SampledRows sampled = new SampledRows(rows, between, grid);
        List<String> lines = new ArrayList<>();
        while (sampled.next()) {
            ExportRow row = sampled.row();
            StringBuilder line = new StringBuilder(row.epochMillis() / 1_000 + " " + row.run());
            for (int i = 0; i < row.width(); i++) {
                line.append(' ').append(word(row, i));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String word(ExportRow row, int column) {
        return switch (row.cell(column)) {
            case EMPTY -> "-";
            case TEXT -> row.text(column);
            case FLAG -> Boolean.toString(row.flag(column));
            case WHOLE -> Long.toString(row.whole(column));
            case REAL -> Double.toString(row.real(column));
        };
    }

    private static GivenRows some() {
        return new GivenRows("n", "state")
                .add(2_000, "r1", Value.of(5L), Value.of("idle"))
                .add(20_000, "r1", Value.of(14L), NONE)
                .add(26_000, "r1", NONE, Value.of("busy"))
                .add(45_000, "r2", Value.of(39.0), NONE)
                .add(95_000, "r2", Value.of(0.0), NONE);
    }

    @Test
    void aSteppedValueIsTheLastOneAsLongAsItHolds() throws Exception {
        assertThat(sampled(some(), Between.STEPPED, Long.MIN_VALUE, Long.MAX_VALUE))
                .containsExactly(
                        "10 r1 5 idle",
                        "20 r1 14 idle",
                        "30 r1 14 busy",
                        "40 r1 14 busy",
                        "50 r2 39.0 busy",
                        "60 r2 39.0 -",
                        "70 r2 39.0 -",
                        "80 r2 - -",
                        "90 r2 - -");
    }

    @Test
    void aLinearValueIsOnTheLineBetweenTwoThatAreNear() throws Exception {
        assertThat(sampled(some(), Between.LINEAR, Long.MIN_VALUE, Long.MAX_VALUE))
                .containsExactly(
                        "10 r1 9.0 idle",
                        "20 r1 14 idle",
                        "30 r1 24.0 busy",
                        "40 r1 34.0 busy",
                        "50 r2 39.0 busy",
                        "60 r2 39.0 -",
                        "70 r2 39.0 -",
                        "80 r2 - -",
                        "90 r2 - -");
    }

    @Test
    void theRangeBeginsWithWhatWasBeforeItAndEndsWhereItIsAskedTo() throws Exception {
        assertThat(sampled(some(), Between.STEPPED, 25_000, 50_000))
                .containsExactly("30 r1 14 busy", "40 r1 14 busy");
        assertThat(sampled(some(), Between.LINEAR, 85_000, 140_000))
                .containsExactly(
                        "90 r2 - -", "100 r2 0.0 -", "110 r2 0.0 -", "120 r2 0.0 -", "130 r2 - -");
        assertThat(sampled(new GivenRows("n"), Between.LINEAR, 0, 100_000)).isEmpty();
    }

    @Test
    void linesAreThoseOfAModelThatKnowsAllValues() throws Exception {
        Random dice = new Random(11);
        GivenRows rows = new GivenRows("n");
        TreeMap<Long, Double> known = new TreeMap<>();
        for (long at = 3_000; at < 2_000_000; at += 1 + dice.nextInt(25_000)) {
            double value = dice.nextInt(1_000);
            known.put(at, value);
            rows.add(at, "r1", Value.of(value));
        }
        List<String> expected = new ArrayList<>();
        for (long at = 10_000; at <= known.lastKey(); at += 10_000) {
            var left = known.floorEntry(at);
            var right = known.ceilingEntry(at);
            long apart = right.getKey() - left.getKey();
            double share = apart == 0 ? 0 : (double) (at - left.getKey()) / apart;
            double value = left.getValue() + share * (right.getValue() - left.getValue());
            expected.add(at / 1_000 + " r1 " + value);
        }
        assertThat(sampled(rows, Between.LINEAR, Long.MIN_VALUE, Long.MAX_VALUE))
                .containsExactlyElementsOf(expected);
    }
}
