package org.plantdeck.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Duration;

/** When a value may be shown as live. */
class FreshnessTest {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final FakeLive plant = FakeLive.heard();

    /** Two readings so many simulated seconds apart. */
    private void published(long interval) {
        plant.says(Bodies.line());
        plant.says(Bodies.later(Bodies.line(), interval));
    }

    private Freshness freshness() {
        return plant.now().freshness(FactorySource.LINE);
    }

    private void staleAfter(Duration silence) {
        plant.clock.advance(silence);
        assertThat(freshness()).isEqualTo(new Freshness(Freshness.State.LIVE, silence));
        plant.clock.advance(MILLISECOND);
        assertThat(freshness())
                .isEqualTo(new Freshness(Freshness.State.STALE, silence.plus(MILLISECOND)));
    }

    @Test
    void beforeTheFirstReadingThereIsNeitherValueNorAge() {
        assertThat(freshness()).isEqualTo(Freshness.NEVER);
        Shown shown = plant.now().shown("factory/line1/pressure");
        assertThat(shown).isEqualTo(new Shown(shown.tag(), Value.absent(), Freshness.NEVER));
        assertThat(shown.number()).isNaN();
        assertThat(shown.text()).isEmpty();
    }

    @Test
    void aValueIsStaleAfterThreeIntervals() {
        published(2);
        staleAfter(Duration.ofSeconds(6));
    }

    @Test
    void theFirstReadingIsTakenToBeOneOfEverySecond() {
        plant.says(Bodies.line());
        staleAfter(Duration.ofSeconds(3));
    }

    @Test
    void atTenTimesTheSpeedAValueIsStaleTenTimesSooner() {
        plant.says(Bodies.plantAt(10));
        published(20);
        staleAfter(Duration.ofSeconds(6));
    }

    @Test
    void atATenthOfTheSpeedItIsStaleTenTimesLater() {
        plant.says(Bodies.plantAt(0.1));
        published(1);
        staleAfter(Duration.ofSeconds(30));
    }

    @Test
    void silenceOfASecondIsNotWorthAWordAtAnySpeed() {
        plant.says(Bodies.plantAt(100));
        published(1);
        staleAfter(Duration.ofSeconds(1));
    }

    @Test
    void aStaleValueIsLiveAgainWithTheNextReading() {
        published(1);
        plant.clock.advance(Duration.ofSeconds(60));
        assertThat(plant.now().shown("factory/line1/pressure").freshness().isStale()).isTrue();
        plant.says(Bodies.with(Bodies.later(Bodies.line(), 2), "pressure", 1.3));
        Shown shown = plant.now().shown("factory/line1/pressure");
        assertThat(shown)
                .isEqualTo(
                        new Shown(
                                shown.tag(),
                                Value.of(1.3),
                                new Freshness(Freshness.State.LIVE, Duration.ZERO)));
    }

    @Test
    void sourcesGrowStaleEachByItself() {
        published(1);
        plant.clock.advance(Duration.ofSeconds(5));
        plant.says(Bodies.reading(FactorySource.ENERGY));
        Snapshot now = plant.now();
        assertThat(now.freshness(FactorySource.LINE).isStale()).isTrue();
        assertThat(now.freshness(FactorySource.ENERGY).isLive()).isTrue();
        assertThat(now.freshness(FactorySource.ENVIRONMENT)).isEqualTo(Freshness.NEVER);
    }

    @Test
    void anotherRunKeepsTheIntervalUntilItShowsItsOwn() {
        published(4);
        Reading other = Bodies.ofRun("fresh", Bodies.later(Bodies.line(), -9000));
        plant.says(other);
        staleAfter(Duration.ofSeconds(12));
        plant.says(Bodies.later(other, 1));
        staleAfter(Duration.ofSeconds(3));
    }

    @Test
    void aSnapshotDoesNotChangeWithWhatArrivesLater() {
        published(1);
        Snapshot before = plant.now();
        plant.clock.advance(Duration.ofSeconds(60));
        plant.says(Bodies.with(Bodies.later(Bodies.line(), 2), "pressure", 1.3));
        assertThat(before.shown("factory/line1/pressure").number()).isEqualTo(1.25);
        assertThat(before.freshness(FactorySource.LINE).isLive()).isTrue();
        assertThat(before.count(FactorySource.LINE)).isEqualTo(2);
        assertThat(plant.now().count(FactorySource.LINE)).isEqualTo(3);
    }
}
