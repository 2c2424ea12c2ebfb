package org.plantdeck.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.controls.StateBox.Fill;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.app.overview.OverviewModel.LineNow;
import org.plantdeck.app.overview.OverviewModel.PartLine;
import org.plantdeck.app.overview.OverviewModel.Run;
import org.plantdeck.app.overview.OverviewModel.Shift;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.util.List;

class OverviewModelTest {

    private final FakeLive plant = FakeLive.heard();

    private static Reading standing() {
        Reading held = Bodies.with(Bodies.line(), "line_speed", 0.0);
        return Bodies.with(Bodies.with(held, "state", "Held"), "status", "held");
    }

    private static Leaves.Builder figures() {
        return Leaves.builder();
    }

    /** Every part says it is well. */
    private void everythingIsOnline() {
        for (FactorySource source : FactorySource.values()) {
            plant.says(Bodies.reading(source));
            plant.says(Bodies.online(source.plcId(), figures().put("sequence", 91_919)));
        }
        plant.says(Bodies.online("LocalBroker", figures().put("clients", 7)));
        plant.says(Bodies.online("Historian", figures().put("stored_per_second", Value.of(3.0))));
        plant.says(Bodies.online("Bridge", figures().put("outbox.depth", 0)));
        plant.saysToCloud(Bodies.online("CloudBroker", figures().put("clients", 3)));
        plant.saysToCloud(Bodies.online("Analytics", figures().put("insights.open", 1)));
        plant.says(Bodies.window());
    }

    private PartLine part(int index) {
        return OverviewModel.parts(plant.now()).get(index);
    }

    @Test
    void aRunningLineIsBrightWithItsFigures() {
        plant.says(Bodies.line());
        assertThat(OverviewModel.line(plant.now()))
                .isEqualTo(
                        new LineNow(
                                "Execute · shift A · production · next changeover 21:09",
                                Run.RUNS,
                                Run.RUNS,
                                "",
                                "77 %",
                                "53 %",
                                "65 %",
                                0.65,
                                "105.2 /min",
                                "rejects 1.3 %",
                                "878 cases"));
    }

    @Test
    void aStandingLineSaysItsStateUnderItsMachines() {
        plant.says(Bodies.with(standing(), "tank.pump_speed", 0.0));
        LineNow line = OverviewModel.line(plant.now());
        assertThat(line.run()).isEqualTo(Run.STANDS);
        assertThat(line.supply()).isEqualTo(Run.STANDS);
        assertThat(line.state()).isEqualTo("held");
    }

    @Test
    void theSupplyRunsByItself() {
        plant.says(standing());
        assertThat(OverviewModel.line(plant.now()).supply()).isEqualTo(Run.RUNS);
    }

    @Test
    void aStaleLineSaysHowOldItIs() {
        plant.says(Bodies.line());
        plant.clock.advance(Duration.ofMinutes(3));
        LineNow line = OverviewModel.line(plant.now());
        assertThat(line.context()).isEqualTo("last reading 3 min ago");
        assertThat(line.run()).isEqualTo(Run.STALE);
        assertThat(line.supply()).isEqualTo(Run.STALE);
    }

    @Test
    void beforeTheFirstReadingNothingIsClaimed() {
        assertThat(OverviewModel.line(plant.now()))
                .isEqualTo(
                        new LineNow(
                                "no reading yet",
                                Run.STALE,
                                Run.STALE,
                                "",
                                "– %",
                                "– %",
                                "– %",
                                Double.NaN,
                                "– /min",
                                "rejects –",
                                "– cases"));
        assertThat(OverviewModel.shift(plant.now()))
                .isEqualTo(new Shift("no reading yet", 0, Double.NaN, ""));
        assertThat(OverviewModel.energyContext(plant.now())).isEqualTo("no reading yet");
        assertThat(OverviewModel.hallContext(plant.now())).isEqualTo("no reading yet");
    }

    @Test
    void afterTheLastChangeoverNoneIsAnnounced() {
        plant.says(Bodies.with(Bodies.line(), "shift.next_changeover", ""));
        assertThat(OverviewModel.line(plant.now()).context())
                .isEqualTo("Execute · shift A · production");
    }

