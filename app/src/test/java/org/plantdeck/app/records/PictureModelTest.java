package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.records.PictureModel.Subject;
import org.plantdeck.app.trends.TimeWindow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** What a picture to keep says. */
class PictureModelTest {

    private static final Instant END = Instant.parse("2026-11-22T09:34:39Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Subject POWER =
            new Subject("Power", TimeWindow.endingAt(END, Duration.ofHours(8)), "");

    @Test
    void theStretchIsSaidWithYearAndZone() {
        assertThat(PictureModel.stretch(POWER, ZONE))
                .isEqualTo(
                        "Sun 22 Nov 2026 02:34:39 to Sun 22 Nov 2026 10:34:39 · 8 h"
                                + " · times of Europe/Berlin (UTC+01:00)");
    }

    @Test
    void theTitleNamesTheSet() {
        assertThat(PictureModel.title(POWER)).isEqualTo("Trend: Power");
        assertThat(PictureModel.title(new Subject("", POWER.window(), ""))).isEqualTo("Trend");
    }

    @Test
    void theFileIsNamedByTheEndOfTheStretchAndEndsInPng() {
        Path folder = Path.of("pictures");

        assertThat(PictureModel.suggestion(folder, END, ZONE))
                .isEqualTo(folder.resolve("plantdeck-trend-2026-11-22-103439.png"));
        assertThat(PictureModel.named(folder.resolve("a.PNG"))).isEqualTo(folder.resolve("a.PNG"));
        assertThat(PictureModel.named(folder.resolve("a"))).isEqualTo(folder.resolve("a.png"));
    }
}
