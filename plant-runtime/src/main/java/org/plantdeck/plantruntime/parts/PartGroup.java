package org.plantdeck.plantruntime.parts;

import org.plantdeck.plcsim.runner.PlantPart;
import org.plantdeck.plcsim.runner.PlcPart;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Part;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The parts of one process from start to end: brokers first, then those who listen, then those who
 * speak, so that nothing is said before somebody hears it; closed in the opposite order, so that
 * what was said is kept. In between an operator may stop and start each of them. The plant and the
 * PLCs of its process are one process image: they start and stop with it, and each PLC may be
 * switched off and on beside it. Threads: any but those of links; starts and stops wait for each
 * other, and the end of all waits for none but the part that is just starting or ending.
 */
public final class PartGroup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartGroup.class);

    /** How long those who speak wait for those who listen, where a broker cannot be reached. */
    private static final Duration LISTENERS_WAIT = Duration.ofSeconds(15);

    private static final Set<PartName> PLCS = Set.of(PartName.PLC1, PartName.PLC2, PartName.PLC3);

    private final Map<PartName, PartSlot> slots = new LinkedHashMap<>();
    private final Addresses brokers;
    private final PartWatch watch;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicBoolean closing = new AtomicBoolean();

    /**
     * @param makers in the order of {@link PartName}; each makes a part that is not started yet
     * @param brokers where they find the brokers
     */
    PartGroup(Map<PartName, Supplier<RunPart>> makers, Addresses brokers) {
        this.brokers = brokers;
        makers.forEach((name, maker) -> slots.put(name, new PartSlot(name, maker)));
        watch = new PartWatch(slots.values());
    }

    /** Where the parts find the brokers. */
    public Addresses brokers() {
        return brokers;
    }

    /** The parts, in the order they start. */
    public List<PartName> names() {
        return List.copyOf(slots.keySet());
    }

    /**
     * Where a part is in its life.
     *
     * @throws IllegalArgumentException where it is not one of {@link #names}
     */
    public PartState state(PartName name) {
        return slot(name).state();
    }

    /**
     * How a part is, in its own words; one that is not there is offline, with the reason.
     *
     * @throws IllegalArgumentException where it is not one of {@link #names}
     */
    public Health health(PartName name) {
        return slot(name).health();
    }

    /**
     * The plant, for its speed and its faults. Ask again each time: a plant that was stopped and
     * started is another one. Empty where it is not running, or not in this process.
     */
    public Optional<PlantPart> plant() {
        return Optional.ofNullable(slots.get(PartName.PLANT))
                .filter(slot -> slot.state() == PartState.RUNNING)
                .flatMap(PartGroup::plant);
    }

    private static Optional<PlantPart> plant(PartSlot slot) {
        return slot.part().filter(PlantPart.class::isInstance).map(PlantPart.class::cast);
    }

    private PartSlot slot(PartName name) {
        PartSlot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException(name.word() + " is not a part of this process");
        }
        return slot;
    }

    /**
     * Starts the parts one after the other.
     *
     * @throws StartFailure of the first that cannot work; those before it are closed again
     */
    public void start() {
        turn.lock();
        try {
            for (PartName name : slots.keySet()) {
                if (!isScannedByPlant(name)) {
                    if (name.role() == PartName.Role.PRODUCER) {
                        awaitListeners();
                    }
                    bringUp(unit(name));
                }
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        } finally {
            turn.unlock();
        }
        watch.begin();
    }

    private void awaitListeners() {
        List<PartSlot> listeners =
                slots.values().stream()
                        .filter(it -> it.name().role() != PartName.Role.PRODUCER)
                        .toList();
        if (!watch.awaitReady(listeners, LISTENERS_WAIT)) {
            LOG.atWarn().log("Some parts are not connected yet; the plant starts without them");
        }
    }

    /**
     * Stops a part: it keeps what it has accepted and says "offline". The others go on without it.
     * With the plant its PLCs stop. Returns once that is done, which takes some seconds where a
     * broker is slow or hangs; does nothing where the part is stopped.
     *
     * @throws PartFailure where the part did not end in order; it is stopped all the same
     * @throws IllegalArgumentException where it is not one of {@link #names}
     */
    public void stop(PartName name) {
        List<PartSlot> unit = unit(name);
        turn.lock();
        try {
            if (!takeDown(unit)) {
                throw new PartFailure(
                        name.word() + " did not end in order; the log says what it may have lost");
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Starts a part that is stopped, where it left off. With the plant its PLCs start, also those
     * that were stopped before. Returns once it works, connected or not; does nothing where the
     * part is running. A part that has ended by itself counts as running: {@link #restart} it.
     *
     * @throws StartFailure where it cannot work, as a broker whose port was taken meanwhile; the
     *     part is stopped then and its health says why
     * @throws PartFailure where the group is closing
     * @throws IllegalArgumentException where it is not one of {@link #names}
     */
    public void start(PartName name) {
        List<PartSlot> unit = unit(name);
        turn.lock();
        try {
            if (state(name) != PartState.RUNNING) {
                refuseWithoutPlant(name);
                bringUp(unit);
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Stops a part, if it is running, and starts it; throws as {@link #start(PartName)} does. A
     * part that does not end in order is started all the same.
     */
    public void restart(PartName name) {
        List<PartSlot> unit = unit(name);
        turn.lock();
        try {
            refuseWithoutPlant(name);
            takeDown(unit);
            bringUp(unit);
        } finally {
            turn.unlock();
        }
    }

    private boolean isScannedByPlant(PartName name) {
        return PLCS.contains(name) && slots.containsKey(PartName.PLANT);
    }

    private void refuseWithoutPlant(PartName name) {
        if (isScannedByPlant(name) && state(PartName.PLANT) != PartState.RUNNING) {
            throw new StartFailure(
                    name,
                    new PartFailure(
                            name.word()
                                    + " is scanned by the plant, which is stopped; start plant,"
                                    + " and "
                                    + name.word()
                                    + " starts with it"));
        }
    }

    /** What starts and ends with a part, in the order it starts. */
    private List<PartSlot> unit(PartName name) {
        PartSlot slot = slot(name);
        List<PartSlot> unit = new ArrayList<>();
        if (name == PartName.PLANT) {
            slots.values().stream().filter(it -> PLCS.contains(it.name())).forEach(unit::add);
        }
        unit.add(slot);
        return unit;
    }

    private void bringUp(List<PartSlot> unit) {
        List<PartSlot> stopped =
                unit.stream().filter(slot -> slot.state() == PartState.STOPPED).toList();
        try {
            stopped.forEach(PartSlot::make);
            wire(stopped);
            stopped.forEach(PartSlot::start);
        } catch (RuntimeException e) {
            takeDown(stopped);
            throw e;
        }
    }

    /** PLCs of the plant's own process are wired to it; others it reaches over the field topics. */
    private void wire(List<PartSlot> made) {
        Optional.ofNullable(slots.get(PartName.PLANT))
                .flatMap(PartGroup::plant)
                .ifPresent(plant -> {
                    for (PartSlot slot : made) {
                        Optional<Part> part = slot.part();
                        if (part.isPresent() && part.get() instanceof PlcPart plc) {
                            plant.attach(plc);
                        }
                    }
                });
    }

    private static boolean takeDown(List<PartSlot> unit) {
        unit.forEach(PartSlot::announceStop);
        boolean inOrder = true;
        for (PartSlot slot : unit.reversed()) {
            inOrder &= slot.stop();
        }
        return inOrder;
    }

    /** Completes when every part is connected and at work, but for those stopped meanwhile. */
    public CompletableFuture<Void> ready() {
        return watch.ready();
    }

    /**
     * Completes, with the reason, when every part has ended by itself; one that an operator stopped
     * has not.
     */
    public CompletableFuture<String> ended() {
        return watch.ended();
    }

    /**
     * Closes the parts, the last started first; none is started after that. Does nothing the second
     * time.
     */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        watch.close();
        List<PartSlot> open = slots.values().stream().toList().reversed();
        open.forEach(PartSlot::announceStop);
        open.stream().filter(it -> it.name().role() != PartName.Role.BROKER).forEach(PartSlot::end);
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            open.stream()
                    .filter(it -> it.name().role() == PartName.Role.BROKER)
                    .forEach(it -> together.execute(it::end));
        }
    }
}
