package org.plantdeck.cloudanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plantdeck.cloudanalytics.Windows.delivery;
import static org.plantdeck.cloudanalytics.Windows.filtered;
import static org.plantdeck.cloudanalytics.Windows.leaves;
import static org.plantdeck.cloudanalytics.Windows.window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.cloudanalytics.gaps.GapPolicy;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.insights.InsightBody;
import org.plantdeck.cloudanalytics.insights.InsightSettings;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.store.AnalyticsDatabase;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.ResendRequest;
import org.plantdeck.signal.WindowCodec;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/** The work of the analytics, step by step on the test's own thread. */
class DeskTest {

    private static final GapPolicy GAPS =
            new GapPolicy(
                    3, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(20), 2);

    @TempDir Path directory;

    private final FakeLink link = new FakeLink();
    private final FakeClock clock = new FakeClock();
    private final Queue<org.plantdeck.mqttlink.Delivery> inbox = new ArrayDeque<>();
    private Path file;
    private AnalyticsDatabase database;
    private Desk desk;

    @BeforeEach
    void open() throws SQLException {
        file = directory.resolve("analytics.db");
        link.comeUp();
        start(Duration.ofDays(7));
    }

    private void start(Duration retention) throws SQLException {
        database = AnalyticsDatabase.open(file);
        AnalyticsSettings settings =
                new AnalyticsSettings(
                        URI.create("tcp://127.0.0.1:1884"),
                        file,
                        retention,
                        Duration.ofMillis(10),
                        GAPS,
                        InsightSettings.USUAL);
        desk = new Desk(new Intake(database, settings), link, clock);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private void restart() throws SQLException {
        database.close();
        start(Duration.ofDays(7));
    }

    private void take(AnalyticsWindow... windows) throws SQLException {
        for (AnalyticsWindow window : windows) {
            inbox.add(delivery(window));
        }
        desk.commit(inbox);
    }

    /** Takes a stretch of windows in batches, all but one of them, with a filter as said. */
    private void takeAllBut(String run, long except, long first, long last, double resistance)
            throws SQLException {
        for (long sequence = first; sequence <= last; sequence++) {
            if (sequence != except) {
                inbox.add(delivery(filtered(run, sequence, resistance)));
            }
            if (inbox.size() == 60) {
                desk.commit(inbox);
            }
        }
        desk.commit(inbox);
    }

    private List<ResendRequest> sweepAfter(long seconds) throws SQLException {
        clock.advanceSeconds(seconds);
        desk.sweep(true);
        return link.takeRequests();
    }

    private List<Long> stored(String run) {
        List<Long> sequences = new ArrayList<>();
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            Interval always =
                    new Interval(
                            Windows.START.minusSeconds(1), Windows.START.plusSeconds(100_000_000));
            queries.windows(run, always, window -> sequences.add(window.sequence()));
        }
        return sequences;
    }

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
    void aGapIsAskedForOnceAndThenFilled() throws SQLException {
        take(window("r", 1), window("r", 4), window("r", 5), window("r", 6));

        assertThat(sweepAfter(0)).containsExactly(new ResendRequest("r", 2, 3));
        assertThat(sweepAfter(1)).isEmpty();
        assertThat(desk.figures().standing().missing()).isEqualTo(2);

        take(window("r", 3), window("r", 2));
        assertThat(sweepAfter(100)).isEmpty();
        assertThat(desk.figures().standing().missing()).isZero();
        assertThat(desk.figures().requests()).isEqualTo(1);
        assertThat(stored("r")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aRestartAsksAgainForAGapThatWasOpenAndNotForALostOne() throws SQLException {
        take(window("r", 2), window("r", 3), window("r", 4), window("r", 5));
        sweepAfter(0);
        sweepAfter(5);
        sweepAfter(10);
        assertThat(desk.figures().standing().lost()).isEqualTo(1);
        take(window("r", 8));

        restart();

        assertThat(sweepAfter(0)).containsExactly(new ResendRequest("r", 6, 7));
        assertThat(desk.figures().standing().lost()).isEqualTo(1);
        assertThat(desk.figures().standing().missing()).isEqualTo(2);
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
    void nobodyIsAskedWhileTheBridgeCannotHear() throws SQLException {
        take(window("r", 1), window("r", 3), window("r", 4), window("r", 5));
        assertThat(sweepAfter(0)).hasSize(1);
        assertThat(sweepAfter(5)).hasSize(1);

        clock.advanceSeconds(3600);
        desk.sweep(false);
        assertThat(link.takeRequests()).isEmpty();

        assertThat(sweepAfter(0)).containsExactly(new ResendRequest("r", 2, 2));
        assertThat(desk.figures().standing().lost()).isZero();
    }

    @Test
    void aNewConnectionAsksAnew() throws SQLException {
        take(window("r", 1), window("r", 3), window("r", 4), window("r", 5));
        assertThat(sweepAfter(0)).hasSize(1);
        assertThat(sweepAfter(1)).isEmpty();

        link.comeUp();

        assertThat(sweepAfter(0)).containsExactly(new ResendRequest("r", 2, 2));
    }

    @Test
    void theRulesWaitAtAGapUntilItIsFilled() throws SQLException {
        takeAllBut("r", 10, 1, 200, 40);
        assertThat(openInsights()).isEmpty();

        take(filtered("r", 10, 40));

        Insight insight = openInsights().getFirst();
        assertThat(insight.id()).isEqualTo("clogged-filter-r-96");
        assertThat(link.published)
                .extracting(publication -> publication.topic())
                .contains(InsightBody.TOPIC);
    }

    @Test
    void theRulesGoOnWhenWhatIsMissingIsLost() throws SQLException {
        takeAllBut("r", 0, 2, 200, 40);
        sweepAfter(0);
        sweepAfter(5);
        sweepAfter(10);
        assertThat(openInsights()).isEmpty();
        take(filtered("r", 201, 40));

        assertThat(openInsights()).hasSize(1);
    }

    private List<Insight> openInsights() {
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            return queries.openInsights();
        }
    }

    @Test
    void whatTheRulesLearnedSurvivesARestart() throws SQLException {
        takeAllBut("r", 0, 1, 60, 40);
        restart();
        takeAllBut("r", 0, 61, 96, 40);
        assertThat(openInsights()).hasSize(1);
        restart();
        takeAllBut("r", 0, 97, 200, 11);

        assertThat(openInsights()).isEmpty();
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.insights(10))
                    .singleElement()
                    .satisfies(insight -> {
                        assertThat(insight.closedAt()).isPresent();
                        assertThat(insight.evidence().numbers().number("ratio").orElseThrow())
                                .isGreaterThan(3);
                    });
        }
    }

    @Test
    void aNewRunIsLookedAtOnceTheOldOneIsAsItIs() throws SQLException {
        takeAllBut("old", 10, 1, 200, 40);
        takeAllBut("new", 0, 1, 96, 40);

        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.insights(10))
                    .extracting(insight -> insight.evidence().run() + " " + insight.isOpen())
                    .containsExactlyInAnyOrder("old false", "new true");
            assertThat(queries.currentRun()).contains("new");
        }
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
