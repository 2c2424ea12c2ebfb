package org.plantdeck.app.energy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.energy.BottleBook.Count;
import org.plantdeck.app.fixture.Recording;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What is read of two days in a real database. */
class DayHistoryTest {

    private static final String RUN = "a";
    private static final Instant BEGIN = Instant.parse("2026-11-20T18:30:00Z");
    private static final Instant NOW = Instant.parse("2026-11-21T15:20:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    @TempDir Path folder;
    private ReadingStore store;
    private HistorianQueries queries;

    /** 60 kWh an hour and a bottle a second; shifts at 06:00 and 14:00, nothing by night. */
    @BeforeEach
    void aDayIsStored() throws StoreFailure {
        store = Recording.open(folder.resolve("historian.db"));
        queries = RecordedHistory.open(folder.resolve("historian.db"));
        List<Reading> readings = new ArrayList<>();
        long sequence = 0;
        for (Instant at = BEGIN; at.isBefore(NOW); at = at.plus(INTERVAL)) {
            sequence++;
            readings.add(energy(RUN, sequence, at));
            readings.add(line(sequence, at));
        }
        readings.add(energy("other", 1, Instant.parse("2026-11-21T09:00:00Z")));
        store.append(ReadingBatch.of(readings));
    }

    @AfterEach
    void itIsClosed() {
        queries.close();
        store.close();
    }

    private static Reading energy(String run, long sequence, Instant at) {
        double total = Duration.between(BEGIN, at).toSeconds() / 60.0;
        Leaves values =
                Leaves.builder().put("energy_total", run.equals(RUN) ? 5000 + total : 1, 1).build();
        return new Reading(FactorySource.ENERGY, run, sequence, at, values);
    }

    private static Reading line(long sequence, Instant at) {
        int hour = at.atZone(ZoneOffset.UTC).getHour();
        String shift = hour < 6 || hour >= 22 ? "cleaning" : hour < 14 ? "A" : "B";
        Instant begin =
                at.atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .atTime(hour < 14 ? 6 : 14, 0)
                        .toInstant(ZoneOffset.UTC);
        long count = shift.equals("cleaning") ? 0 : Duration.between(begin, at).toSeconds();
        Leaves values =
                Leaves.builder().put("production_count", count).put("shift.name", shift).build();
        return new Reading(FactorySource.LINE, RUN, sequence, at, values);
    }

    @Test
    void everyHourOfBothDaysIsFoundFromItsBeginning() throws StoreFailure {
        HourBook book = new HourBook(ZoneOffset.UTC);
        book.begin(RUN);
        new DayHistory(queries, RUN, ZoneOffset.UTC, NOW).readInto(book);
        book.add(RUN, NOW, 5000 + Duration.between(BEGIN, NOW).toSeconds() / 60.0);

        HourBook.Day day = book.day();
        assertThat(day.since()).contains(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(day.kwh()).isEqualTo(920);
        assertThat(day.hours())
                .extracting(HourBook.Hour::todayKwh)
                .startsWith(60.0, 60.0)
                .contains(20.0)
                .endsWith(Double.NaN, Double.NaN);
        assertThat(day.hours().subList(0, 15))
                .allSatisfy(it -> assertThat(it.todayKwh()).isEqualTo(60));
        assertThat(day.hours().get(18).yesterdayKwh()).isNaN();
        assertThat(day.hours().subList(19, 24))
                .allSatisfy(it -> assertThat(it.yesterdayKwh()).isEqualTo(60));
    }

    @Test
    void bottlesOfEveryShiftOfTheDayAreCountedToItsEnd() throws StoreFailure {
        BottleBook book = new BottleBook(ZoneOffset.UTC);
        book.begin(RUN);
        new DayHistory(queries, RUN, ZoneOffset.UTC, NOW).readInto(book);
        book.add(RUN, new Count(NOW, "B", 4_800));

        long shiftA = Duration.ofHours(8).toSeconds() - INTERVAL.toSeconds();
        assertThat(book.day())
                .contains(
                        new BottleBook.Day(shiftA + 4_800, Instant.parse("2026-11-21T00:00:00Z")));
    }

    @Test
    void anEmptyHistoryLeavesTheBooksEmpty() throws StoreFailure {
        Instant before = Instant.parse("2026-11-10T15:20:00Z");
        HourBook hours = new HourBook(ZoneOffset.UTC);
        hours.begin(RUN);
        BottleBook bottles = new BottleBook(ZoneOffset.UTC);
        bottles.begin(RUN);
        DayHistory history = new DayHistory(queries, RUN, ZoneOffset.UTC, before);
        history.readInto(hours);
        history.readInto(bottles);
        assertThat(hours.day().isEmpty()).isTrue();
        assertThat(bottles.day()).isEmpty();
    }
}
