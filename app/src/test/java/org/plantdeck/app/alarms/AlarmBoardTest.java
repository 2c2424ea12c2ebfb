package org.plantdeck.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.signal.AlarmLimit;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Priority;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.TagLimits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class AlarmBoardTest {

    private static final String HOT = "factory/line1/temperature/high/80.0";
    private static final String WARM = "factory/line1/temperature/high/65.0";
    private static final String CO2 = "factory/environment/co2_level/high/1400.0";
    private static final String ABORTED = "factory/line1/status/is/aborted";

    private final FakeLive plant = new FakeLive();
    private final AlarmBoard board = new AlarmBoard(plant.live);

    private static Instant second(long second) {
        return Bodies.AT.plusSeconds(second);
    }

    private void line(long second, String key, double value) {
        plant.says(Bodies.later(Bodies.with(Bodies.line(), key, value), second));
    }

    private void hall(long second, double co2) {
        Reading hall = Bodies.reading(FactorySource.ENVIRONMENT);
        plant.says(Bodies.later(Bodies.with(hall, "co2_level", co2), second));
    }

    /** The bearing gets as hot as this for long enough. */
    private void heat(long from, double temperature) {
        line(from, "temperature", temperature);
        line(from + 30, "temperature", temperature);
    }

    private static Alarm alarm(String limit, String value, long since) {
        AlarmLimit its =
                TagLimits.all().stream()
                        .filter(it -> it.name().equals(limit))
                        .findFirst()
                        .orElseThrow();
        return new Alarm(its, value, second(since), Optional.empty(), false);
    }

    private List<String> names() {
        return board.alarms().stream().map(it -> it.limit().name()).toList();
    }

    @Test
    void aHealthyPlantHasNoAlarm() {
        for (FactorySource source : FactorySource.values()) {
            plant.says(Bodies.reading(source));
            plant.says(Bodies.later(Bodies.reading(source), 3600));
        }
        assertThat(board.alarms()).isEmpty();
    }

    @Test
    void anAlarmSaysSinceWhenAndShowsTheNewestValue() {
        heat(0, 70);
        line(31, "temperature", 71.5);
        assertThat(board.alarms()).containsExactly(alarm(WARM, "71.5", 0));
    }

    @Test
    void whatIsAcknowledgedWhileItIsActiveStaysUntilItReturns() {
        heat(0, 70);
        board.acknowledge(board.alarms().getFirst());
        assertThat(board.waiting()).isEmpty();
        assertThat(board.alarms()).containsExactly(alarm(WARM, "70.0", 0).acknowledge());
        line(40, "temperature", 60);
        assertThat(board.alarms()).isEmpty();
    }

    @Test
    void whatReturnsUnseenWaitsUntilSomebodyHasSeenIt() {
        heat(0, 70);
        line(40, "temperature", 60);
        assertThat(board.alarms()).containsExactly(alarm(WARM, "70.0", 0).returned(second(40)));
        assertThat(board.waiting()).hasSize(1);
        assertThat(board.count(Priority.MEDIUM)).isZero();
        board.acknowledge(board.waiting().getFirst());
        assertThat(board.alarms()).isEmpty();
    }

    @Test
    void aLimitThatIsBrokenAgainIsANewAlarmToBeSeen() {
        heat(0, 70);
        board.acknowledge(board.alarms().getFirst());
        line(40, "temperature", 60);
        heat(50, 70);
        assertThat(board.alarms()).containsExactly(alarm(WARM, "70.0", 50));
    }

    @Test
    void anAcknowledgementOfWhatIsGoneDoesNothing() {
        heat(0, 70);
        Alarm seen = board.alarms().getFirst();
        board.acknowledge(seen);
        line(40, "temperature", 60);
        board.acknowledge(seen);
        assertThat(board.alarms()).isEmpty();
    }

    @Test
    void whatNobodyHasSeenComesFirstThenPriorityThenTheNewest() {
        hall(0, 1500);
        hall(60, 1500);
        heat(70, 85);
        assertThat(names()).containsExactly(HOT, WARM, CO2);
        plant.says(Bodies.later(Bodies.with(Bodies.line(), "status", "aborted"), 101));
        assertThat(names()).startsWith(ABORTED);
        board.acknowledge(board.alarms().getFirst());
        assertThat(names()).endsWith(ABORTED);
    }

    @Test
    void brokenLimitsAreCountedByPriorityAndKnownByTag() {
        heat(0, 85);
        assertThat(board.count(Priority.HIGH)).isEqualTo(1);
        assertThat(board.count(Priority.MEDIUM)).isEqualTo(1);
        assertThat(board.count(Priority.CRITICAL)).isZero();
        var bearing = FactoryTags.named("factory/line1/temperature").orElseThrow();
        assertThat(board.priority(bearing)).contains(Priority.HIGH);
        line(40, "temperature", 75);
        assertThat(board.priority(bearing)).contains(Priority.MEDIUM);
        assertThat(board.priority(FactoryTags.named("factory/line1/pressure").orElseThrow()))
                .isEmpty();
    }

    @Test
    void aUnitListsItsOwnAlarms() {
        hall(0, 1500);
        hall(60, 1500);
        heat(0, 70);
        assertThat(board.of(FactorySource.ENVIRONMENT)).containsExactly(alarm(CO2, "1500.0", 0));
        assertThat(board.of(FactorySource.LINE)).containsExactly(alarm(WARM, "70.0", 0));
        assertThat(board.of(FactorySource.ENERGY)).isEmpty();
    }

    @Test
    void anotherRunOfThePlantForgetsTheAlarmsOfTheOneBefore() {
        heat(0, 70);
        plant.says(Bodies.ofRun("fresh", Bodies.line()));
        assertThat(board.alarms()).isEmpty();
    }

    @Test
    void inAnotherRunDelayAndDeadbandBeginAnew() {
        heat(0, 70);
        Reading fresh = Bodies.ofRun("fresh", Bodies.later(Bodies.line(), 40));
        plant.says(Bodies.with(fresh, "temperature", 64));
        assertThat(board.alarms()).as("inside the deadband, never above the limit").isEmpty();
        plant.says(Bodies.later(Bodies.with(fresh, "temperature", 66), 1));
        assertThat(board.alarms()).as("before the delay is over").isEmpty();
        plant.says(Bodies.later(Bodies.with(fresh, "temperature", 66), 31));
        assertThat(board.alarms()).containsExactly(alarm(WARM, "66.0", 41));
    }

    @Test
    void aLineThatStandsRaisesNoAlarmOfTheRunningLine() {
        Reading standing =
                Bodies.with(Bodies.with(Bodies.line(), "status", "held"), "pressure", 0.0);
        plant.says(standing);
        plant.says(Bodies.later(standing, 600));
        assertThat(board.alarms()).isEmpty();
    }

    @Test
    void whoListensIsCalledForNewsAndForAcknowledgementsOnly() {
        int[] calls = {0};
        Runnable ear = () -> calls[0]++;
        board.listen(ear);
        line(0, "temperature", 70);
        assertThat(calls[0]).isZero();
        line(30, "temperature", 70);
        assertThat(calls[0]).isEqualTo(1);
        board.acknowledge(board.alarms().getFirst());
        assertThat(calls[0]).isEqualTo(2);
        board.forget(ear);
        line(40, "temperature", 60);
        assertThat(calls[0]).isEqualTo(2);
    }

    @Test
    void aClosedBoardHasNoSubscription() {
        assertThat(plant.live.openSubscriptions()).isEqualTo(3);
        board.close();
        assertThat(plant.live.openSubscriptions()).isZero();
    }
}
