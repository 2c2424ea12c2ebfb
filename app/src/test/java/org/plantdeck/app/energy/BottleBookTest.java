package org.plantdeck.app.energy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.energy.BottleBook.Count;
import org.plantdeck.app.energy.BottleBook.Day;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Bottles of a day from a counter that begins anew with each shift. */
class BottleBookTest {

    private static final String RUN = "a";

    private final BottleBook book = new BottleBook(ZoneOffset.UTC);

    private static Instant at(String time) {
        return Instant.parse("2026-11-21T" + time + "Z");
    }

    private static Count count(String time, String shift, long count) {
        return new Count(at(time), shift, count);
    }

    private void says(String time, String shift, long count) {
        book.add(RUN, count(time, shift, count));
    }

    @Test
    void bottlesAreCountedFromTheFirstLookOn() {
        book.begin(RUN);
        says("09:00:00", "A", 18_000);
        says("09:00:01", "A", 18_002);
        assertThat(book.day()).contains(new Day(2, at("09:00:00")));
    }

    @Test
    void aNewShiftBeginsAtZeroAndTheDayGoesOn() {
        book.begin(RUN);
        says("13:59:59", "A", 40_000);
        says("14:00:00", "B", 0);
        says("14:00:10", "B", 17);
        assertThat(book.day()).contains(new Day(17, at("13:59:59")));
    }

    @Test
    void whatIsStoredComesBeforeWhatIsSeen() {
        book.begin(RUN);
        book.addBefore(
                RUN,
                List.of(
                        count("00:00:00", "cleaning", 0),
                        count("05:59:59", "cleaning", 0),
                        count("06:00:00", "A", 0),
                        count("13:59:59", "A", 40_000),
                        count("14:00:00", "B", 0),
                        count("14:30:00", "B", 3_000)));
        says("14:30:05", "B", 3_009);
        says("14:30:06", "B", 3_010);
        assertThat(book.day()).contains(new Day(43_010, at("00:00:00")));
    }

    @Test
    void whatWasStoredMeanwhileIsNotCountedTwice() {
        book.begin(RUN);
        says("14:30:05", "B", 3_009);
        says("14:30:06", "B", 3_010);
        book.addBefore(RUN, List.of(count("14:00:00", "B", 0), count("14:30:06", "B", 3_010)));
        assertThat(book.day()).contains(new Day(3_010, at("14:00:00")));
    }

    @Test
    void yesterdayIsNotPartOfToday() {
        book.begin(RUN);
        book.add(RUN, new Count(Instant.parse("2026-11-20T23:59:59Z"), "A", 500));
        says("00:00:00", "A", 502);
        says("00:00:01", "A", 504);
        assertThat(book.day()).contains(new Day(2, at("00:00:00")));
    }

    @Test
    void aLookThatIsOlderThanTheLastIsLeftOut() {
        book.begin(RUN);
        says("09:00:01", "A", 18_002);
        says("09:00:00", "A", 18_000);
        assertThat(book.day()).contains(new Day(0, at("09:00:01")));
    }

    @Test
    void anotherRunCountsItsOwnBottles() {
        book.begin(RUN);
        says("09:00:00", "A", 18_000);
        book.begin("b");
        says("09:00:01", "A", 18_002);
        assertThat(book.day()).isEmpty();
    }
}