    @Test
    void theShiftIsMeasuredAgainstItsPlan() {
        plant.says(Bodies.line());
        assertThat(OverviewModel.shift(plant.now()))
                .isEqualTo(
                        new Shift(
                                "Shift A: 10,681 of 43,575 bottles",
                                10_681.0 / 43_575,
                                10_708.0 / 43_575,
                                "plan 10,708"));
    }

    @Test
    void aShiftForCleaningPlansNoBottles() {
        Reading cleaning = Bodies.with(Bodies.line(), "shift.name", "cleaning");
        plant.says(Bodies.with(cleaning, "shift.target_count", Value.of(0L)));
        assertThat(OverviewModel.shift(plant.now()))
                .isEqualTo(new Shift("Cleaning: no bottles planned", 0, Double.NaN, ""));
    }

    @Test
    void unitsSayWhatTheyStandIn() {
        plant.says(Bodies.reading(FactorySource.ENERGY));
        plant.says(Bodies.reading(FactorySource.ENVIRONMENT));
        assertThat(OverviewModel.energyContext(plant.now())).isEqualTo("grid normal");
        assertThat(OverviewModel.hallContext(plant.now())).isEqualTo("occupied · 14 people");
        plant.says(Bodies.with(Bodies.reading(FactorySource.ENVIRONMENT), "people", Value.of(0L)));
        assertThat(OverviewModel.hallContext(plant.now())).isEqualTo("nobody there");
        plant.clock.advance(Duration.ofSeconds(30));
        assertThat(OverviewModel.energyContext(plant.now())).isEqualTo("last reading 30 s ago");
        assertThat(OverviewModel.hallContext(plant.now())).isEqualTo("last reading 30 s ago");
    }

    @Test
    void everyPartOfTheDataPathSaysWhatItDoes() {
        everythingIsOnline();
        List<PartLine> parts = OverviewModel.parts(plant.now());
        assertThat(parts)
                .containsExactly(
                        new PartLine("PLC1", "reading 91,919", "online", Fill.BRIGHT),
                        new PartLine("PLC2", "reading 91,919", "online", Fill.BRIGHT),
                        new PartLine("PLC3", "reading 91,919", "online", Fill.BRIGHT),
                        new PartLine("Local broker", "7 clients", "online", Fill.BRIGHT),
                        new PartLine("Historian", "3.0 stored/s", "online", Fill.BRIGHT),
                        new PartLine("Bridge", "last window 0 s ago", "online", Fill.BRIGHT),
                        new PartLine("Cloud broker", "3 clients", "online", Fill.BRIGHT),
                        new PartLine("Analytics", "open insights 1", "online", Fill.BRIGHT));
        assertThat(OverviewModel.pathContext(parts)).isEqualTo("all parts online");
    }

    @Test
    void aSilentPlcIsStaleWhateverItsStatusSays() {
        everythingIsOnline();
        plant.clock.advance(Duration.ofSeconds(20));
        plant.says(Bodies.later(Bodies.line(), 20));
        plant.says(Bodies.later(Bodies.reading(FactorySource.ENERGY), 20));
        assertThat(part(2)).isEqualTo(new PartLine("PLC3", "silent for 20 s", "stale", Fill.STALE));
        assertThat(OverviewModel.pathContext(OverviewModel.parts(plant.now())))
                .isEqualTo("PLC3 is stale");
    }

    @Test
    void aPartThatEndedSaysWhy() {
        everythingIsOnline();
        plant.says(
                Bodies.status(
                        "Historian",
                        new Health(Health.State.OFFLINE, "connection lost", figures().build())));
        assertThat(part(4))
                .isEqualTo(new PartLine("Historian", "connection lost", "offline", Fill.DARK));
    }

    @Test
    void windowsThatWaitAreCountedWhileTheBridgeIsDegraded() {
        everythingIsOnline();
        plant.says(
                Bodies.status(
                        "Bridge",
                        new Health(
                                Health.State.DEGRADED,
                                "no cloud",
                                figures().put("outbox.depth", 12).build())));
        assertThat(part(5))
                .isEqualTo(new PartLine("Bridge", "12 windows wait", "degraded", Fill.DARK));
    }

    @Test
    void partsThatWereNeverHeardOfAreNotOnline() {
        List<PartLine> parts = OverviewModel.parts(plant.now());
        assertThat(parts).allMatch(it -> it.state().equals("not heard of"));
        assertThat(OverviewModel.pathContext(parts)).isEqualTo("8 parts are not online");
    }
}
