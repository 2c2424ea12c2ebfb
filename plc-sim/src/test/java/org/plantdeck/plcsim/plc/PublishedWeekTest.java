package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plantdeck.signal.Reading;

import java.time.Duration;

/** A week without faults, by nothing but what the three PLCs publish, rounded as it is. */
class PublishedWeekTest {

    private static final int DAYS = 7;
    private static final long SEED = 5;

    /** Simulated time from reading to reading. */
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final EnergyLedger ENERGY = new EnergyLedger();
    private static final ShiftLedger SHIFTS = new ShiftLedger();
    private static final AirLedger AIR = new AirLedger();

    @BeforeAll
    static void runTheWeek() {
        WorkingHall hall = new WorkingHall(SEED, INTERVAL, PublishedWeekTest::take);
        hall.seconds(DAYS * 86_400L);
    }

    private static void take(Reading reading) {
        switch (reading.source()) {
            case LINE -> {
                SHIFTS.take(reading.values());
                AIR.takeLine(reading.values());
            }
            case ENERGY -> ENERGY.take(reading.values());
            case ENVIRONMENT -> AIR.takeHall(reading.values());
        }
    }

    @Test
    void powerIsRootThreeTimesVoltageTimesCurrentTimesPowerFactor() {
        assertThat(ENERGY.readings()).isEqualTo(DAYS * 86_400 / 5);
        assertThat(ENERGY.worstPowerError()).isLessThan(0.01);
    }

    @Test
    void apparentPowerIsThatOfActiveAndReactivePower() {
        assertThat(ENERGY.worstTriangleErrorKva()).isLessThan(0.2);
    }

    @Test
    void powerIsTheSumOfTheLoadsShown() {
        assertThat(ENERGY.worstSumErrorKw()).isLessThan(9 * 0.05 + 0.05 + 1e-6);
    }

    @Test
    void theEnergyMeterIsTheIntegralOfThePowerShown() {
        assertThat(ENERGY.meteredKwh()).isBetween(DAYS * 1_700.0, DAYS * 2_400.0);
        assertThat(ENERGY.integralKwh()).isCloseTo(ENERGY.meteredKwh(), within(2.0));
        assertThat(ENERGY.worstStepBackKwh()).isZero();
    }

    @Test
    void demandIsTheMeanPowerOfAQuarterHour() {
        assertThat(ENERGY.worstDemandErrorKw()).isLessThan(1.0);
    }

    @Test
    void comfortAndDissatisfactionAgree() {
        assertThat(AIR.worstComfortSumError()).isLessThan(0.1 + 1e-6);
        assertThat(AIR.worstDissatisfactionError()).isLessThan(0.2);
        assertThat(AIR.leastDissatisfied()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void carbonDioxideFollowsItsBalance() {
        assertThat(AIR.worstCarbonDioxideErrorPpm()).isLessThan(20);
        assertThat(AIR.meanCarbonDioxideErrorPpm()).isCloseTo(0, within(5.0));
        assertThat(AIR.carbonDioxideSpanPpm()).isGreaterThan(300);
    }

    @Test
    void productionCountNeverFallsWithinAShift() {
        assertThat(SHIFTS.falls()).isZero();
        assertThat(SHIFTS.shifts()).isEqualTo(3 * DAYS + 1);
        assertThat(SHIFTS.mostInAShift()).isBetween(38_000L, 45_000L);
    }

    @Test
    void goodBottlesAreThoseInspectedLessThoseRejected() {
        assertThat(SHIFTS.countErrors()).isZero();
    }

    @Test
    void overallEffectivenessIsTheProductOfItsThreeParts() {
        assertThat(SHIFTS.oeeSeen()).isGreaterThan(DAYS * 10 * 3_600 / 5);
        assertThat(SHIFTS.worstOeeErrorPercent()).isLessThan(0.2);
    }

    @Test
    void qualityIsGoodOfInspected() {
        assertThat(SHIFTS.worstQualityErrorPercent()).isLessThan(0.05 + 1e-6);
    }

    @Test
    void theLineLosesTimeOnlyWhereItSaysSo() {
        assertThat(SHIFTS.worstTimeErrorPercent()).isLessThan(0.3);
    }
}
