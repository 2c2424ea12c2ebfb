package org.plantdeck.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Kills the bridge at every commit: takes the files as they lie there, goes on with them in a new
 * bridge, and looks at what both lives sent together.
 */
class KillTest {

    private static final List<List<Reading>> BATCHES = batches();

    @TempDir private Path folder;

    /** Two runs with disorder, repeats, gaps and an alert, cut into commits of 1 to 8 readings. */
    private static List<List<Reading>> batches() {
        Random random = new Random(11);
        List<Reading> readings = new ArrayList<>();
        for (long second = 0; second < 43; second++) {
            for (FactorySource source : FactorySource.values()) {
                long shifted = source == FactorySource.LINE ? second + 1 : second;
                Reading reading =
                        FactoryReadings.at(
                                second < 27 ? "one" : "two",
                                source,
                                shifted,
                                source == FactorySource.ENERGY && second > 3
                                        ? Map.of("frequency", Value.of(49.2))
                                        : Map.of());
                if (random.nextInt(12) != 0) {
                    readings.add(reading);
                }
                if (random.nextInt(10) == 0) {
                    readings.add(readings.get(Math.max(0, readings.size() - 4)));
                }
            }
        }
        List<List<Reading>> batches = new ArrayList<>();
        for (int from = 0; from < readings.size(); ) {
            int to = Math.min(readings.size(), from + 1 + random.nextInt(8));
            batches.add(List.copyOf(readings.subList(from, to)));
            from = to;
        }
        return batches;
    }

    /** What a bridge sent, by run and number. */
    private static Map<String, String> sent(List<Publication> published, Map<String, String> into) {
        for (Publication publication : published) {
            AnalyticsWindow window = Bench.window(publication.body());
            String body = new String(publication.body(), StandardCharsets.UTF_8);
            String before = into.put(window.run() + " " + window.sequence(), body);
            assertThat(before == null ? body : before).isEqualTo(body);
        }
        return into;
    }

    private static void deliver(Bench bench, int batch) {
        BATCHES.get(batch).forEach(bench::deliver);
        bench.pass(Duration.ofMillis(1));
    }

    private static void finish(Bench bench, int firstBatch) {
        for (int batch = firstBatch; batch < BATCHES.size(); batch++) {
            deliver(bench, batch);
        }
        bench.pass(Duration.ofSeconds(3));
        bench.deliver(FactoryReadings.at("two", FactorySource.LINE, 60));
        bench.turns.take(true);
        bench.pass(Duration.ofSeconds(3));
        bench.turns.take(true);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String name : List.of("bridge.db", "bridge.db-wal")) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> withoutKill() {
        try (Bench bench = new Bench(Bench.settings(folder.resolve("whole")))) {
            finish(bench, 0);
            return sent(bench.cloud.published, new LinkedHashMap<>());
        }
    }

    @Test
    void aKillAtAnyCommitLosesNoWindowAndChangesNone() {
        Map<String, String> whole = withoutKill();
        assertThat(whole).hasSize(6);
        Path home = folder.resolve("killed");
        try (Bench first = new Bench(Bench.settings(home))) {
            for (int batch = 0; batch < BATCHES.size(); batch++) {
                deliver(first, batch);
                Path left = folder.resolve("left" + batch);
                copy(home, left);
                Map<String, String> before = sent(first.cloud.published, new LinkedHashMap<>());
                // On even commits the broker had not heard the acknowledgements yet.
                int again = batch % 2 == 0 ? batch : batch + 1;
                try (Bench second = new Bench(Bench.settings(left))) {
                    second.now = first.now;
                    second.turns.take(true);
                    finish(second, again);
                    Map<String, String> together = sent(second.cloud.published, before);
                    assertThat(together).as("killed after commit " + batch).isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void aKillDuringACloudOutageLosesNoWindowAndChangesNone() {
        Map<String, String> whole = withoutKill();
        Path home = folder.resolve("outage");
        for (int batch = 0; batch < BATCHES.size(); batch++) {
            try (Bench life = new Bench(Bench.settings(home))) {
                life.cloudIs(false);
                life.now = life.now.plusMillis(batch);
                deliver(life, batch);
            }
        }
        try (Bench last = new Bench(Bench.settings(home))) {
            last.now = last.now.plusSeconds(1);
            finish(last, BATCHES.size());
            assertThat(sent(last.cloud.published, new LinkedHashMap<>())).isEqualTo(whole);
            assertThat(last.sequences()).hasSize(whole.size());
        }
    }
}
