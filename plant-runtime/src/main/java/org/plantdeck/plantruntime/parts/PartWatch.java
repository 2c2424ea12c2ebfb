package org.plantdeck.plantruntime.parts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Looks after the parts of a process: when all are at work, and when the last has ended by itself.
 * Threads: any; the looks are taken on a thread of its own.
 */
final class PartWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PartWatch.class);
    private static final long READY_CHECK_MILLIS = 20;
    private static final long ALIVE_CHECK_MILLIS = 500;

    private final List<PartSlot> slots;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final Set<PartName> ends = EnumSet.noneOf(PartName.class);
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("part-watch").daemon().factory());

    PartWatch(Collection<PartSlot> slots) {
        this.slots = List.copyOf(slots);
    }

    /** Completes when every part that was not stopped again is connected and at work. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Completes, with the reason, when every part has ended by itself. */
    CompletableFuture<String> ended() {
        return ended;
    }

    /** Begins to look, once every part was started. */
    void begin() {
        every(
                READY_CHECK_MILLIS,
                () -> slots.stream().allMatch(PartWatch::isReadyOrStopped),
                ready);
        try {
            var _ =
                    thread.scheduleWithFixedDelay(
                            this::look,
                            ALIVE_CHECK_MILLIS,
                            ALIVE_CHECK_MILLIS,
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.atTrace().log("The watch has ended");
        }
    }

    private static boolean isReadyOrStopped(PartSlot slot) {
        return slot.state() == PartState.STOPPED || slot.isReady();
    }

    /**
     * Waits until parts are connected and at work.
     *
     * @return whether they are; not where the time is over or the watch has ended
     */
    boolean awaitReady(List<PartSlot> listeners, Duration atMost) {
        CompletableFuture<Void> listening = new CompletableFuture<>();
        every(
                READY_CHECK_MILLIS,
                () -> thread.isShutdown() || listeners.stream().allMatch(PartSlot::isReady),
                listening);
        try {
            listening.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            listening.complete(null);
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Completes a future once a condition holds. */
    private void every(long millis, BooleanSupplier condition, CompletableFuture<Void> future) {
        try {
            var check =
                    thread.scheduleWithFixedDelay(
                            () -> {
                                if (condition.getAsBoolean()) {
                                    future.complete(null);
                                }
                            },
                            0,
                            millis,
                            TimeUnit.MILLISECONDS);
            var _ = future.whenComplete((_, _) -> check.cancel(false));
        } catch (RejectedExecutionException closed) {
            LOG.atTrace().log("The watch has ended");
        }
    }

    /** Looks which parts have ended by themselves. One thread at a time. */
    void look() {
        for (PartSlot slot : slots) {
            Optional<String> reason = slot.endByItself();
            if (reason.isEmpty()) {
                ends.remove(slot.name());
            } else if (ends.add(slot.name())) {
                note(slot.name(), reason.get());
            }
        }
    }

    private void note(PartName name, String reason) {
        LOG.atError()
                .addKeyValue("part", name.word())
                .addKeyValue("reason", reason)
                .log("The part has ended");
        if (ends.size() == slots.size()) {
            ended.complete(name.word() + " has ended: " + reason);
        }
    }

    /** Looks no more. */
    void close() {
        thread.shutdown();
    }
}
