package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.IsoTime;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;

class RowTimesTest {

    private static String in(String zone, String time) {
        return new RowTimes(Optional.of(ZoneId.of(zone))).text(Instant.parse(time).toEpochMilli());
    }

    @Test
    void withoutAZoneTimesReadAsEverywhereElse() {
        Random random = new Random(3);
        RowTimes times = new RowTimes(Optional.empty());
        long time = Instant.parse("1999-12-31T23:59:59.999Z").toEpochMilli();
        for (int i = 0; i < 20_000; i++) {
            assertThat(times.text(time)).isEqualTo(IsoTime.format(Instant.ofEpochMilli(time)));
            time += random.nextLong(-100_000_000, 200_000_000);
        }
        long early = Instant.parse("0000-01-01T00:00:00.000Z").toEpochMilli();
        assertThat(times.text(early)).isEqualTo("0000-01-01T00:00:00.000Z");
    }

    @Test
    void inAZoneTimesHaveItsOffset() {
        assertThat(in("Europe/Vienna", "2026-11-21T06:00:01.007Z"))
                .isEqualTo("2026-11-21T07:00:01.007+01:00");
        assertThat(in("Asia/Kathmandu", "2026-11-21T18:30:00Z"))
                .isEqualTo("2026-11-22T00:15:00.000+05:45");
        assertThat(in("America/St_Johns", "2026-01-01T00:00:00Z"))
                .isEqualTo("2025-12-31T20:30:00.000-03:30");
        assertThat(in("Europe/London", "2026-01-01T00:00:00Z"))
                .isEqualTo("2026-01-01T00:00:00.000+00:00");
        assertThat(in("UTC", "2026-01-01T00:00:00Z")).isEqualTo("2026-01-01T00:00:00.000Z");
    }

    @Test
    void theOffsetChangesWhereTheClocksDo() {
        RowTimes vienna = new RowTimes(Optional.of(ZoneId.of("Europe/Vienna")));
        long spring = Instant.parse("2026-03-29T01:00:00Z").toEpochMilli();
        assertThat(vienna.text(spring - 1)).isEqualTo("2026-03-29T01:59:59.999+01:00");
        assertThat(vienna.text(spring)).isEqualTo("2026-03-29T03:00:00.000+02:00");
        long autumn = Instant.parse("2026-10-25T01:00:00Z").toEpochMilli();
        assertThat(vienna.text(autumn - 1)).isEqualTo("2026-10-25T02:59:59.999+02:00");
        assertThat(vienna.text(autumn)).isEqualTo("2026-10-25T02:00:00.000+01:00");
        assertThat(vienna.text(spring - 1)).isEqualTo("2026-03-29T01:59:59.999+01:00");
    }
}
