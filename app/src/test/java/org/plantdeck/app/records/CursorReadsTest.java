package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plantdeck.app.fixture.Await;
import org.plantdeck.app.fixture.FakeDesk;
import org.plantdeck.app.fixture.Headless;
import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** What cursors read, from the history itself. */
@ExtendWith(Headless.class)
class CursorReadsTest {

    private final FakeDesk fake;

    CursorReadsTest(FakeDesk fake) {
        this.fake = fake;
    }

    @Test
    void itIsTheValueThatWasMeasuredThenOrBefore() throws StoreFailure {
        String topic = FactorySource.ENERGY.topic();
        StoredTag power;
        StoredReading some;
        try (HistorianQueries history =
                RecordedHistory.open(fake.desk().session().history().database())) {
            power =
                    history.tags(topic).stream()
                            .filter(it -> it.key().equals("power_consumption"))
                            .findFirst()
                            .orElseThrow();
            Instant end = history.extent().newest().orElseThrow();
            some =
                    history.open(
                                    new ReadingQuery(
                                            topic, end.minusSeconds(3_000), end, List.of(power)))
                            .next()
                            .orElseThrow();
        }
        double measured = some.values().getFirst().asDouble();
        Instant place = some.measuredAt().plusSeconds(12);
        TrendCursors cursors = new TrendCursors();
        CursorReads reads = new CursorReads(fake.desk().history(), fake.desk().door(), () -> {});
        Headless.onScreen(() -> {
            cursors.set(Cursor.A, place.plusSeconds(900));
            reads.look(cursors, List.of(power));
            cursors.set(Cursor.A, place);
            reads.look(cursors, List.of(power));
        });
        Await.until(
                "the value",
                () -> Headless.onScreen(() -> reads.at(Cursor.A, place, power).isPresent()));
        Headless.onScreen(() -> {
            assertThat(reads.at(Cursor.A, place, power)).isEqualTo(OptionalDouble.of(measured));
            assertThat(reads.at(Cursor.A, place.plusMillis(1), power)).isEmpty();
            assertThat(reads.at(Cursor.B, place, power)).isEmpty();
        });
    }
}
