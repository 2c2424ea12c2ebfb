package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Two PLCs in two processes and one plant between them. */
@Timeout(240)
final class LonePlcTest {

    @TempDir private Path temporary;

    private static Optional<Reading> newest(List<Witness.Seen> all, FactorySource source) {
        for (Witness.Seen one : all.reversed()) {
            if (one.topic().equals(source.topic())
                    && ReadingCodec.decode(source, one.body())
                            instanceof Decoded.Sound<Reading>(Reading reading)) {
                return Optional.of(reading);
            }
        }
        return Optional.empty();
    }

    private static String state(List<Witness.Seen> all) {
        return newest(all, FactorySource.LINE).map(it -> it.values().text("state")).orElse("");
    }

    private static double power(List<Witness.Seen> all) {
        return newest(all, FactorySource.ENERGY)
                .flatMap(it -> it.values().number("power_consumption").stream().boxed().findFirst())
                .orElse(Double.NaN);
    }

    @Test
    void stoppingTheLineOfOneProcessLowersThePowerMeasuredByAnother() throws Exception {
        try (Ground ground =
                new Ground(temporary, "simulation.history=0h", "simulation.speed=20")) {
            ground.run("local-broker");
            ground.run("plant", "plc1");
            ground.run("plc2");
            try (Witness witness =
                    Witness.whoMayCommand(ground.data(), ground.local(), "factory/#")) {
                witness.await(all -> power(all) > 90, () -> "the power of a running line");
                Command stop =
                        new Command("r-1", "stop", Value.absent(), Instant.now(), "operator");
                witness.publish(FactorySource.LINE.commandTopic(), CommandCodec.encode(stop));

                witness.await(all -> power(all) < 75, () -> "less power with the line stopped");
                witness.await(all -> state(all).equals("Stopped"), () -> "the line stopped");
                assertThat(witness.of(FactorySource.LINE.resultTopic()))
                        .extracting(Witness.Seen::text)
                        .anyMatch(it -> it.contains("\"accepted\""))
                        .anyMatch(it -> it.contains("\"done\""));
            }
        }
    }
}
