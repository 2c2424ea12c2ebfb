package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.app.records.StoredReadings.POWER;
import static org.plantdeck.app.records.StoredReadings.START;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.door.Door;
import org.plantdeck.app.history.Archive;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.app.trends.TrendColumns;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** On a real database. */
class EarlierTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = START.plusSeconds(4_200);

    @TempDir private Path folder;
    private final Door door = new Door(Runnable::run);
    private final BlockingQueue<String> heard = new ArrayBlockingQueue<>(10);

    @AfterEach
    void close() {
        door.close();
    }

    private static TrendRequest present(boolean live) {
        TimeGrid grid = TimeGrid.of(TimeWindow.endingAt(NOW, Duration.ofMinutes(10)), 60);
        return new TrendRequest(grid, List.of(POWER), NOW, live);
    }

    @Test
    void theSameStretchIsAskedForAnHourBefore() {
        TrendRequest earlier = Earlier.earlier(present(false), HOUR);

        assertThat(earlier.grid().from()).isEqualTo(START);
        assertThat(earlier.grid().to()).isEqualTo(START.plusSeconds(610));
        assertThat(earlier.live()).isFalse();
    }

    @Test
    void aPictureThatMovesOnIsGivenSomeOfWhatFollows() {
        assertThat(Earlier.earlier(present(true), HOUR).grid().to())
                .isEqualTo(START.plusSeconds(680));
    }

    @Test
    void theHourBeforeIsASecondPenUntilNothingIsComparedAnyMore() throws Exception {
        StoredReadings.store(folder.resolve("historian.db"), "r1", 1, 4_200);
        try (Archive<HistorianQueries> archive =
                        new Archive<>(
                                "earlier-test",
                                () -> RecordedHistory.open(folder.resolve("historian.db")));
                Earlier earlier = new Earlier(archive, door, heard::add)) {
            earlier.ask(present(false));
            assertThat(earlier.pen(POWER)).isEmpty();

            earlier.compare(Optional.of(HOUR));
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEmpty();

            TimeGrid grid = present(false).grid();
            TrendColumns drawn =
                    earlier.pen(POWER).orElseThrow().course().columns(grid.from(), grid.to(), 60);
            assertThat(drawn.mean(1)).isEqualTo(14.5);
            assertThat(drawn.mean(59)).isEqualTo(594.5);
            assertThat(earlier.pen(POWER).orElseThrow().second()).isTrue();

            earlier.compare(Optional.empty());
            assertThat(earlier.pen(POWER)).isEmpty();
        }
    }

    @Test
    void whyThereIsNothingToCompareWithIsSaid() throws Exception {
        try (Archive<HistorianQueries> archive =
                        new Archive<>(
                                "earlier-test",
                                () -> RecordedHistory.open(folder.resolve("historian.db")));
                Earlier earlier = new Earlier(archive, door, heard::add)) {
            earlier.ask(present(false));
            earlier.compare(Optional.of(HOUR));

            assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("historian.db");
            assertThat(earlier.pen(POWER)).isEmpty();
        }
    }
}
