package org.plantdeck.plantruntime.parts;

import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Part;
import org.plantdeck.signal.PartFailure;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Parts that only remember what was done with them, as lines such as {@code start plc3 2}. */
final class FakeParts {

    private static final URI NOWHERE = URI.create("tcp://127.0.0.1:1");

    final List<String> events = Collections.synchronizedList(new ArrayList<>());
    final Map<PartName, String> failures =
            Collections.synchronizedMap(new EnumMap<>(PartName.class));
    final Set<PartName> unclosable = Collections.synchronizedSet(EnumSet.noneOf(PartName.class));
    final Set<PartName> endedByThemselves =
            Collections.synchronizedSet(EnumSet.noneOf(PartName.class));
    private final Map<PartName, Runnable> onStart = new EnumMap<>(PartName.class);
    private final Map<PartName, Supplier<RunPart>> makers = new EnumMap<>(PartName.class);

    FakeParts(PartName... names) {
        for (PartName name : names) {
            int[] count = {0};
            makers.put(
                    name,
                    () -> {
                        count[0]++;
                        return new RunPart(
                                new FakePart(name, count[0]),
                                new WatchedLinks(_ -> {
                                    throw new AssertionError("a fake needs no link");
                                }));
                    });
        }
    }

    /** Something to do while a part starts. */
    void onStart(PartName name, Runnable step) {
        onStart.put(name, step);
    }

    PartGroup group() {
        return new PartGroup(makers, new Addresses(NOWHERE, NOWHERE, List.of()));
    }

    /** A watch of slots of these parts, started. */
    List<PartSlot> startedSlots() {
        List<PartSlot> slots = new ArrayList<>();
        makers.forEach((name, maker) -> slots.add(new PartSlot(name, maker)));
        slots.forEach(slot -> {
            slot.make();
            slot.start();
        });
        return slots;
    }

    private final class FakePart implements Part {

        private final PartName name;
        private final String label;
        private boolean closed;

        FakePart(PartName name, int number) {
            this.name = name;
            label = name.word() + " " + number;
        }

        @Override
        public String component() {
            return name.component();
        }

        @Override
        public void start() {
            onStart.getOrDefault(name, () -> {}).run();
            String failure = failures.get(name);
            if (failure != null) {
                throw new PartFailure(failure);
            }
            events.add("start " + label);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public Health health() {
            return endedByThemselves.contains(name)
                    ? new Health(
                            Health.State.OFFLINE, "lost its identity", Leaves.builder().build())
                    : Health.online();
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                events.add("close " + label);
            }
            if (unclosable.contains(name)) {
                throw new IllegalStateException("a fake that does not close");
            }
        }
    }
}
