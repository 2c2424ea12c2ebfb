package org.plantdeck.cloudanalytics;

import static org.plantdeck.cloudanalytics.Windows.delivery;
import static org.plantdeck.cloudanalytics.Windows.filtered;
import static org.plantdeck.cloudanalytics.Windows.window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.cloudanalytics.gaps.GapPolicy;
import org.plantdeck.cloudanalytics.insights.InsightSettings;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.store.AnalyticsDatabase;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.ResendRequest;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A desk of the analytics that works step by step on the test's own thread. */
abstract class DeskGround {

    private static final GapPolicy GAPS =
            new GapPolicy(
                    3, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(20), 2);

    @TempDir Path directory;

    final FakeLink link = new FakeLink();
    final FakeClock clock = new FakeClock();
    final Queue<org.plantdeck.mqttlink.Delivery> inbox = new ArrayDeque<>();
    Path file;
    AnalyticsDatabase database;
    Desk desk;

    @BeforeEach
    void open() throws SQLException {
        file = directory.resolve("analytics.db");
        link.comeUp();
        start(Duration.ofDays(7));
    }

    void start(Duration retention) throws SQLException {
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

    void restart() throws SQLException {
        database.close();
        start(Duration.ofDays(7));
    }

    void take(AnalyticsWindow... windows) throws SQLException {
        for (AnalyticsWindow window : windows) {
            inbox.add(delivery(window));
        }
        desk.commit(inbox);
    }

    /** Takes a stretch of windows in batches, all but one of them, with a filter as said. */
    void takeAllBut(String run, long except, long first, long last, double resistance)
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

    List<ResendRequest> sweepAfter(long seconds) throws SQLException {
        clock.advanceSeconds(seconds);
        desk.sweep(true);
        return link.takeRequests();
    }

    List<Long> stored(String run) {
        List<Long> sequences = new ArrayList<>();
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            Interval always =
                    new Interval(
                            Windows.START.minusSeconds(1), Windows.START.plusSeconds(100_000_000));
            queries.windows(run, always, window -> sequences.add(window.sequence()));
        }
        return sequences;
    }
}
