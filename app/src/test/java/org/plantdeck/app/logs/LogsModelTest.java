package org.plantdeck.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.plantruntime.logging.LogLevel;
import org.plantdeck.plantruntime.logging.LoggedEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which events of a log are shown. */
class LogsModelTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:07.123Z");
    private static final LoggedEvent INFO = event(LogLevel.INFO, "bridge", "Started", "");
    private static final LoggedEvent WARN = event(LogLevel.WARN, "bridge", "Lost link", "");
    private static final LoggedEvent ERROR =
            event(LogLevel.ERROR, "historian", "Failed", "\tat Disk\n\tat Store");

    private final LogsModel model = new LogsModel();

    private static LoggedEvent event(LogLevel level, String part, String message, String stack) {
        return new LoggedEvent(Optional.of(AT), level, part, message, stack);
    }

    @Test
    void eventsAreFoundByLevelPartAndTextEvenInTheLinesBelow() {
        model.show(List.of(INFO, WARN, ERROR));
        assertThat(model.rows()).containsExactly(INFO, WARN, ERROR);
        assertThat(model.parts()).containsExactly("bridge", "historian");

        model.atLeast(LogLevel.WARN);
        assertThat(model.rows()).containsExactly(WARN, ERROR);
        model.search(" DISK ");
        assertThat(model.rows()).containsExactly(ERROR);
        model.of("bridge");
        assertThat(model.rows()).isEmpty();
        assertThat(model.empty()).isEqualTo("No line is like that.");
    }

    @Test
    void whatIsPausedStaysUntilItIsLetGo() {
        model.show(List.of(INFO));
        model.pause(true);
        model.show(List.of(INFO, WARN));
        assertThat(model.rows()).containsExactly(INFO);
        assertThat(model.context(1)).isEqualTo("paused: 1 of 1, the newest last");

        model.pause(false);
        assertThat(model.rows()).containsExactly(INFO, WARN);
        assertThat(model.context(2)).isEqualTo("2 of 2, the newest last");
    }

    @Test
    void aRowIsShortAndWhatIsCopiedIsWhole() {
        assertThat(LogsModel.message(ERROR)).isEqualTo("Failed (and 2 lines below)");
        assertThat(LogsModel.message(event(LogLevel.INFO, "", "x".repeat(1_000), "")))
                .hasSize(402)
                .endsWith(" …");
        assertThat(LogsModel.text(List.of(WARN, ERROR)))
                .isEqualTo(
                        """
                        2026-11-21T10:00:07.123Z WARN bridge Lost link
                        2026-11-21T10:00:07.123Z ERROR historian Failed
                        \tat Disk
                        \tat Store
                        """);
    }

    @Test
    void anotherDayIsSaid() {
        assertThat(LogsModel.time(INFO, AT)).isEqualTo("10:00:07.123");
        assertThat(LogsModel.time(INFO, AT.plus(Duration.ofDays(2))))
                .isEqualTo("Sat 21 Nov 10:00:07");
    }
}
