package org.plantdeck.app.energy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.energy.HourBook.Hour;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The energy of each hour from a meter that counts up. */
class HourBookTest {

    private static final String RUN = "a";

    private final HourBook book = new HourBook(ZoneOffset.UTC);

    private static Instant at(String time) {
        return Instant.parse(time + "Z");
    }

    private void says(String time, double total) {
        book.add(RUN, at(time), total);
    }

    private Hour hour(int hour) {
        return book.day().hours().get(hour);
    }

    @Test
    void anHourIsTheDifferenceOfTheMeterAtItsEnds() {
        book.begin(RUN);
        says("2026-11-21T10:00:00", 1000);
        says("2026-11-21T10:40:00", 1070);
        says("2026-11-21T11:00:01", 1105);
        assertThat(hour(10)).isEqualTo(new Hour(10, 105, Double.NaN));
    }

    @Test
    void theRunningHourReachesUpToNow() {
        book.begin(RUN);
        says("2026-11-21T10:00:00", 1000);
        says("2026-11-21T10:30:00", 1055);
        assertThat(hour(10)).isEqualTo(new Hour(10, 55, Double.NaN));
        assertThat(hour(11)).isEqualTo(new Hour(11, Double.NaN, Double.NaN));
    }

    @Test
    void readingsMayComeInAnyOrder() {
        book.begin(RUN);
        says("2026-11-21T11:30:00", 1160);
        says("2026-11-21T11:02:00", 1105);
        says("2026-11-21T10:00:00", 1000);
        says("2026-11-21T11:00:00", 1101);
        assertThat(hour(10).todayKwh()).isEqualTo(101);
        assertThat(hour(11).todayKwh()).isEqualTo(59);
    }

    @Test
    void anHourWhoseBeginningNobodySawIsNotKnown() {
        book.begin(RUN);
        says("2026-11-21T10:05:01", 1000);
        says("2026-11-21T10:30:00", 1055);
        assertThat(hour(10).todayKwh()).isNaN();
        assertThat(book.day().isEmpty()).isTrue();
    }

    @Test
    void yesterdayStandsBesideTheSameHourOfToday() {
        book.begin(RUN);
        says("2026-11-20T10:00:00", 400);
        says("2026-11-20T11:00:00", 498);
        says("2026-11-21T10:00:00", 1000);
        says("2026-11-21T10:30:00", 1055);
        assertThat(hour(10)).isEqualTo(new Hour(10, 55, 98));
    }

    @Test
    void theDayCountsFromItsFirstReading() {
        book.begin(RUN);
        says("2026-11-20T23:59:59", 900);
        says("2026-11-21T06:10:00", 1000);
        says("2026-11-21T10:30:00", 1455);
        HourBook.Day day = book.day();
        assertThat(day.kwh()).isEqualTo(455);
        assertThat(day.since()).contains(at("2026-11-21T06:10:00"));
    }

    @Test
    void aNewDayBeginsAtMidnightOfItsZone() {
        HourBook tokyo = new HourBook(ZoneId.of("Asia/Tokyo"));
        tokyo.begin(RUN);
        tokyo.add(RUN, at("2026-11-21T15:00:00"), 1000);
        tokyo.add(RUN, at("2026-11-21T15:20:00"), 1030);
        assertThat(tokyo.day().hours().getFirst()).isEqualTo(new Hour(0, 30, Double.NaN));
    }

    @Test
    void theDayOfTheChangeToSummerTimeHas23Hours() {
        List<Instant> begins =
                HourBook.begins(LocalDate.of(2026, 3, 29), ZoneId.of("Europe/Berlin"));
        assertThat(begins).hasSize(24);
        assertThat(begins.getLast()).isEqualTo(at("2026-03-29T22:00:00"));
    }

    @Test
    void anotherRunHasAnotherMeter() {
        book.begin(RUN);
        says("2026-11-21T10:00:00", 1000);
        book.begin("b");
        says("2026-11-21T10:30:00", 1055);
        assertThat(book.day()).isEqualTo(new HourBook.Day(List.of(), Double.NaN, Optional.empty()));
        book.add("b", at("2026-11-21T10:30:00"), 0);
        book.add("b", at("2026-11-21T10:31:00"), 2);
        assertThat(book.day().kwh()).isEqualTo(2);
    }
}
