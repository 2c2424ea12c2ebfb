package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.app.trends.TimeWindow;

import java.time.Instant;

class TrendCursorsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final TrendCursors cursors = new TrendCursors();

    @Test
    void thereIsAStretchOnlyBetweenTwoOfThem() {
        assertThat(cursors.areNone()).isTrue();
        cursors.set(Cursor.B, NOON);
        assertThat(cursors.between()).isEmpty();
        cursors.set(Cursor.A, NOON);
        assertThat(cursors.between()).isEmpty();

        cursors.set(Cursor.A, NOON.plusSeconds(60));
        assertThat(cursors.between()).contains(new TimeWindow(NOON, NOON.plusSeconds(60)));

        cursors.clear(Cursor.A);
        assertThat(cursors.at(Cursor.A)).isEmpty();
        assertThat(cursors.at(Cursor.B)).contains(NOON);
        cursors.clear();
        assertThat(cursors.areNone()).isTrue();
    }

    @Test
    void ofTheStretchCountsWhatIsInView() {
        cursors.set(Cursor.A, NOON);
        cursors.set(Cursor.B, NOON.plusSeconds(60));

        assertThat(cursors.between(new TimeWindow(NOON.plusSeconds(20), NOON.plusSeconds(90))))
                .contains(new TimeWindow(NOON.plusSeconds(20), NOON.plusSeconds(60)));
        assertThat(cursors.between(new TimeWindow(NOON.plusSeconds(60), NOON.plusSeconds(90))))
                .isEmpty();
    }
}
