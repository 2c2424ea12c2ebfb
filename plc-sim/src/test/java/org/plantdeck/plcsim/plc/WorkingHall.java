package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.Plant;
import org.plantdeck.plcsim.physics.PlantParameters;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The plant with its three PLCs, without a broker: what they publish goes to a reader. */
final class WorkingHall implements PlcOutput {

    static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

    final Plant plant;
    private final Map<FactorySource, ScanCycle> plcs = new EnumMap<>(FactorySource.class);
    private final Consumer<Reading> reader;

    /** A plant of which every reading is published, one a second. */
    WorkingHall(long seed, Consumer<Reading> reader) {
        this(seed, Duration.ofSeconds(1), reader);
    }

    WorkingHall(long seed, Duration interval, Consumer<Reading> reader) {
        this.reader = reader;
        plant = new Plant(PlantParameters.standard(), seed, new PlantTime("works", START, 0));
        for (FactorySource source : FactorySource.values()) {
            plcs.put(source, new ScanCycle(source, "works", START, interval, this));
        }
    }

    /** Lets simulated seconds pass. */
    void seconds(long seconds) {
        for (long i = 0; i < seconds * 10; i++) {
            plant.step();
            for (ScanCycle plc : plcs.values()) {
                plc.scan(plant);
            }
        }
    }

    /** Gives an operator's command, which must be allowed. */
    void command(FactorySource plc, String word, Value value) {
        Instant now = plant.time().now();
        Command command = new Command("order", word, value, now, "operator");
        ScanCycle cycle = plcs.get(plc);
        if (cycle == null || !cycle.admits(command, now)) {
            throw new AssertionError(word + " was refused");
        }
        cycle.execute(command, now);
    }

    @Override
    public void publish(Reading reading) {
        reader.accept(reading);
    }

    @Override
    public void answer(CommandResult result) {
        // Answers are the business of the tests of the commands.
    }
}
