package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.app.records.StoredReadings.POWER;
import static org.plantdeck.app.records.StoredReadings.START;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.app.records.ValuesModel.CursorRow;
import org.plantdeck.app.records.ValuesModel.Row;
import org.plantdeck.app.trends.StoredCourse;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.app.trends.TrendColumns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

class ValuesModelTest {

    private static final TimeGrid GRID =
            TimeGrid.of(new TimeWindow(START, START.plusSeconds(600)), 60);
    private static final List<TagFacts> TAGS = List.of(TagFacts.of(POWER));

    private static final ValuesModel.Exactly UNKNOWN = (_, _, _) -> OptionalDouble.empty();

    private static Optional<StoredCourse> course() {
        TrendColumns columns = new TrendColumns(60);
        columns.add(0, 98.2, 104.6, 100.25, 10);
        columns.add(1, 97, 120, 110.75, 10);
        columns.scatter(0, 1.25);
        columns.miss(1, 3);
        return Optional.of(new StoredCourse(GRID, columns, GRID.to()));
    }

    @Test
    void aRowSaysTheValueAtThePointerAndTheFiguresOfWhatIsInView() {
        assertThat(
                        ValuesModel.rows(
                                TAGS,
                                _ -> course(),
                                GRID.window(),
                                Optional.of(START.plusSeconds(15))))
                .containsExactly(
                        new Row(
                                "Energy · power consumption, kW",
                                "110.8",
                                "97.0",
                                "120.0",
                                "105.50",
                                "105.50",
                                "5.39",
                                "20",
                                "3"));
    }

    @Test
    void withoutAnAnswerThereIsNoNumber() {
        assertThat(ValuesModel.rows(TAGS, _ -> Optional.empty(), GRID.window(), Optional.empty()))
                .containsExactly(
                        new Row(
                                "Energy · power consumption, kW",
                                "–",
                                "–",
                                "–",
                                "–",
                                "–",
                                "–",
                                "–",
                                "–"));
    }

    @Test
    void theStretchIsSaidWithItsDaysWhereItHasTwo() {
        TimeWindow hour = TimeWindow.endingAt(START, Duration.ofHours(3));

        assertThat(ValuesModel.stretch(hour, true))
                .isEqualTo("Sat 21 Nov 07:00:00 to 10:00:00 · 3 h · live");
        assertThat(ValuesModel.stretch(TimeWindow.endingAt(START, Duration.ofDays(2)), false))
                .isEqualTo("Thu 19 Nov 10:00:00 to Sat 21 Nov 10:00:00 · 2 d");
    }

    @Test
    void theFiguresAreThoseOfAStretch() {
        TimeWindow first = new TimeWindow(START, START.plusSeconds(10));

        assertThat(ValuesModel.rows(TAGS, _ -> course(), first, Optional.empty()))
                .containsExactly(
                        new Row(
                                "Energy · power consumption, kW",
                                "–",
                                "98.2",
                                "104.6",
                                "100.25",
                                "100.25",
                                "0.37",
                                "10",
                                "0"));
    }

    @Test
    void aCursorReadsWhatWasMeasuredThereButNothingInAGap() {
        TrendCursors cursors = new TrendCursors();
        cursors.set(Cursor.A, START.plusSeconds(5));
        cursors.set(Cursor.B, START.plusSeconds(400));
        assertThat(
                        ValuesModel.cursorRows(
                                TAGS,
                                _ -> course(),
                                cursors,
                                (_, _, _) -> OptionalDouble.of(98.26)))
                .containsExactly(new CursorRow("Energy · power consumption, kW", "98.3", "–", "–"));
    }

    @Test
    void theCursorsSayWhatTheyReadHowMuchMoreAndHowMuchLater() {
        TrendCursors cursors = new TrendCursors();
        assertThat(ValuesModel.cursorRows(TAGS, _ -> course(), cursors, UNKNOWN)).isEmpty();
        assertThat(ValuesModel.cursors(cursors)).isEmpty();

        cursors.set(Cursor.A, START.plusSeconds(5));
        assertThat(ValuesModel.cursorRows(TAGS, _ -> course(), cursors, UNKNOWN))
                .containsExactly(
                        new CursorRow("Energy · power consumption, kW", "100.3", "–", "–"));
        assertThat(ValuesModel.cursors(cursors)).isEqualTo("A at Sat 21 Nov 10:00:05");

        cursors.set(Cursor.B, START.plusSeconds(12));
        assertThat(ValuesModel.cursorRows(TAGS, _ -> course(), cursors, UNKNOWN))
                .containsExactly(
                        new CursorRow("Energy · power consumption, kW", "100.3", "110.8", "10.5"));
        assertThat(ValuesModel.cursors(cursors))
                .isEqualTo("A Sat 21 Nov 10:00:05, B Sat 21 Nov 10:00:12, 7 s later");

        cursors.set(Cursor.B, START.minusSeconds(3700));
        assertThat(ValuesModel.cursors(cursors))
                .isEqualTo("A Sat 21 Nov 10:00:05, B Sat 21 Nov 08:58:20, 61 min 45 s earlier");
    }
}
