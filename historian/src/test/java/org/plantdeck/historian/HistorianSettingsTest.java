package org.plantdeck.historian;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.historian.HistorianSettings.Keeping;
import org.plantdeck.historian.HistorianSettings.Others;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class HistorianSettingsTest {

    private static final URI BROKER = URI.create("tcp://127.0.0.1:1883");

    @ParameterizedTest
    @ValueSource(strings = {"", "a/#/b", "a#", "+a", "a/b+"})
    void whatIsNoTopicFilterIsNamed(String filter) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Others(List.of("test/#", filter), "timestamp"))
                .withMessage(
                        "historian.subscriptions has %s, which is no MQTT topic filter: + and #"
                                + " stand alone between slashes, # only at the end",
                        filter);
    }

    @Test
    void settingsOutOfRangeNameTheirKey() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Keeping(Duration.ZERO, Keeping.DEFAULT.minutes(), 0, 0))
                .withMessage("historian.retention is 0 s, must be from 1 min to 36525 d");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() ->
                        HistorianSettings.of(BROKER, Path.of("historian.db"))
                                .committing(Duration.ofMillis(1)))
                .withMessage("historian.commit-interval is 1 ms, must be from 10 ms to 10 s");
    }
}
