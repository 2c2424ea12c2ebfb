package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.export.ExportState;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.historian.export.ExportRequest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class ExportModelTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TimeGrid HOUR =
            TimeGrid.of(TimeWindow.endingAt(NOON, Duration.ofHours(1)), 900);
    private static final List<String> SHOWN = List.of("factory/line1/vibration");
    private static final Path FILE = Path.of("/data/hour.csv");

    @Test
    void theTagsAndTheRangeInViewAreExported() {
        assertThat(ExportModel.request(SHOWN, HOUR, false, false))
                .isEqualTo(new ExportRequest(SHOWN, NOON.minus(Duration.ofHours(1)), NOON));
    }

    @Test
    void everyTagAndEverythingStoredCanBeExportedToo() {
        assertThat(ExportModel.request(SHOWN, HOUR, true, true))
                .isEqualTo(new ExportRequest(List.of(), Instant.MIN, Instant.MAX));
    }

    @Test
    void whatCannotBeExportedIsSaidBefore() {
        assertThat(ExportModel.refusal("/data/hour.csv", SHOWN, false)).isEmpty();
        assertThat(ExportModel.refusal("/data/hour.csv", List.of(), true)).isEmpty();
        assertThat(ExportModel.refusal("/data/hour.csv", List.of(), false))
                .isEqualTo("No tag is shown. Choose some from the list, or export all tags.");
        assertThat(ExportModel.refusal(" ", SHOWN, false)).isEqualTo("Name a file to export to.");
        assertThat(ExportModel.refusal("a\0b", SHOWN, false)).contains("is not the name of a file");
    }

    @Test
    void whatBecomesOfAnExportIsSaidInWords() {
        assertThat(ExportModel.words(new ExportState.Running(FILE, 12_000, 0.4351)))
                .isEqualTo("Exporting: 12,000 rows, 43 % of the range");
        assertThat(ExportModel.words(new ExportState.Done(FILE, 3_600, 1)))
                .isEqualTo("3,600 rows are in /data/hour.csv");
        assertThat(ExportModel.words(new ExportState.Done(FILE, 3_600, 2)))
                .isEqualTo("3,600 rows of 2 runs of the plant are in /data/hour.csv");
        assertThat(ExportModel.words(new ExportState.Cancelled(FILE)))
                .isEqualTo("The export was cancelled; /data/hour.csv was not written");
        assertThat(ExportModel.words(new ExportState.Failed("there is no room")))
                .isEqualTo("The export failed: there is no room");
        assertThat(ExportModel.words(new ExportState.Idle())).isEmpty();
    }

    @Test
    void theSuggestedNameSaysWhenItWasMade() {
        assertThat(ExportModel.suggestion(Path.of("/data"), NOON))
                .isEqualTo(Path.of("/data/plantdeck-2026-11-21-120000.csv"));
    }
}
