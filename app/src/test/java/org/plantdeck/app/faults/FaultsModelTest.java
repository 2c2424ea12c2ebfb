package org.plantdeck.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.app.faults.FaultsModel.Checked;
import org.plantdeck.app.faults.FaultsModel.Entry;
import org.plantdeck.app.faults.FaultsModel.Line;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.plcsim.physics.ActiveFault;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Tag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class FaultsModelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static Checked leak(String size, String onset, String duration) {
        return FaultsModel.check(
                new Entry(FaultKind.COMPRESSOR_LEAK, Optional.empty(), size, onset, duration));
    }

    @ParameterizedTest
    @EnumSource
    void aKindOfWhichNothingIsTypedStartsAsItsStandard(FaultKind kind) {
        Entry nothing = new Entry(kind, FaultsModel.standardSensor(kind), "", "", "");

        assertThat(FaultsModel.check(nothing))
                .isEqualTo(new Checked("", "", "", Optional.of(new Fault(kind))));
    }

    @Test
    void whatIsTypedIsTheFault() {
        assertThat(leak(" 90 ", "10m", "1h30m"))
                .isEqualTo(
                        new Checked(
                                "",
                                "",
                                "",
                                Optional.of(
                                        new Fault(
                                                FaultKind.COMPRESSOR_LEAK,
                                                90,
                                                Duration.ofMinutes(10),
                                                Optional.of(Duration.ofMinutes(90))))));
    }

    @Test
    void aCommaIsADecimalPointToo() {
        assertThat(leak("7,5", "", "").fault().orElseThrow().size()).isEqualTo(7.5);
    }

    @Test
    void aSizeBeyondItsRangeIsRefusedInTheWordsOfThePlant() {
        assertThat(leak("4000", "", ""))
                .isEqualTo(
                        new Checked(
                                "The size of fault compressor-leak is 4000, must be between 5 and"
                                        + " 400 m³/h (air lost at 7 bar, at normal conditions)",
                                "",
                                "",
                                Optional.empty()));
    }

    @Test
    void eachFieldSaysWhatIsWrongWithItself() {
        Checked checked = leak("much", "soon", "0s");

        assertThat(checked.size()).contains("size much, which is no number");
        assertThat(checked.onset()).contains("time soon, which is not like 30s, 10m, 2h");
        assertThat(checked.duration())
                .isEqualTo("The duration of fault compressor-leak is PT0S, must be above zero");
        assertThat(checked.fault()).isEmpty();
    }

    @Test
    void aSensorFaultActsOnTheChosenSensor() {
        Tag co2 =
                FaultsModel.sensors().stream()
                        .filter(it -> it.name().equals("factory/environment/co2_level"))
                        .findFirst()
                        .orElseThrow();

        Fault fault =
                FaultsModel.check(new Entry(FaultKind.STUCK_SENSOR, Optional.of(co2), "", "", ""))
                        .fault()
                        .orElseThrow();

        assertThat(fault.text()).startsWith("stuck-sensor@factory/environment/co2_level:0");
        assertThat(FaultsModel.consequence(fault))
                .isEqualTo(
                        "Stuck sensor of 0 % on factory/environment/co2_level begins at once and"
                                + " stays until somebody ends it. One value stands still while the"
                                + " plant goes on; control that uses it is misled.");
    }

    @Test
    void theSensorThatWasChosenForAnotherKindIsNotSent() {
        Tag pressure = FaultsModel.standardSensor(FaultKind.STUCK_SENSOR).orElseThrow();

        assertThat(
                        FaultsModel.check(
                                        new Entry(
                                                FaultKind.BELT_SLIP,
                                                Optional.of(pressure),
                                                "",
                                                "",
                                                ""))
                                .fault())
                .contains(new Fault(FaultKind.BELT_SLIP));
    }

    @Test
    void whatWillHappenIsSaidBefore() {
        assertThat(FaultsModel.consequence(leak("90", "10m", "2h").fault().orElseThrow()))
                .isEqualTo(
                        "Compressor leak of 90 m³/h begins in 10 min of plant time and lasts 2 h."
                                + " Air flow and load of the compressor rise and with them the"
                                + " power; large leaks let the pressure fall.");
    }

    @Test
    void everyKindSaysWhatWillBeSeenOfIt() {
        assertThat(FaultKind.values())
                .extracting(FaultsModel::visible)
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it).endsWith("."));
    }

    @Test
    void theRangeOfASizeIsSaidWithItsMeaning() {
        assertThat(FaultsModel.range(FaultKind.PRESSURE_REGULATOR_FAILURE))
                .isEqualTo("-1 to 0.6 bar, standard -0.2: error of the pressure it holds");
        assertThat(FaultsModel.name(FaultKind.HVAC_FAILURE)).isEqualTo("HVAC failure");
    }

    @Test
    void faultsAreListedInTheOrderTheyBegin() {
        ActiveFault waits =
                new ActiveFault(
                        new Fault(FaultKind.VOLTAGE_DIP),
                        NOW.plusSeconds(60),
                        Optional.of(NOW.plusSeconds(150)));
        ActiveFault acts =
                new ActiveFault(
                        new Fault(FaultKind.NOISY_SENSOR), NOW.minusSeconds(1), Optional.empty());

        List<Line> lines = FaultsModel.lines(List.of(waits, acts), NOW);

        assertThat(lines)
                .containsExactly(
                        new Line(
                                FaultKind.NOISY_SENSOR,
                                "Noisy sensor on factory/line1/vibration",
                                "2 %",
                                true,
                                "Sat 21 Nov 09:59:59",
                                "until ended"),
                        new Line(
                                FaultKind.VOLTAGE_DIP,
                                "Voltage dip",
                                "12 %",
                                false,
                                "Sat 21 Nov 10:01:00",
                                "begins in 60 s"));
        assertThat(FaultsModel.lines(List.of(waits), NOW.plusSeconds(90)))
                .extracting(Line::acts, Line::left)
                .containsExactly(tuple(true, "60 s"));
        assertThat(FaultsModel.context(lines)).isEqualTo("1 act, 1 wait");
        assertThat(FaultsModel.context(List.of())).isEqualTo("the plant is sound");
    }

    @Test
    void aPlantElsewhereSaysHowManyFaultsItHas() {
        FakeLive plant = FakeLive.heard();
        assertThat(FaultsModel.elsewhere(plant.now())).isEmpty();

        plant.says(Bodies.online("Plant", Leaves.builder().put("faults", 2)));
        assertThat(FaultsModel.elsewhere(plant.now())).isEqualTo("faults: 2");

        plant.local.up(false);
        assertThat(FaultsModel.elsewhere(plant.now())).isEmpty();
    }
}
