package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.app.records.StoredReadings.POWER;
import static org.plantdeck.app.records.StoredReadings.START;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.records.TrendAnswer.Mark;
import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.trends.StoredCourse.Figures;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** On a real database. */
class TrendReaderTest {

    /** The newest one stored; its column of ten seconds is not full. */
    private static final long NEWEST = 1_805;

    @TempDir private Path folder;
    private Path database;

    @BeforeEach
    void storeHalfAnHour() throws StoreFailure {
        database = folder.resolve("historian.db");
        StoredReadings.store(database, "r1", 1, NEWEST);
    }

    private static TrendRequest request(Instant to, boolean live) {
        TimeGrid grid = TimeGrid.of(TimeWindow.endingAt(to, Duration.ofMinutes(10)), 60);
        return new TrendRequest(grid, List.of(POWER), START.plusSeconds(NEWEST + 2), live);
    }

    private TrendAnswer answer(TrendRequest request) throws StoreFailure {
        try (HistorianQueries history = RecordedHistory.open(database)) {
            return TrendReader.read(history, request, () -> false).orElseThrow();
        }
    }

    private static StoredCourse course(TrendAnswer answer) {
        StoredCourse course = answer.courses().get(POWER);
        assertThat(course).isNotNull();
        return course;
    }

    private static Figures all(Courses courses) {
        return courses.of(POWER).orElseThrow().figures(Instant.EPOCH, START.plusSeconds(100_000));
    }

    @Test
    void theAnswerHoldsEveryReadingOfTheStretchOnce() throws StoreFailure {
        TrendRequest request = request(START.plusSeconds(NEWEST + 2), true);

        TrendAnswer answer = answer(request);

        assertThat(request.grid().to()).isEqualTo(START.plusSeconds(1_810));
        assertThat(course(answer).figures(request.grid().from(), request.grid().to()))
                .isEqualTo(new Figures(1_210, 1_805, 1_507.5, 596));
        assertThat(course(answer).at(START.plusSeconds(1_804))).isEqualTo(1_802.5);
        assertThat(course(answer).gaps(request.grid().from(), request.grid().to())).isEmpty();
        assertThat(answer.marks())
                .isEqualTo(
                        Map.of(
                                FactorySource.ENERGY.topic(),
                                new Mark("r1", START.plusSeconds(NEWEST))));
    }

    @Test
    void aDayThatCannotBeReadIsSaidWithTheAnswer() throws Exception {
        assertThat(answer(request(START.plusSeconds(NEWEST + 2), true)).damages()).isEmpty();
        Path day =
                folder.resolve("history")
                        .resolve("day-" + START.atZone(ZoneOffset.UTC).toLocalDate() + ".db");
        Files.writeString(day, "no database ".repeat(500));

        assertThat(answer(request(START.plusSeconds(NEWEST + 2), true)).damages())
                .containsExactly(day + " is not an SQLite database; move it away");
    }

    @Test
    void whatArrivesBesideTheAnswerIsAddedOnceAndInOrder() throws StoreFailure {
        Courses courses = new Courses();
        for (long second = NEWEST - 2; second <= NEWEST + 2; second++) {
            courses.take(StoredReadings.reading("r1", second));
        }

        courses.take(answer(request(START.plusSeconds(NEWEST + 2), true)));
        courses.take(StoredReadings.reading("r1", NEWEST + 3));

        assertThat(all(courses)).isEqualTo(new Figures(1_210, 1_808, 1_509, 599));
    }

    @Test
    void aPictureOfThePastTakesNothingThatArrives() throws StoreFailure {
        Courses courses = new Courses();

        courses.take(answer(request(START.plusSeconds(900), false)));
        courses.take(StoredReadings.reading("r1", NEWEST + 1));

        assertThat(all(courses)).isEqualTo(new Figures(300, 899, 599.5, 600));
    }

    @Test
    void aStretchBeforeTheFirstReadingIsAGap() throws StoreFailure {
        TrendRequest request = request(START.minusSeconds(3_600), false);

        StoredCourse course = course(answer(request));

        assertThat(course.gaps(request.grid().from(), request.grid().to())).hasSize(1);
        assertThat(course.figures(request.grid().from(), request.grid().to()).values()).isZero();
    }

    @Test
    void anotherRunIsSeenAndTheHistoryHasToBeAskedAgain() throws StoreFailure {
        Courses courses = new Courses();
        courses.take(StoredReadings.reading("r1", NEWEST));
        long before = courses.runs();

        courses.take(StoredReadings.reading("r2", 1));

        assertThat(courses.runs()).isEqualTo(before + 1);
    }

    @Test
    void withoutAHistoryACourseBeginsWithWhatArrives() {
        Courses courses = new Courses();
        TrendRequest request = request(START.plusSeconds(NEWEST), true);

        courses.take(request);
        courses.take(StoredReadings.reading("r1", NEWEST));
        courses.take(request);

        assertThat(all(courses)).isEqualTo(new Figures(1_805, 1_805, 1_805, 1));
    }

    @Test
    void anAnswerNobodyWantsIsNotRead() throws StoreFailure {
        try (HistorianQueries history = RecordedHistory.open(database)) {
            assertThat(
                            TrendReader.read(
                                    history, request(START.plusSeconds(NEWEST), true), () -> true))
                    .isEmpty();
        }
    }
}
