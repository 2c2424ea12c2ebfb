package org.plantdeck.app.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.Recording;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What the line made in quarters of an hour, from a real database. */
class ProductionTest {

    private static final Instant NOW = at("10:07");

    @TempDir private Path folder;
    private ReadingStore store;
    private HistorianQueries queries;
    private long sequence;

    @BeforeEach
    void open() throws StoreFailure {
        store = Recording.open(folder.resolve("historian.db"));
        queries = RecordedHistory.open(folder.resolve("historian.db"));
    }

    @AfterEach
    void close() {
        queries.close();
        store.close();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-21T" + time + ":00Z");
    }

    /** The counters of the shift at a time. */
    private void counted(String time, long inspected, long good, long planned) throws StoreFailure {
        Reading values = Bodies.with(Bodies.line(), "inspected_count", Value.of(inspected));
        values = Bodies.with(values, "good_count", Value.of(good));
        values = Bodies.with(values, "shift.planned_count", Value.of(planned));
        Reading reading =
                new Reading(FactorySource.LINE, "r", ++sequence, at(time), values.values());
        store.append(ReadingBatch.of(List.of(reading)));
    }

    private List<Quarter> made() throws StoreFailure {
        return Production.read(queries, NOW);
    }

    private static Quarter quarter(String begin, double good, double rejected, double planned) {
        return new Quarter(at(begin), good, rejected, planned);
    }

    @Test
    void aQuarterMadeWhatItsCountersGrewBy() throws Exception {
        counted("09:30", 1000, 900, 1100);
        counted("09:44", 1400, 1260, 1500);
        counted("09:45", 1410, 1269, 1510);
        counted("09:59", 2000, 1800, 2100);
        assertThat(made())
                .containsExactly(quarter("09:30", 360, 40, 400), quarter("09:45", 540, 60, 600));
    }

    @Test
    void aShiftThatBeginsAnewInAQuarterCountsFromZero() throws Exception {
        counted("09:59", 2000, 1800, 2100);
        counted("10:00", 2010, 1809, 2110);
        counted("10:01", 0, 0, 0);
        counted("10:07", 300, 270, 330);
        assertThat(made().getLast()).isEqualTo(quarter("10:00", 279, 31, 340));
    }

    @Test
    void aQuarterWithoutReadingsIsNotThere() throws Exception {
        counted("09:20", 1000, 1000, 1000);
        counted("09:25", 1100, 1100, 1100);
        counted("10:01", 1700, 1690, 1800);
        counted("10:05", 1900, 1880, 2000);
        assertThat(made())
                .containsExactly(quarter("09:15", 100, 0, 100), quarter("10:00", 190, 10, 200));
    }

    @Test
    void theQuarterBeforeTheFirstOneShownGivesItsEnd() throws Exception {
        counted("02:14", 500, 500, 500);
        counted("02:15", 510, 510, 510);
        counted("02:29", 900, 900, 900);
        assertThat(made()).containsExactly(quarter("02:15", 400, 0, 400));
    }

    @Test
    void withoutReadingsNothingWasMade() throws Exception {
        assertThat(made()).isEmpty();
    }

    @Test
    void aQuarterEndsAtTheNextRoundTime() {
        assertThat(Production.end(at("10:00"))).isEqualTo(at("10:15"));
        assertThat(Production.end(at("10:15").minusMillis(1))).isEqualTo(at("10:15"));
    }
}
