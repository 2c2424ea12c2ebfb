package org.plantdeck.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.TagType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class TrendViewModelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant OLDEST = NOW.minus(Duration.ofHours(25));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<StoredTag> TAGS =
            List.of(new StoredTag(FactorySource.ENERGY.topic(), "power", "power", TagType.NUMBER));

    private Instant wallNow = NOW;
    private final TrendViewModel view = new TrendViewModel(() -> wallNow);

    @BeforeEach
    void aDayIsStored() {
        view.extent(OLDEST, NOW);
        view.columns(900);
    }

    @Test
    void itBeginsWithTheLastHourAndFollows() {
        view.extent(OLDEST, NOW.plusSeconds(30));

        assertThat(view.isLive()).isTrue();
        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW.plusSeconds(30), HOUR));
    }

    @Test
    void aRangeEndsWhereThePictureDid() {
        view.range(Duration.ofHours(8));
        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW, Duration.ofHours(8)));
        assertThat(view.isLive()).isTrue();

        view.step(-1);
        view.range(HOUR);
        assertThat(view.window())
                .isEqualTo(TimeWindow.endingAt(NOW.minus(Duration.ofMinutes(48)), HOUR));
        assertThat(view.isLive()).isFalse();
    }

    @Test
    void zoomingIntoTheMiddleLeavesThePresent() {
        view.zoomAround(0.5, 1);

        assertThat(view.isLive()).isFalse();
        assertThat(view.window())
                .isEqualTo(
                        new TimeWindow(
                                NOW.minus(Duration.ofMinutes(54)),
                                NOW.minus(Duration.ofMinutes(6))));
    }

    @Test
    void zoomingAtTheRightEdgeOrOutStaysWithThePresent() {
        view.zoomAround(1, 1);
        assertThat(view.isLive()).isTrue();

        view.zoomAround(0.3, -3);
        assertThat(view.isLive()).isTrue();
        assertThat(view.window().to()).isEqualTo(NOW);
    }

    @Test
    void theKeysZoomAroundThePresentWhileItIsFollowed() {
        view.zoom(1);

        assertThat(view.isLive()).isTrue();
        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW, Duration.ofMinutes(48)));
    }

    @Test
    void nothingLongerThanAWeekIsShownWhereThereIsLess() {
        view.zoom(-100);

        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW, Duration.ofDays(7)));
    }

    @Test
    void movingEndsAtTheOldestAndAtTheNewest() {
        view.pan(view.window(), -100);
        assertThat(view.window()).isEqualTo(new TimeWindow(OLDEST, OLDEST.plus(HOUR)));

        view.pan(view.window(), 100);
        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW, HOUR));
        assertThat(view.isLive()).isFalse();
    }

    @Test
    void homeIsTheOldestAndFollowingIsThePresent() {
        view.home();
        assertThat(view.window()).isEqualTo(new TimeWindow(OLDEST, OLDEST.plus(HOUR)));
        assertThat(view.isLive()).isFalse();

        view.follow();
        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW, HOUR));
        assertThat(view.isLive()).isTrue();
    }

    @Test
    void whatStandsStillDoesNotMoveWithThePlant() {
        view.hold();
        view.extent(OLDEST, NOW.plusSeconds(30));

        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW, HOUR));
    }

    @Test
    void theHistoryIsAskedOnceForAPicture() {
        assertThat(view.due(TAGS, 0, NOW)).contains(new TrendRequest(view.grid(), TAGS, NOW, true));
        assertThat(view.due(TAGS, 0, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void itIsAskedAgainForOtherTagsAnotherWidthOrAnotherRun() {
        view.due(TAGS, 0, NOW);
        assertThat(view.due(List.of(TAGS.getFirst(), TAGS.getFirst()), 0, NOW)).isPresent();
        assertThat(view.due(TAGS, 0, NOW)).isPresent();
        view.columns(901);
        assertThat(view.due(TAGS, 0, NOW)).isPresent();
        assertThat(view.due(TAGS, 1, NOW)).isPresent();
        assertThat(view.due(TAGS, 1, NOW)).isEmpty();
    }

    @Test
    void aPictureThatFollowsGoesOnByItselfAndIsReadAnewNowAndThen() {
        view.due(TAGS, 0, NOW);
        view.settled(Duration.ofMillis(200), true, NOW);
        view.extent(OLDEST, NOW.plusSeconds(9));

        assertThat(view.due(TAGS, 0, NOW.plusSeconds(9))).isEmpty();
        assertThat(view.due(TAGS, 0, NOW.plusSeconds(10))).isPresent();
    }

    @Test
    void aPictureOfThePastIsNotReadAgain() {
        view.home();
        view.due(TAGS, 0, NOW);
        view.settled(Duration.ZERO, true, NOW);

        assertThat(view.due(TAGS, 0, NOW.plus(HOUR))).isEmpty();
        view.step(1);
        assertThat(view.due(TAGS, 0, NOW.plus(HOUR))).isPresent();
    }

    @Test
    void aHistoryThatCannotBeReadIsTriedAgain() {
        view.home();
        view.due(TAGS, 0, NOW);
        view.settled(Duration.ZERO, false, NOW);

        assertThat(view.due(TAGS, 0, NOW.plusSeconds(4))).isEmpty();
        assertThat(view.due(TAGS, 0, NOW.plusSeconds(5))).isPresent();
    }

    @Test
    void nothingIsAskedBeforeThereIsRoomOrATag() {
        assertThat(view.due(List.of(), 0, NOW)).isEmpty();
        view.columns(0);
        assertThat(view.due(TAGS, 0, NOW)).isEmpty();
    }

    @Test
    void everythingReachesFromTheOldestToTheNewest() {
        view.home();
        view.all();

        assertThat(view.window()).isEqualTo(new TimeWindow(OLDEST, NOW));
    }

    @Test
    void aStretchIsShownWhicheverEndComesFirst() {
        Instant one = NOW.minus(Duration.ofMinutes(40));
        Instant other = NOW.minus(Duration.ofMinutes(10));

        view.stretch(other, one);

        assertThat(view.window()).isEqualTo(new TimeWindow(one, other));
        assertThat(view.isLive()).isFalse();
    }

    @Test
    void aStretchTooShortToBeShownIsShownWithWhatLiesAroundIt() {
        Instant middle = NOW.minus(Duration.ofMinutes(40));

        view.stretch(middle.minusSeconds(1), middle.plusSeconds(1));

        assertThat(view.window())
                .isEqualTo(new TimeWindow(middle.minusSeconds(5), middle.plusSeconds(5)));
    }

    @Test
    void aStepIsUndoneAndTakenAgain() {
        view.range(Duration.ofHours(8));
        view.step(-1);
        TimeWindow moved = view.window();

        view.undo();
        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW, Duration.ofHours(8)));
        assertThat(view.isLive()).isTrue();
        view.undo();
        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW, HOUR));
        assertThat(view.canUndo()).isFalse();

        view.redo();
        view.redo();
        assertThat(view.window()).isEqualTo(moved);
        assertThat(view.isLive()).isFalse();
        assertThat(view.canRedo()).isFalse();
    }

    @Test
    void whatFollowedThePlantFollowsItAgainWhereItHasComeMeanwhile() {
        view.home();
        view.extent(OLDEST, NOW.plusSeconds(30));

        view.undo();

        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW.plusSeconds(30), HOUR));
        assertThat(view.isLive()).isTrue();
    }

    @Test
    void aRunOfTheWheelIsOneStepAndSoIsADrag() {
        for (int notch = 0; notch < 5; notch++) {
            view.zoomAround(0.5, 1);
            wallNow = wallNow.plusMillis(300);
        }
        TimeWindow begun = view.window();
        view.pan(begun, -0.1);
        wallNow = wallNow.plusSeconds(20);
        view.pan(begun, -0.4);

        view.undo();
        assertThat(view.window()).isEqualTo(begun);
        view.undo();
        assertThat(view.window()).isEqualTo(TimeWindow.endingAt(NOW, HOUR));
    }

    @Test
    void theWheelAfterAPauseIsAStepOfItsOwn() {
        view.zoomAround(0.5, 1);
        TimeWindow once = view.window();
        wallNow = wallNow.plusSeconds(2);
        view.zoomAround(0.5, 1);

        view.undo();

        assertThat(view.window()).isEqualTo(once);
    }

    @Test
    void whatIsDoneAfterAnUndoForgetsWhatWasUndone() {
        view.home();
        view.undo();
        view.range(Duration.ofHours(8));

        assertThat(view.canRedo()).isFalse();
    }

    @Test
    void aHundredStepsAreKept() {
        for (int i = 0; i < TrendSteps.MOST + 50; i++) {
            view.range(Duration.ofMinutes(10 + i));
        }
        int steps = 0;
        while (view.canUndo()) {
            view.undo();
            steps++;
        }
        assertThat(steps).isEqualTo(TrendSteps.MOST);
        assertThat(view.window().span()).isEqualTo(Duration.ofMinutes(59));
    }
}
