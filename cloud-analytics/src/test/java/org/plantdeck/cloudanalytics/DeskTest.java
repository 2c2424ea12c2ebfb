package org.plantdeck.cloudanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plantdeck.cloudanalytics.Windows.delivery;
import static org.plantdeck.cloudanalytics.Windows.leaves;
import static org.plantdeck.cloudanalytics.Windows.window;

import org.junit.jupiter.api.Test;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.WindowCodec;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the analytics store, acknowledge and remove. */
class DeskTest extends DeskGround {

    @Test
    void aRepeatedWindowIsStoredOnceAndCounted() throws SQLException {
        take(window("r", 1), window("r", 2), window("r", 1));
        take(window("r", 2));

        assertThat(stored("r")).containsExactly(1L, 2L);
        Figures figures = desk.figures();
        assertThat(List.of(figures.received(), figures.stored(), figures.repeated()))
                .containsExactly(4L, 2L, 2L);
    }

    @Test
    void aMessageIsAcknowledgedWhenItsWindowCanBeReadByOthers() throws SQLException {
        List<List<Long>> storedAtAcknowledgement = new ArrayList<>();
        byte[] body = WindowCodec.encode(window("r", 1));
        inbox.add(
                new FakeDelivery(
                        AnalyticsWindow.TOPIC,
                        body,
                        () -> storedAtAcknowledgement.add(stored("r"))));

        desk.commit(inbox);

        assertThat(storedAtAcknowledgement).containsExactly(List.of(1L));
    }

    @Test
    void whatIsNoWindowIsCountedAndAcknowledged() throws SQLException {
        FakeDelivery nonsense =
                new FakeDelivery(
                        AnalyticsWindow.TOPIC, "{\"run\":7}".getBytes(StandardCharsets.UTF_8));
        inbox.add(nonsense);
        take(window("r", 1));

        assertThat(nonsense.acknowledged).isCompleted();
        assertThat(desk.figures().malformed()).isEqualTo(1);
        assertThat(desk.figures().stored()).isEqualTo(1);
    }

    @Test
    void aWindowOfAnImpossibleTimeIsRefusedAndKeepsNothingElseOut() throws SQLException {
        Instant never = Instant.parse("-1000-01-01T00:00:00Z");
        AnalyticsWindow odd =
                new AnalyticsWindow("r", 1, never, never.plusSeconds(10), leaves(1).build());

        take(odd, window("r", 2));

        assertThat(desk.figures().malformed()).isEqualTo(1);
        assertThat(stored("r")).containsExactly(2L);
    }

    @Test
    void aWindowThatWasStoredBeforeARestartIsARepeatAfterIt() throws SQLException {
        take(window("r", 4), window("r", 5), window("r", 1), window("r", 2), window("r", 3));
        restart();
        take(window("r", 4), window("r", 5), window("r", 6));

        assertThat(desk.figures().stored()).isEqualTo(1);
        assertThat(desk.figures().repeated()).isEqualTo(2);
        assertThat(stored("r")).hasSize(6);
    }

    @Test
    void whatCannotBeStoredIsNotAcknowledgedAndTriedAgain() throws SQLException {
        take(window("r", 1));
        FakeDelivery delivery = delivery(window("r", 2));
        inbox.add(delivery);
        execute(
                "CREATE TRIGGER full BEFORE INSERT ON analytics_data"
                        + " BEGIN SELECT RAISE(ABORT, 'disk full'); END");

        assertThatThrownBy(() -> desk.commit(inbox)).hasMessageContaining("disk full");
        assertThat(delivery.acknowledged).isNotCompleted();

        execute("DROP TRIGGER full");
        desk.commit(inbox);
        assertThat(delivery.acknowledged).isCompleted();
        assertThat(stored("r")).containsExactly(1L, 2L);
        assertThat(desk.figures().received()).isEqualTo(2);
    }

    @Test
    void aColumnThatWasRolledBackIsAddedAgain() throws SQLException {
        take(window("r", 1));
        execute(
                "CREATE TRIGGER full BEFORE INSERT ON analytics_data"
                        + " BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        inbox.add(delivery(window("r", 2, Windows.leaves(2).put("novel", 7).build())));
        assertThatThrownBy(() -> desk.commit(inbox)).isInstanceOf(SQLException.class);
        execute("DROP TRIGGER full");

        desk.commit(inbox);

        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.latestWindow("r").orElseThrow().values().number("novel"))
                    .hasValue(7);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void retentionRemovesWhatIsOldInStepsAndAsksForNoneOfIt() throws SQLException {
        database.close();
        start(Duration.ofHours(1));
        take(window("r", 5));
        for (long sequence = 6; sequence <= 1200; sequence++) {
            inbox.add(delivery(window("r", sequence)));
            if (inbox.size() == 60) {
                desk.commit(inbox);
            }
        }
        desk.commit(inbox);
        AtomicInteger sweeps = new AtomicInteger();
        while (stored("r").size() > 360) {
            assertThat(sweeps.incrementAndGet()).isLessThan(5);
            sweepAfter(0);
        }

        assertThat(sweeps).hasValue(2);
        assertThat(stored("r")).first().isEqualTo(841L);
        assertThat(desk.figures().pruned()).isEqualTo(836);
        assertThat(desk.figures().standing().missing()).isZero();
        take(window("r", 500));
        assertThat(desk.figures().repeated()).isEqualTo(1);
    }
}
