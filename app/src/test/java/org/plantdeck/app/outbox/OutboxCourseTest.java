package org.plantdeck.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.app.trends.TrendColumns;
import org.plantdeck.app.trends.TrendSeries;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class OutboxCourseTest {

    private final FakeLive plant = new FakeLive();
    private final OutboxCourse course = new OutboxCourse(plant.live);

    private void bridgeSays(long depth, long ageSeconds) {
        plant.says(
                Bodies.online(
                        "Bridge",
                        Leaves.builder()
                                .put("outbox.depth", depth)
                                .put("outbox.oldest_age_s", ageSeconds)));
    }

    /** The largest of each step of the last 15 seconds, oldest first. */
    private List<Double> last(TrendSeries series) {
        Instant end = plant.clock.instant().plus(OutboxCourse.STEP);
        TrendColumns columns = series.columns(end.minus(OutboxCourse.STEP.multipliedBy(3)), end, 3);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.has(i)) {
                values.add(columns.largest(i));
            }
        }
        return values;
    }

    @Test
    void itKeepsWhatTheBridgeSaysWithoutAnyScreen() {
        bridgeSays(1, 10);
        plant.clock.advance(OutboxCourse.STEP);
        bridgeSays(2, 30);

        assertThat(last(course.depth())).contains(1.0, 2.0);
        assertThat(last(course.ageMinutes())).contains(10 / 60.0, 0.5);
    }

    @Test
    void whatTheDatabaseKnowsOfTheTimeBeforeIsAddedToIt() {
        bridgeSays(7, 120);
        Instant before = plant.clock.instant().minus(OutboxCourse.STEP);
        course.before(List.of(new OutboxCourse.Point(before, 6, Duration.ofMinutes(1))));

        assertThat(last(course.depth())).contains(6.0, 7.0);
        assertThat(last(course.ageMinutes())).contains(1.0, 2.0);
    }

    @Test
    void aBridgeThatIsGoneLeavesAGap() {
        plant.says(
                Bodies.status(
                        "Bridge",
                        new Health(
                                Health.State.OFFLINE,
                                "connection lost",
                                Leaves.builder().build())));

        assertThat(course.depth().isEmpty()).isTrue();
    }

    @Test
    void itsEndLeavesNoSubscription() {
        assertThat(plant.live.openSubscriptions()).isEqualTo(2);
        course.close();
        assertThat(plant.live.openSubscriptions()).isZero();
    }
}
