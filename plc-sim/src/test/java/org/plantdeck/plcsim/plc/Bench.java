package org.plantdeck.plcsim.plc;

import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One PLC on a work bench, with everything it has said. */
final class Bench implements PlcOutput {

    final BenchField field = new BenchField();
    final ScanCycle plc;
    final List<Reading> readings = new ArrayList<>();
    final List<CommandResult> results = new ArrayList<>();

    Bench(FactorySource source) {
        this(source, Duration.ofSeconds(1));
    }

    Bench(FactorySource source, Duration interval) {
        plc = new ScanCycle(source, "bench", BenchField.START, interval, this);
    }

    @Override
    public void publish(Reading reading) {
        readings.add(reading);
    }

    @Override
    public void answer(CommandResult result) {
        results.add(result);
    }

    /** Lets simulated seconds pass. */
    Bench seconds(double seconds) {
        for (long i = 0; i < Math.round(seconds * 10); i++) {
            field.tick();
            plc.scan(field);
        }
        return this;
    }

    /** Gives a command between two scans and returns the first answer to it. */
    CommandResult command(String word, Value value) {
        return command("request-" + results.size(), word, value);
    }

    CommandResult command(String requestId, String word, Value value) {
        int before = results.size();
        var now = field.time().now();
        Command command = new Command(requestId, word, value, now, "operator");
        if (plc.admits(command, now)) {
            plc.execute(command, now);
        }
        return results.get(before);
    }

    CommandResult command(String word) {
        return command(word, Value.absent());
    }

    Value latest(String key) {
        return readings.getLast().values().get(key);
    }

    String text(String key) {
        return readings.getLast().values().text(key);
    }

    double number(String key) {
        return latest(key).asDouble();
    }
}
