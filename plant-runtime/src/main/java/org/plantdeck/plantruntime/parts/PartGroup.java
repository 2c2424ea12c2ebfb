package org.plantdeck.plantruntime.parts;

import org.plantdeck.plcsim.runner.PlantPart;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * The parts of one process from start to end: brokers first, then those who listen, then those who
 * speak, so that nothing is said before somebody hears it; closed in the opposite order, so that
 * what was said is kept. Threads: start from one; close from any, one at a time; the rest from any.
 */
public final class PartGroup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartGroup.class);
    private static final long READY_CHECK_MILLIS = 20;
    private static final long ALIVE_CHECK_MILLIS = 500;

    /** How long those who speak wait for those who listen, where a broker cannot be reached. */
    private static final Duration LISTENERS_WAIT = Duration.ofSeconds(15);

    private final Map<PartName, RunPart> parts;
    private final Addresses brokers;
    private final List<PartName> started = new ArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final Set<PartName> ends = EnumSet.noneOf(PartName.class);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("part-watch").daemon().factory());

    /**
     * @param parts in the order of {@link PartName}; not started yet
     * @param brokers where they find the brokers
     */
    PartGroup(Map<PartName, RunPart> parts, Addresses brokers) {
        this.brokers = brokers;
        this.parts = new LinkedHashMap<>(parts);
    }

    /** Where the parts find the brokers. */
    public Addresses brokers() {
        return brokers;
    }

    /** The plant, where it runs in this process; speed and faults go through it. */
    public Optional<PlantPart> plant() {
        return Optional.ofNullable(parts.get(PartName.PLANT))
                .map(RunPart::part)
                .map(PlantPart.class::cast);
    }

    /** The parts, in the order they start. */
    public List<PartName> names() {
        return List.copyOf(parts.keySet());
    }

    /**
     * Starts the parts one after the other.
     *
     * @throws StartFailure of the first that cannot work; those before it are closed again
     */
    public void start() {
        try {
            for (Map.Entry<PartName, RunPart> entry : parts.entrySet()) {
                if (entry.getKey().role() == PartName.Role.PRODUCER) {
                    awaitListeners();
                }
                startOne(entry.getKey());
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        every(READY_CHECK_MILLIS, () -> allReady(parts.keySet().stream().toList()), ready);
        var _ =
                watch.scheduleWithFixedDelay(
                        this::noticeEnds,
                        ALIVE_CHECK_MILLIS,
                        ALIVE_CHECK_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void startOne(PartName name) {
        synchronized (started) {
            if (closing.get()) {
                throw new PartFailure("ended before " + name.word() + " was started");
            }
            started.add(name);
        }
        try {
            runPart(name).part().start();
        } catch (PartFailure e) {
            throw new StartFailure(name, e);
        }
        LOG.atInfo().addKeyValue("part", name.word()).log("Started");
    }

    private void awaitListeners() {
        List<PartName> listeners =
                parts.keySet().stream().filter(it -> it.role() != PartName.Role.PRODUCER).toList();
        if (allReady(listeners)) {
            return;
        }
        CompletableFuture<Void> listening = new CompletableFuture<>();
        every(READY_CHECK_MILLIS, () -> closing.get() || allReady(listeners), listening);
        try {
            listening.get(LISTENERS_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException unreachable) {
            listening.complete(null);
            LOG.atWarn().log("Some parts are not connected yet; the plant starts without them");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean allReady(List<PartName> names) {
        return names.stream().allMatch(name -> runPart(name).part().isReady());
    }

    private RunPart runPart(PartName name) {
        RunPart part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(name.word() + " is not a part of this process");
        }
        return part;
    }

    /** Completes a future once a condition holds. */
    private void every(long millis, BooleanSupplier condition, CompletableFuture<Void> future) {
        var check =
                watch.scheduleWithFixedDelay(
                        () -> {
                            if (condition.getAsBoolean()) {
                                future.complete(null);
                            }
                        },
                        0,
                        millis,
                        TimeUnit.MILLISECONDS);
        var _ = future.whenComplete((_, _) -> check.cancel(false));
    }

    private void noticeEnds() {
        if (closing.get()) {
            return;
        }
        parts.forEach((name, part) ->
                part.end().filter(_ -> ends.add(name)).ifPresent(reason -> noteEnd(name, reason)));
    }

    private void noteEnd(PartName name, String reason) {
        LOG.atError()
                .addKeyValue("part", name.word())
                .addKeyValue("reason", reason)
                .log("The part has ended");
        if (ends.size() == parts.size()) {
            ended.complete(name.word() + " has ended: " + reason);
        }
    }

    /** Completes when every part is connected and at work. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /** Completes, with the reason, when every part has ended by itself. */
    public CompletableFuture<String> ended() {
        return ended;
    }

    /** Closes the parts, the last started first. Does nothing the second time. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        watch.shutdown();
        List<PartName> open;
        synchronized (started) {
            open = started.reversed().stream().toList();
        }
        open.stream().filter(it -> it.role() != PartName.Role.BROKER).forEach(this::closeOne);
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            open.stream()
                    .filter(it -> it.role() == PartName.Role.BROKER)
                    .forEach(it -> together.execute(() -> closeOne(it)));
        }
    }

    /** The boundary at which the end of one part cannot keep the others from theirs. */
    private void closeOne(PartName name) {
        try {
            runPart(name).part().close();
            LOG.atInfo().addKeyValue("part", name.word()).log("Closed");
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("part", name.word())
                    .setCause(e)
                    .log("The part could not be closed in order");
        }
    }
}
