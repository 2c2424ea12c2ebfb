package org.plantdeck.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.signal.AlarmLimit;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.TagLimits;
import org.plantdeck.signal.Value;

import java.time.Instant;

/** When one limit is broken. Times are seconds of the plant. */
class LimitWatchTest {

    private static LimitWatch watch(String limit) {
        return new LimitWatch(
                TagLimits.all().stream()
                        .filter(it -> it.name().equals(limit))
                        .findFirst()
                        .orElseThrow());
    }

    private static Instant second(long second) {
        return Bodies.AT.plusSeconds(second);
    }

    private static boolean look(LimitWatch watch, String key, double value, long second) {
        Reading reading = Bodies.with(Bodies.reading(watch.limit().tag().source()), key, value);
        return watch.look(reading.values(), second(second), true);
    }

    @Test
    void aValueMustBeWrongForTheDelayOfItsLimit() {
        LimitWatch watch = watch("factory/line1/pressure/high/1.5");
        assertThat(look(watch, "pressure", 1.6, 0)).isFalse();
        assertThat(look(watch, "pressure", 1.6, 9)).isFalse();
        assertThat(look(watch, "pressure", 1.6, 10)).isTrue();
        assertThat(watch.since(second(10))).isEqualTo(second(0));
    }

    @Test
    void theDelayBeginsAnewWhereTheValueWasRightInBetween() {
        LimitWatch watch = watch("factory/line1/pressure/high/1.5");
        look(watch, "pressure", 1.6, 0);
        look(watch, "pressure", 1.49, 9);
        assertThat(look(watch, "pressure", 1.6, 10)).isFalse();
        assertThat(look(watch, "pressure", 1.6, 20)).isTrue();
        assertThat(watch.since(second(20))).isEqualTo(second(10));
    }

    @Test
    void aValueAtTheLimitIsRight() {
        LimitWatch watch = watch("factory/line1/pressure/high/1.5");
        look(watch, "pressure", 1.5, 0);
        assertThat(look(watch, "pressure", 1.5, 60)).isFalse();
    }

    @Test
    void aHighValueMustComeBackByTheDeadband() {
        LimitWatch watch = watch("factory/line1/pressure/high/1.5");
        look(watch, "pressure", 1.6, 0);
        assertThat(look(watch, "pressure", 1.6, 10)).isTrue();
        assertThat(look(watch, "pressure", 1.48, 11)).isTrue();
        assertThat(look(watch, "pressure", 1.46, 12)).isFalse();
        assertThat(look(watch, "pressure", 1.48, 13)).isFalse();
        assertThat(look(watch, "pressure", 1.48, 60)).isFalse();
    }

    @Test
    void aLowValueMustComeBackByTheDeadband() {
        LimitWatch watch = watch("factory/line1/pressure/low/1.0");
        look(watch, "pressure", 0.9, 0);
        assertThat(look(watch, "pressure", 0.9, 10)).isTrue();
        assertThat(look(watch, "pressure", 1.02, 11)).isTrue();
        assertThat(look(watch, "pressure", 1.04, 12)).isFalse();
    }

    @Test
    void aLimitForTheRunningLineSleepsWhileItStands() {
        LimitWatch watch = watch("factory/line1/pressure/low/1.0");
        Reading reading = Bodies.with(Bodies.line(), "pressure", 0.1);
        assertThat(watch.look(reading.values(), second(0), false)).isFalse();
        assertThat(watch.look(reading.values(), second(60), false)).isFalse();
        assertThat(watch.look(reading.values(), second(61), true)).isFalse();
        assertThat(watch.look(reading.values(), second(71), true)).isTrue();
        assertThat(watch.look(reading.values(), second(72), false)).isFalse();
    }

    @Test
    void aLimitForAllTimesWatchesAStandingLineToo() {
        LimitWatch watch = watch("factory/line1/temperature/high/80.0");
        Reading reading = Bodies.with(Bodies.line(), "temperature", 85.0);
        watch.look(reading.values(), second(0), false);
        assertThat(watch.look(reading.values(), second(10), false)).isTrue();
    }

    @Test
    void aLimitThatFollowsAnotherTagMovesWithIt() {
        LimitWatch watch = watch("factory/energy/demand/high/demand_limit");
        Reading loaded = Bodies.with(Bodies.reading(FactorySource.ENERGY), "demand", 130);
        Reading cut = Bodies.with(loaded, "demand_limit", 120);
        assertThat(watch.look(loaded.values(), second(0), true)).isFalse();
        assertThat(watch.look(cut.values(), second(1), true)).isFalse();
        assertThat(watch.look(cut.values(), second(61), true)).isTrue();
        Reading raised = Bodies.with(loaded, "demand_limit", 133);
        assertThat(watch.look(raised.values(), second(62), true)).isFalse();
    }

    @Test
    void withoutTheValueOfTheTagItFollowsNothingIsWrong() {
        LimitWatch watch = watch("factory/energy/demand/high/demand_limit");
        Reading lost =
                Bodies.with(
                        Bodies.with(Bodies.reading(FactorySource.ENERGY), "demand", 190),
                        "demand_limit",
                        Value.absent());
        watch.look(lost.values(), second(0), true);
        assertThat(watch.look(lost.values(), second(600), true)).isFalse();
    }

    @Test
    void aWordIsWrongAtOnceWhereItsLimitKnowsNoDelay() {
        LimitWatch watch = watch("factory/line1/status/is/aborted");
        assertThat(watch.look(Bodies.line().values(), second(0), true)).isFalse();
        Reading aborted = Bodies.with(Bodies.line(), "status", "aborted");
        assertThat(watch.look(aborted.values(), second(1), true)).isTrue();
        assertThat(watch.look(Bodies.line().values(), second(2), true)).isFalse();
    }

    @Test
    void aPlantThatLivesThroughAnEarlierTimeBeginsToCountThere() {
        LimitWatch watch = watch("factory/line1/pressure/high/1.5");
        look(watch, "pressure", 1.6, 1000);
        assertThat(look(watch, "pressure", 1.6, 0)).isFalse();
        assertThat(look(watch, "pressure", 1.6, 10)).isTrue();
        assertThat(watch.since(second(10))).isEqualTo(second(0));
    }

    @Test
    void aHealthyPlantBreaksNoLimit() {
        for (AlarmLimit limit : TagLimits.all()) {
            LimitWatch watch = new LimitWatch(limit);
            Reading reading = Bodies.reading(limit.tag().source());
            watch.look(reading.values(), second(0), true);
            assertThat(watch.look(reading.values(), second(3600), true)).as(limit.name()).isFalse();
        }
    }
}
