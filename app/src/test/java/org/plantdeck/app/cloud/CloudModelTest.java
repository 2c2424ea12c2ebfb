package org.plantdeck.app.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.cloud.CloudModel.Kpi;
import org.plantdeck.app.cloud.CloudModel.Newest;
import org.plantdeck.app.cloud.CloudModel.Row;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.cloudanalytics.kpis.Kpis;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class CloudModelTest {

    private static Optional<Newest> newest(long ageSeconds, double speed) {
        return Optional.of(
                new Newest(Bodies.window(), Optional.of(Duration.ofSeconds(ageSeconds)), speed));
    }

    private static DayFigures day(int hours, double efficiency, double efficiencyBefore) {
        List<Kpis> today = new ArrayList<>();
        List<Kpis> before = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            today.add(Hours.at(hour, 360).efficiency(efficiency).made(1_000, 25).kpis());
            before.add(
                    Hours.at(hour - 24, 360).efficiency(efficiencyBefore).made(1_000, 20).kpis());
        }
        return new DayFigures(today, before);
    }

    @Test
    void theRowSaysWhatTheWindowAndTheDaySay() {
        Row row = CloudModel.row(newest(4, 1), Optional.empty(), Optional.of(day(24, 90.4, 91.0)));

        assertThat(row)
                .isEqualTo(
                        new Row(
                                new Kpi("good", "", false),
                                new Kpi("105.3 kW", "stable", false),
                                new Kpi("91.5 %", "−0.6 points in a day", false),
                                new Kpi("95.0 %", "no day before to compare with", false),
                                new Kpi("25.0 kWh", "+25.0 % in a day", false),
                                new Kpi("4 s", "all 8,640 of 24 h arrived", false)));
    }

    @Test
    void aChangeOverAPartOfTheDaySaysOverWhich() {
        Row row = CloudModel.row(newest(4, 1), Optional.empty(), Optional.of(day(3, 91, 91)));

        assertThat(row.efficiency().note()).isEqualTo("as a day before, over 3 h");
    }

    @Test
    void afterThreeIntervalsOfPlantTimeTheWindowIsStale() {
        assertThat(newest(30, 1).orElseThrow().isStale()).isFalse();
        assertThat(newest(31, 1).orElseThrow().isStale()).isTrue();
        assertThat(newest(4, 10).orElseThrow().isStale()).isTrue();
    }

    @Test
    void aStaleNumberHasItsAgeInThePlaceOfItsNote() {
        Row row = CloudModel.row(newest(45, 1), Optional.empty(), Optional.empty());

        assertThat(row.power()).isEqualTo(new Kpi("105.3 kW", "45 s old", true));
        assertThat(row.age()).isEqualTo(new Kpi("45 s", "", true));
    }

    @Test
    void aWindowFromTheDatabaseIsNeverShownAsLive() {
        Row row =
                CloudModel.row(
                        Optional.of(new Newest(Bodies.window(), Optional.empty(), 1)),
                        Optional.empty(),
                        Optional.empty());

        assertThat(row.power()).isEqualTo(new Kpi("105.3 kW", "as of Sat 21 Nov 18:51", true));
        assertThat(row.age()).isEqualTo(new Kpi("–", "", true));
    }

    @Test
    void beforeTheFirstWindowNothingIsClaimed() {
        Row row = CloudModel.row(Optional.empty(), Optional.empty(), Optional.empty());

        Kpi none = new Kpi("–", "", false);
        assertThat(row).isEqualTo(new Row(none, none, none, none, none, none));
    }

    @Test
    void anAnalyticsThatHasEndedIsSaidBesideItsRecommendations() {
        FakeLive plant = FakeLive.heard();
        assertThat(CloudModel.analytics(plant.now().part("Analytics")))
                .isEqualTo("sorted by impact");

        Health ended = new Health(Health.State.OFFLINE, "ended", Leaves.builder().build());
        plant.saysToCloud(Bodies.status("Analytics", ended));

        assertThat(CloudModel.analytics(plant.now().part("Analytics")))
                .isEqualTo("the analytics has ended: nothing new is found");
    }

    @Test
    void missingWindowsAreCounted() {
        DayFigures day =
                new DayFigures(
                        List.of(Hours.at(0, 360).kpis(), Hours.at(1, 359).kpis()), List.of());

        assertThat(CloudModel.row(newest(1, 1), Optional.empty(), Optional.of(day)).age().note())
                .isEqualTo("719 of 720 in 2 h arrived");
    }
}
