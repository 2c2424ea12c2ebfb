package org.plantdeck.plcsim.physics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PlantDeterminismTest {

    private static final String[] FAULTS = {
        "bearing-wear:2:1h",
        "compressor-leak:90:30m:20m",
        "stuck-sensor@factory/energy/frequency:0:10m",
        "drifting-sensor@factory/environment/co2_level:8:15m",
        "noisy-sensor@factory/line1/pressure:3:5m:3h",
        "cap-feeder-empty:10:90m:30m",
    };

    @Test
    void twoPlantsOfOneSeedAreEqualToTheLastBit() {
        Bench one = Bench.with(FAULTS);
        Bench other = Bench.with(FAULTS);

        one.run(Duration.ofHours(3));
        other.run(Duration.ofHours(3));

        assertThat(Snapshot.of(one.plant())).isEqualTo(Snapshot.of(other.plant()));
    }

    @Test
    void anotherSeedHasOtherDisturbances() {
        Bench one = new Bench(java.util.Map.of(), 1);
        Bench other = new Bench(java.util.Map.of(), 2);

        one.run(Duration.ofMinutes(1));
        other.run(Duration.ofMinutes(1));

        assertThat(one.read(Sensor.VOLTAGE_L1)).isNotEqualTo(other.read(Sensor.VOLTAGE_L1));
        assertThat(one.read(Sensor.LINE_SPEED)).isNotEqualTo(other.read(Sensor.LINE_SPEED));
    }

    @Test
    void aPlantRestoredFromASnapshotGoesOnAsIfItHadNeverStopped() {
        Bench bench = Bench.with(FAULTS);
        bench.run(Duration.ofMinutes(100));
        Plant plant = bench.plant();
        Snapshot snapshot = new Snapshot();
        plant.archive(snapshot.saving());

        Plant restored = new Plant(PlantParameters.standard(), 7, plant.time());
        restored.archive(snapshot.restoring());

        assertThat(Snapshot.of(restored)).isEqualTo(Snapshot.of(plant));
        assertThat(restored.faults()).isEqualTo(plant.faults());
        for (int i = 0; i < 60_000; i++) {
            plant.step();
            restored.step();
        }
        assertThat(Snapshot.of(restored)).isEqualTo(Snapshot.of(plant));
    }

    @Test
    void whatIsReadOfARestoredPlantIsWhatWasReadBeforeItStopped() {
        Bench bench = new Bench();
        bench.run(Duration.ofSeconds(30));
        Snapshot snapshot = new Snapshot();
        bench.plant().archive(snapshot.saving());

        Plant restored = new Plant(PlantParameters.standard(), 7, bench.plant().time());
        restored.archive(snapshot.restoring());

        for (Sensor sensor : Sensor.values()) {
            assertThat(restored.read(sensor)).as(sensor.name()).isEqualTo(bench.read(sensor));
        }
    }
}
