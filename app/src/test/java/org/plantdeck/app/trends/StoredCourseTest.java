package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.trends.Course.Gap;
import org.plantdeck.app.trends.StoredCourse.Figures;

import java.time.Duration;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.Random;
import java.util.stream.DoubleStream;

class StoredCourseTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T11:00:00Z");
    private static final int COLUMNS = 60;

    /** A minute a column. */
    private static final TimeGrid HOUR =
            TimeGrid.of(new TimeWindow(BEGIN, BEGIN.plus(Duration.ofHours(1))), COLUMNS);

    private static Instant minute(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    /** Sixty readings in each of some columns: their number, give or take a half. */
    private static TrendColumns filled(int from, int to) {
        TrendColumns columns = new TrendColumns(COLUMNS);
        for (int i = from; i < to; i++) {
            columns.add(i, i - 0.5, i + 0.5, i, 60);
        }
        return columns;
    }

    private static StoredCourse course(TrendColumns columns) {
        return new StoredCourse(HOUR, columns, HOUR.to());
    }

    @Test
    void whatWasStoredIsDrawnColumnByColumn() {
        TrendColumns drawn = course(filled(0, COLUMNS)).columns(HOUR.from(), HOUR.to(), COLUMNS);

        for (int i = 0; i < COLUMNS; i++) {
            assertThat(drawn.values(i)).as("column %d", i).isEqualTo(60);
            assertThat(drawn.least(i)).isEqualTo(i - 0.5);
            assertThat(drawn.largest(i)).isEqualTo(i + 0.5);
            assertThat(drawn.mean(i)).isEqualTo(i);
        }
    }

    @Test
    void theLastAnswerIsDrawnInAnotherStretchUntilThereIsABetterOne() {
        TrendColumns zoomed = course(filled(0, COLUMNS)).columns(minute(10), minute(12), 4);

        assertThat(new double[] {zoomed.mean(0), zoomed.mean(1), zoomed.mean(2), zoomed.mean(3)})
                .containsExactly(10, 10, 11, 11);
    }

    @Test
    void theDeviationIsThatOfAllReadingsTogether() {
        Random dice = new Random(5);
        TrendColumns columns = new TrendColumns(COLUMNS);
        double[] all = new double[COLUMNS * 4 + 1];
        for (int i = 0; i < COLUMNS; i++) {
            double[] own = dice.doubles(4, 1_000, 1_010 + i).toArray();
            System.arraycopy(own, 0, all, i * 4, 4);
            DoubleSummaryStatistics figures = DoubleStream.of(own).summaryStatistics();
            double mean = figures.getAverage();
            columns.add(i, figures.getMin(), figures.getMax(), mean, 4);
            columns.scatter(i, DoubleStream.of(own).map(it -> (it - mean) * (it - mean)).sum());
        }
        StoredCourse course = course(columns);
        course.add(minute(59).plusSeconds(59), 990);
        all[COLUMNS * 4] = 990;

        assertThat(course.deviation(HOUR.from(), HOUR.to()))
                .isCloseTo(deviation(all), within(1e-9));
        assertThat(course.deviation(HOUR.to(), HOUR.to().plusSeconds(60))).isNaN();
    }

    private static double deviation(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        double squares = DoubleStream.of(values).map(it -> (it - mean) * (it - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    @Test
    void figuresCountEveryReadingInView() {
        StoredCourse course = course(filled(10, 13));

        assertThat(course.figures(HOUR.from(), HOUR.to()))
                .isEqualTo(new Figures(9.5, 12.5, 11, 180));
        assertThat(course.figures(minute(12), HOUR.to()))
                .isEqualTo(new Figures(11.5, 12.5, 12, 60));
        assertThat(course.figures(minute(20), minute(30)))
                .isEqualTo(new Figures(Double.NaN, Double.NaN, Double.NaN, 0));
    }

    @Test
    void emptyColumnsBetweenReadingsAreAGap() {
        TrendColumns columns = filled(0, 20);
        TrendColumns rest = filled(25, COLUMNS);
        for (int i = 25; i < COLUMNS; i++) {
            columns.add(i, rest.least(i), rest.largest(i), rest.mean(i), 60);
        }
        StoredCourse course = course(columns);

        assertThat(course.gaps(HOUR.from(), HOUR.to()))
                .containsExactly(new Gap(minute(20), minute(25), false));
        assertThat(course.join(HOUR.from(), HOUR.to(), COLUMNS)).isZero();
    }

    @Test
    void whatLiesBeforeTheFirstReadingIsAGapToo() {
        assertThat(course(filled(50, COLUMNS)).gaps(HOUR.from(), HOUR.to()))
                .containsExactly(new Gap(minute(0), minute(50), false));
    }

    @Test
    void whatHasNotHappenedYetIsNoGap() {
        StoredCourse course = new StoredCourse(HOUR, filled(0, 30), minute(30));

        assertThat(course.gaps(HOUR.from(), HOUR.to())).isEmpty();
    }

    @Test
    void aSourceThatFallsSilentLeavesAGapThatGrows() {
        StoredCourse course = new StoredCourse(HOUR, filled(0, 30), minute(30));

        course.know(minute(34));

        assertThat(course.gaps(HOUR.from(), HOUR.to()))
                .containsExactly(new Gap(minute(30), minute(34), false));
    }

    @Test
    void readingsFurtherApartThanColumnsAreJoinedAsFarAsThreeIntervals() {
        TrendColumns columns = new TrendColumns(COLUMNS);
        for (int i = 0; i < COLUMNS; i += 4) {
            if (i != 20 && i != 24 && i != 28) {
                columns.add(i, i, i, i);
            }
        }
        StoredCourse course = course(columns);

        assertThat(course.join(HOUR.from(), HOUR.to(), COLUMNS)).isEqualTo(12);
        assertThat(course.gaps(HOUR.from(), HOUR.to()))
                .containsExactly(new Gap(minute(17), minute(32), false));
        assertThat(course.at(minute(11))).isEqualTo(8);
        assertThat(course.at(minute(31))).isNaN();
    }

    @Test
    void whatArrivesIsAddedAndTheOldestGoes() {
        StoredCourse course = course(filled(0, COLUMNS));

        course.add(minute(60).plusSeconds(1), 7);
        course.add(minute(60).plusSeconds(2), 9);
        course.add(minute(61), 5);

        assertThat(course.at(minute(60).plusSeconds(30))).isEqualTo(8);
        assertThat(course.figures(minute(59), minute(62)))
                .isEqualTo(new Figures(5, 59.5, 56.523809523809526, 63));
        assertThat(course.at(minute(0))).isNaN();
        assertThat(course.gaps(minute(2), minute(62))).isEmpty();
    }

    @Test
    void theMeanOverTimeCountsAColumnAlikeHoweverManyReadingsItHas() {
        TrendColumns columns = new TrendColumns(COLUMNS);
        columns.add(0, 1, 1, 1, 90);
        columns.add(1, 3, 3, 3, 10);
        StoredCourse course = course(columns);

        assertThat(course.figures(minute(0), minute(2)).mean()).isEqualTo(1.2);
        assertThat(course.timeMean(minute(0), minute(2))).isEqualTo(2);
    }

    @Test
    void aValueCountsUntilTheNextOneAndNotIntoAGap() {
        TrendColumns columns = new TrendColumns(COLUMNS);
        columns.add(0, 1, 1, 1, 1);
        columns.add(2, 1, 1, 1, 1);
        columns.add(4, 7, 7, 7, 1);
        StoredCourse course = course(columns);

        assertThat(course.timeMean(minute(0), minute(6))).isEqualTo(3);
        assertThat(course.timeMean(minute(0), HOUR.to())).isEqualTo((4 * 1 + 6 * 7) / 10.0);
        assertThat(course.timeMean(minute(30), HOUR.to())).isNaN();
    }

    @Test
    void readingsWithoutAValueAreCountedAndMoveNothing() {
        TrendColumns columns = filled(0, 30);
        columns.miss(10, 4);
        StoredCourse course = new StoredCourse(HOUR, columns, minute(30));

        course.add(minute(30), Double.NaN);
        course.add(minute(31), Double.NaN);

        assertThat(course.missing(HOUR.from(), HOUR.to())).isEqualTo(6);
        assertThat(course.missing(minute(11), minute(31))).isEqualTo(1);
        assertThat(course.figures(HOUR.from(), HOUR.to()).values()).isEqualTo(1_800);
        assertThat(course.gaps(HOUR.from(), minute(32)))
                .containsExactly(new Gap(minute(30), minute(31), true));
    }

    @Test
    void aGapIsBadWhereReadingsCameThatHaveNoValue() {
        TrendColumns columns = filled(0, 10);
        columns.miss(12, 60);
        TrendColumns rest = filled(20, 30);
        for (int i = 20; i < 30; i++) {
            columns.add(i, rest.least(i), rest.largest(i), rest.mean(i), 60);
        }
        StoredCourse course = course(columns);

        assertThat(course.gaps(HOUR.from(), HOUR.to()))
                .containsExactly(
                        new Gap(minute(10), minute(20), true),
                        new Gap(minute(30), HOUR.to(), false));
    }
}
