package org.plantdeck.plcsim.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.plcsim.physics.Plant;
import org.plantdeck.plcsim.physics.PlantParameters;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.signal.FactorySource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class FieldStationTest {

    private final Plant plant =
            new Plant(PlantParameters.standard(), 7, new PlantTime("run", Factory.WALL, 0));
    private FieldStation station;
    private Instant wall = Factory.WALL;

    @BeforeEach
    void takeOverFromHere() {
        station =
                new FieldStation(
                        FactorySource.ENVIRONMENT,
                        new MemoryBroker()
                                .link(
                                        LinkSettings.of(
                                                Factory.BROKER,
                                                "Plant",
                                                LinkSettings.Session.CLEAN)));
        station.takeOver(10);
    }

    /** One tick, long enough after the last one to knock. */
    private void tick() {
        plant.step();
        wall = wall.plus(Duration.ofSeconds(1));
        station.ask(plant, wall);
    }

    private void answer(long tick, long sequence) {
        station.take(new FieldCodec.Orders("run", tick, sequence, Map.of()), plant);
    }

    @Test
    void knocksNobodyAnswersUseNoNumbers() {
        tick();
        tick();

        assertThat(station.usedAtMost()).isEqualTo(10);
    }

    @Test
    void aTickSomebodyHasNotAnsweredYetMayHaveUsedANumber() {
        tick();
        answer(1, 11);
        assertThat(station.usedAtMost()).isEqualTo(11);

        tick();
        assertThat(station.usedAtMost()).isEqualTo(12);
    }

    @Test
    void anAnswerThatComesTooLateStillSaysWhichNumbersAreUsed() {
        tick();
        tick();
        answer(1, 11);

        assertThat(station.isPresent()).isFalse();
        assertThat(station.usedAtMost()).isGreaterThanOrEqualTo(12);
    }
}
