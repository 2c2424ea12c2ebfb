package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.plcsim.runner.RestoringArchive.UnfitSnapshot;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * Where a PLC that runs alone keeps its state, in {@code plc1.json}: that of its cycle, its last
 * answers, and its last readings, which a restart publishes once more because nobody knows whether
 * the broker had taken them. Threads: one.
 */
final class PlcStore {

    private static final String ANSWERS = "answers";
    private static final String READINGS = "readings/";

    /** How many of the last readings a restart publishes once more. */
    static final int READINGS_KEPT = 8;

    private final FactorySource source;
    private final Path directory;
    private final DurableFile file;
    private final Deque<Reading> readings = new ArrayDeque<>();

    PlcStore(Path directory, FactorySource source) {
        this.directory = directory;
        this.source = source;
        this.file =
                new DurableFile(
                        directory.resolve(source.plcId().toLowerCase(Locale.ROOT) + ".json"));
    }

    Path path() {
        return file.path();
    }

    /** Makes the directory and looks whether what is there can be resumed. */
    void open() {
        try {
            Files.createDirectories(directory);
            if (file.exists()) {
                Snapshot.decode(file.read());
            }
        } catch (IOException e) {
            throw new PartFailure(
                    "Cannot use %s: %s; choose another directory with --data or set its rights"
                            .formatted(file.path(), e.getMessage()),
                    e);
        } catch (UnfitSnapshot e) {
            throw new PartFailure(
                    "%s cannot be resumed: %s; remove it, and --fresh starts a new run of the plant"
                            .formatted(file.path(), e.getMessage()),
                    e);
        }
    }

    /** Saves the state a scan has led to, with the readings it is about to publish. */
    void save(PlantTime time, ScanCycle cycle, Answers answers, List<Reading> due)
            throws IOException {
        for (Reading reading : due) {
            readings.addLast(reading);
            if (readings.size() > READINGS_KEPT) {
                readings.removeFirst();
            }
        }
        SequencedMap<String, Object> state = new LinkedHashMap<>();
        cycle.archive(new SavingArchive(state, source.plcId()));
        answers.archive(new SavingArchive(state, ANSWERS));
        int number = 0;
        for (Reading reading : readings) {
            state.put(
                    READINGS + number++,
                    new String(ReadingCodec.encode(reading), StandardCharsets.UTF_8));
        }
        file.replace(new Snapshot(time.run(), 0, time.start(), time.tick(), state).encode());
    }

    /**
     * Restores the state of a run, if it is of that run; gives the readings to publish once more.
     */
    List<Reading> load(PlantTime time, ScanCycle cycle, Answers answers) throws IOException {
        readings.clear();
        if (!file.exists()) {
            return List.of();
        }
        Snapshot saved = Snapshot.decode(file.read());
        if (!saved.run().equals(time.run())) {
            return List.of();
        }
        cycle.archive(new RestoringArchive(saved.state(), source.plcId()));
        answers.archive(new RestoringArchive(saved.state(), ANSWERS));
        saved.state()
                .forEach((name, value) -> {
                    if (name.startsWith(READINGS)
                            && ReadingCodec.decode(
                                            source,
                                            value.toString().getBytes(StandardCharsets.UTF_8))
                                    instanceof Decoded.Sound<Reading>(Reading reading)) {
                        readings.addLast(reading);
                    }
                });
        return new ArrayList<>(readings);
    }
}
