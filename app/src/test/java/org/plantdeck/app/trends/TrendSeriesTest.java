package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Buckets of a second each, ten of them. */
class TrendSeriesTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");

    private final TrendSeries series = new TrendSeries(Duration.ofSeconds(10), 10);

    private static Instant at(double second) {
        return BEGIN.plusMillis(Math.round(second * 1000));
    }

    private void add(double second, double value) {
        series.add(at(second), value);
    }

    /** Columns over [from, to) as least..largest ~mean, or a dash where there is none. */
    private List<String> columns(double from, double to, int count) {
        TrendColumns columns = series.columns(at(from), at(to), count);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            words.add(
                    columns.has(i)
                            ? String.format(
                                    Locale.ROOT,
                                    "%.1f..%.1f ~%.1f",
                                    columns.least(i),
                                    columns.largest(i),
                                    columns.mean(i))
                            : "-");
        }
        return words;
    }

    @Test
    void aBucketKnowsLeastLargestAndMeanOfItsValues() {
        add(2.1, 5);
        add(2.2, 9);
        add(2.9, 4);
        add(3.0, 1);
        assertThat(columns(1, 5, 4)).containsExactly("-", "4.0..9.0 ~6.0", "1.0..1.0 ~1.0", "-");
        assertThat(series.bucket()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsKnownOfAStretchCountsWithItsNumberOfValues() {
        series.add(at(2), 1, 9, 4, 3);
        add(2.5, 8);
        assertThat(columns(2, 3, 1)).containsExactly("1.0..9.0 ~5.0");
    }

    @Test
    void fewerColumnsThanBucketsHoldWhatLiesInThem() {
        for (int second = 0; second < 4; second++) {
            add(second, second);
        }
        assertThat(columns(0, 4, 2)).containsExactly("0.0..1.0 ~0.5", "2.0..3.0 ~2.5");
    }

    @Test
    void moreColumnsThanBucketsRepeatThem() {
        add(0, 3);
        add(1, 7);
        assertThat(columns(0, 2, 4))
                .containsExactly(
                        "3.0..3.0 ~3.0", "3.0..3.0 ~3.0", "7.0..7.0 ~7.0", "7.0..7.0 ~7.0");
    }

    @Test
    void theOldestGivesWayToTheNewest() {
        for (int second = 0; second < 30; second++) {
            add(second, second);
        }
        assertThat(columns(18, 21, 3)).containsExactly("-", "19.0..19.0 ~19.0", "20.0..20.0 ~20.0");
        assertThat(columns(28, 31, 3)).containsExactly("28.0..28.0 ~28.0", "29.0..29.0 ~29.0", "-");
    }

    @Test
    void whatIsTooOldLeavesNoMark() {
        add(25, 25);
        add(14, 14);
        assertThat(columns(14, 15, 1)).containsExactly("-");
        assertThat(columns(25, 26, 1)).containsExactly("25.0..25.0 ~25.0");
    }

    @Test
    void whatArrivesLateWithinTheWindowHasItsPlace() {
        add(9, 9);
        add(1, 1);
        assertThat(columns(1, 2, 1)).containsExactly("1.0..1.0 ~1.0");
    }

    @Test
    void notANumberAndNoValuesLeaveNoMark() {
        add(1, Double.NaN);
        add(1, Double.POSITIVE_INFINITY);
        series.add(at(1), 1, 2, 1.5, 0);
        assertThat(series.isEmpty()).isTrue();
        assertThat(columns(0, 10, 1)).containsExactly("-");
    }

    @Test
    void timesBeforeTheEpochHaveTheirBucketsToo() {
        Instant before = Instant.parse("1969-12-31T23:59:58.500Z");
        series.add(before, 3);
        assertThat(series.columns(before.minusMillis(500), before.plusMillis(500), 1).mean(0))
                .isEqualTo(3);
    }

    @Test
    void aClearedSeriesIsEmpty() {
        add(1, 1);
        assertThat(series.isEmpty()).isFalse();
        series.clear();
        assertThat(series.isEmpty()).isTrue();
        assertThat(columns(0, 10, 2)).containsExactly("-", "-");
        add(1, 2);
        assertThat(columns(1, 2, 1)).containsExactly("2.0..2.0 ~2.0");
    }
}
