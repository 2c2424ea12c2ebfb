package org.plantdeck.plcsim.physics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults of the plant and which of them act now. Holds one a kind, and one a kind and sensor
 * for sensor faults, so their number is bounded.
 */
final class FaultBook {

    private static final FaultKind[] KINDS = FaultKind.values();

    /** A fault in the book with what its sensor read when it began. */
    private static final class Entry {
        private final ActiveFault fault;
        private boolean acting;
        private double held;

        Entry(ActiveFault fault) {
            this.fault = fault;
        }

        boolean isLike(Fault other) {
            return fault.fault().kind() == other.kind()
                    && fault.fault().sensor().equals(other.sensor());
        }
    }

    private final long seed;
    private final List<Entry> entries = new ArrayList<>();
    private final ProcessImage<FaultKind> size = new ProcessImage<>("fault.size", KINDS);
    private final ProcessImage<FaultKind> acting = new ProcessImage<>("fault.acting", KINDS);

    FaultBook(long seed) {
        this.seed = seed;
    }

    void inject(Fault fault, Instant at) {
        Instant begins = at.plus(fault.onset());
        entries.removeIf(it -> it.isLike(fault));
        entries.add(new Entry(new ActiveFault(fault, begins, fault.duration().map(begins::plus))));
    }

    void end(FaultKind kind) {
        entries.removeIf(it -> it.fault.fault().kind() == kind);
    }

    List<ActiveFault> list() {
        return entries.stream().map(it -> it.fault).toList();
    }

    /** Decides which faults act in the step that ends now, and forgets those that are over. */
    void update(Instant now) {
        entries.removeIf(it -> it.fault.ends().map(end -> !now.isBefore(end)).orElse(false));
        for (FaultKind kind : KINDS) {
            acting.set(kind, 0);
            size.set(kind, 0);
        }
        for (Entry entry : entries) {
            if (!now.isBefore(entry.fault.begins())) {
                acting.set(entry.fault.fault().kind(), 1);
                size.set(entry.fault.fault().kind(), entry.fault.fault().size());
            }
        }
    }

    /** Whether a fault of a kind acts now. */
    boolean acts(FaultKind kind) {
        return acting.get(kind) > 0;
    }

    /** The size of the fault of a kind that acts now, 0 where none does. */
    double size(FaultKind kind) {
        return size.get(kind);
    }

    /** Lets the sensor faults act on what the sensors read. */
    void distort(ProcessImage<Sensor> readings, PlantTime time) {
        for (Entry entry : entries) {
            Optional<Sensor> sensor = entry.fault.fault().sensor();
            if (sensor.isPresent() && !time.now().isBefore(entry.fault.begins())) {
                distort(entry, sensor.get(), readings, time);
            }
        }
    }

    private void distort(
            Entry entry, Sensor sensor, ProcessImage<Sensor> readings, PlantTime time) {
        SensorScale scale = SensorScale.of(sensor);
        double truth = readings.get(sensor);
        double deviation = entry.fault.fault().size() / 100 * scale.span();
        if (!entry.acting) {
            entry.acting = true;
            entry.held = truth + deviation;
        }
        double wrong =
                switch (entry.fault.fault().kind()) {
                    case STUCK_SENSOR -> entry.held;
                    case DRIFTING_SENSOR -> truth + deviation * hoursSince(entry.fault, time);
                    default -> truth + deviation * noise(sensor, time);
                };
        readings.set(sensor, scale.limited(wrong, truth));
    }

    private double noise(Sensor sensor, PlantTime time) {
        return RandomStream.gaussianAt(seed, sensor.name().hashCode(), time.tick());
    }

    private static double hoursSince(ActiveFault fault, PlantTime time) {
        return Duration.between(fault.begins(), time.now()).toMillis() / 3_600_000.0;
    }

    void archive(StateArchive archive) {
        long count = archive.whole("faults.count", entries.size());
        List<Entry> kept = List.copyOf(entries);
        entries.clear();
        for (int i = 0; i < count; i++) {
            Optional<Entry> saved = i < kept.size() ? Optional.of(kept.get(i)) : Optional.empty();
            entries.add(archive(archive, "faults." + i, saved));
        }
    }

    private static Entry archive(StateArchive archive, String name, Optional<Entry> saved) {
        String text = archive.text(name, saved.map(it -> it.fault.fault().text()).orElse(""));
        String begins =
                archive.text(
                        name + ".begins", saved.map(it -> it.fault.begins().toString()).orElse(""));
        Fault fault = Fault.parse(text);
        Instant from = Instant.parse(begins);
        Entry entry = new Entry(new ActiveFault(fault, from, fault.duration().map(from::plus)));
        entry.acting =
                archive.whole(name + ".acting", saved.map(it -> it.acting ? 1L : 0L).orElse(0L))
                        == 1;
        entry.held = archive.number(name + ".held", saved.map(it -> it.held).orElse(0.0));
        return entry;
    }
}
