package org.plantdeck.plantruntime.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

final class StatusLineTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final PlantView view = new PlantView();

    private void status(String component, Leaves.Builder figures) {
        view.takeStatus(
                PartStatus.topic(component),
                StatusCodec.encode(
                        new PartStatus(
                                component,
                                "i",
                                "0",
                                NOW,
                                new Health(Health.State.ONLINE, "", figures.build()))));
    }

    private void reading(FactorySource source, String values) {
        view.takeReading(
                source,
                ("{\"timestamp\":\"2026-11-21T10:00:00.000Z\",\"plc_id\":\""
                                + source.plcId()
                                + "\",\"run\":\"r\",\"sequence\":1,"
                                + values
                                + "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsSaidWhereNothingIsKnown() {
        assertThat(StatusLine.of(view, NOW)).isEmpty();
    }

    @Test
    void aLivePlantIsOneLine() {
        reading(
                FactorySource.LINE,
                "\"production_count\":1247,\"line_speed\":105.2,\"temperature\":26.8,"
                        + "\"pressure\":1.25,\"vibration\":0.45,\"quality_rate\":98.7,"
                        + "\"alarm\":false,\"status\":\"running\"");
        reading(
                FactorySource.ENERGY,
                "\"power_consumption\":111.3,\"voltages\":{\"L1\":1,\"L2\":2,\"L3\":3},"
                        + "\"currents\":{\"L1\":1,\"L2\":2,\"L3\":3},\"power_factor\":0.9,"
                        + "\"frequency\":50,\"energy_total\":1,\"grid_status\":\"normal\","
                        + "\"efficiency\":90");
        reading(
                FactorySource.ENVIRONMENT,
                "\"temperature\":23.2,\"humidity\":47,\"co2_level\":450,\"air_quality\":"
                        + "{\"index\":28,\"status\":\"good\"},\"noise_level\":67,"
                        + "\"comfort_index\":90");
        status(
                "Plant",
                Leaves.builder()
                        .put("true_speed", 0.998, 3)
                        .put("catching_up", false)
                        .put("faults", 1));
        status("Historian", Leaves.builder().put("stored", 259_200));
        status("Bridge", Leaves.builder().put("windows_sent", 8_640));

        assertThat(StatusLine.of(view, NOW))
                .contains(
                        "2026-11-21 10:00:00 UTC · 1.0× · line running, 105.2 bottles/min ·"
                                + " 111.3 kW · hall 23.2 °C · 259,200 readings stored ·"
                                + " 8,640 windows sent · 1 fault");
    }

    @Test
    void aCatchingUpShowsItsProgressAndWhatIsLeft() {
        status(
                "Plant",
                Leaves.builder()
                        .put("simulated_time", "2026-11-21T00:00:00.000Z")
                        .put("true_speed", 900.0, 3)
                        .put("catching_up", true)
                        .put("catch_up_progress", 0.583, 3)
                        .put("waiting_for", "Historian")
                        .put("faults", 0));

        assertThat(StatusLine.of(view, NOW))
                .contains(
                        "catching up, 58 % · plant clock 2026-11-21 00:00:00 UTC · 900× ·"
                                + " about 40 s left · waiting for Historian · no fault");
    }

    @Test
    void whatIsMalformedIsLeftOut() {
        view.takeReading(FactorySource.LINE, "no".getBytes(StandardCharsets.UTF_8));
        view.takeStatus("status/Plant", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(StatusLine.of(view, NOW)).isEmpty();
    }
}
