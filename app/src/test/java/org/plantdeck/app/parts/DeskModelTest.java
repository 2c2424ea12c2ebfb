package org.plantdeck.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.parts.DeskModel.Counts;
import org.plantdeck.app.parts.DeskModel.Figure;

import java.net.URI;
import java.time.Duration;

class DeskModelTest {

    @Test
    void theDeskSaysWhatItCosts() {
        assertThat(DeskModel.figures(new Counts(14, 1, 0, Duration.ofNanos(7_240_000))))
                .containsExactly(
                        new Figure("Open subscriptions", "14"),
                        new Figure("Malformed bodies", "1"),
                        new Figure("Dropped events", "0"),
                        new Figure("Longest pass of the screen", "7.2 ms"));
    }

    @Test
    void aLineForATerminalNamesTheBrokerAndWhatToHear() {
        assertThat(DeskModel.subscribeLine(URI.create("tcp://127.0.0.1:1884"), "cloud/#"))
                .isEqualTo("mosquitto_sub -h 127.0.0.1 -p 1884 -t 'cloud/#' -v");
        assertThat(DeskModel.subscribeLine(URI.create("tcp://plant.example"), "factory/#"))
                .isEqualTo("mosquitto_sub -h plant.example -p 1883 -t 'factory/#' -v");
    }
}
