package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.app.records.CountsModel.Count;
import org.plantdeck.app.records.CountsModel.Counts;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.util.List;

class CountsModelTest {

    private final FakeLive plant = FakeLive.heard();

    private static Leaves.Builder figures() {
        return Leaves.builder()
                .put("received", 271_596)
                .put("stored", 271_590)
                .put("rejected", 1)
                .put("repeated", 5)
                .put("missing", 2)
                .put("pruned", 0)
                .put("oldest", "2026-11-20T17:19:01.000Z")
                .put("newest", "2026-11-21T18:27:52.000Z")
                .put("file_bytes", 116_510_720)
                .put("archive_bytes", 3_489_280)
                .put("stored_per_second", 3.0, 1);
    }

    private static final List<Count> COUNTS =
            List.of(
                    new Count("Received", "271,596"),
                    new Count("Stored", "271,590"),
                    new Count("Repeated", "5"),
                    new Count("Missing", "2"),
                    new Count("Rejected", "1"),
                    new Count("Pruned", "0"),
                    new Count("Stored a second", "3.0 /s"),
                    new Count("On disk", "120 MB"),
                    new Count("Oldest", "Fri 20 Nov 17:19"),
                    new Count("Newest", "Sat 21 Nov 18:27"));

    @Test
    void theHistoriansOwnFiguresAreShown() {
        plant.says(Bodies.online("Historian", figures()));

        assertThat(CountsModel.of(plant.now())).isEqualTo(new Counts(COUNTS, "online", true));
    }

    @Test
    void aHistorianThatSaysNothingIsNotShownAsIfLive() {
        plant.says(Bodies.online("Historian", figures()));
        plant.clock.advance(Duration.ofSeconds(20));

        assertThat(CountsModel.of(plant.now()))
                .isEqualTo(new Counts(COUNTS, "silent for 20 s", false));
    }

    @Test
    void aHistorianThatHasEndedSaysSo() {
        plant.says(
                Bodies.status(
                        "Historian", new Health(Health.State.OFFLINE, "ended", figures().build())));

        assertThat(CountsModel.of(plant.now())).isEqualTo(new Counts(COUNTS, "offline", false));
    }

    @Test
    void beforeItIsHeardThereIsNoNumber() {
        Counts counts = CountsModel.of(plant.now());

        assertThat(counts.state()).isEqualTo("not heard of");
        assertThat(counts.figures()).extracting(Count::figure).containsOnly("–");
    }
}
