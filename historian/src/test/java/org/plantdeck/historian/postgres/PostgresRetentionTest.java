package org.plantdeck.historian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.line;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** What goes when it is too old. */
class PostgresRetentionTest extends PostgresHistory {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void daysGoAsAWholeWhenTheirLastReadingIsTooOld() throws Exception {
        Instant midnight = Instant.parse("2026-11-22T00:00:00Z");
        append(
                at(FactorySource.LINE, "r", 1, midnight.minusSeconds(2)),
                at(FactorySource.LINE, "r", 2, midnight.minusSeconds(1)),
                at(FactorySource.LINE, "r", 3, midnight));
        observe(observed("test/a", midnight.minusSeconds(1), Leaves.builder().put("x", 1)));
        now = midnight.plus(Duration.ofHours(1));

        store.prune(Duration.ofMinutes(30), 100);
        assertThat(history.rows(LINE)).isEqualTo(3);

        for (int i = 4; i < 64; i++) { // the clock follows what is near
            append(at(FactorySource.LINE, "r", i, midnight.plus(Duration.ofMinutes(i))));
        }
        while (store.prune(Duration.ofMinutes(30), 100)) {
            assertThat(history.rows("test/a")).isZero();
        }
        assertThat(history.rows(LINE)).isEqualTo(61);
        assertThat(store.counts().pruned()).isEqualTo(2);
        assertThat(store.extent().oldest()).contains(midnight);
        assertThat(sql("SELECT to_regclass('manufacturing_data_20261121')"))
                .containsExactly((String) null);

        append(at(FactorySource.LINE, "r", 2, midnight.minusSeconds(1)));
        assertThat(store.counts().expired()).isEqualTo(1);
    }

    @Test
    void aDayThatIsBeingReadGoesLater() throws Exception {
        append(line(1));
        observe(observed("test/a", START, Leaves.builder().put("x", 1)));
        now = START.plus(Duration.ofDays(3));
        for (int i = 0; i < 10; i++) {
            append(at(FactorySource.LINE, "r2", i + 1, now.plusSeconds(i)));
        }
        try (Connection reader = server.openForReading();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM manufacturing_data").close();
            store.prune(Duration.ofDays(1), 0);
            assertThat(store.counts().pruned()).isZero();
            append(at(FactorySource.LINE, "r2", 11, now.plus(Duration.ofDays(1))));
        }
        store.prune(Duration.ofDays(1), 0);
        assertThat(store.counts().pruned()).isEqualTo(1);
        assertThat(history.counts().pruned()).isEqualTo(1);
    }

    @Test
    void aRunThatEndedLongAgoGoesWhateverTimeItCarries() throws Exception {
        Instant ahead = START.plus(Duration.ofDays(400));
        for (int i = 1; i <= 25; i++) {
            append(at(FactorySource.LINE, "ahead", i, ahead.plusSeconds(i)));
        }
        for (int i = 1; i <= 10; i++) {
            append(at(FactorySource.LINE, "now", i, START.plusSeconds(i)));
        }
        Instant later = START.plus(Duration.ofDays(9));
        for (int i = 11; i <= 20; i++) {
            append(at(FactorySource.LINE, "now", i, later.plusSeconds(i)));
        }
        int steps = 0;
        while (store.prune(WEEK, 10)) {
            steps++;
        }

        assertThat(steps).isGreaterThan(1);
        assertThat(all(LINE)).extracting(StoredReading::run).containsOnly("now").hasSize(10);
        assertThat(store.counts().stored()).isEqualTo(45);
        assertThat(store.counts().pruned()).isEqualTo(35);
        assertThat(sql("SELECT run FROM runs")).containsExactly("now");
    }
}
