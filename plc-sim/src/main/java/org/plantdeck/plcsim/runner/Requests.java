package org.plantdeck.plcsim.runner;

import org.jspecify.annotations.Nullable;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * What screens and settings ask of the plant, on its way to the next tick. Threads: any; one lock
 * guards what is added and the end.
 */
final class Requests {

    private static final int CAPACITY = 256;

    /** Something asked for; the future completes once it is in effect. */
    sealed interface Request {

        CompletableFuture<Void> done();

        /** The input it becomes at a tick. */
        Input at(long tick);

        /** A fault to give the plant. */
        record Inject(Fault fault, CompletableFuture<Void> done) implements Request {
            @Override
            public Input at(long tick) {
                return new Input.FaultInjected(tick, fault);
            }
        }

        /** Faults to end. */
        record End(FaultKind kind, CompletableFuture<Void> done) implements Request {
            @Override
            public Input at(long tick) {
                return new Input.FaultEnded(tick, kind);
            }
        }
    }

    private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private String closed = "";

    CompletableFuture<Void> inject(Fault fault) {
        return add(new Request.Inject(fault, new CompletableFuture<>()));
    }

    CompletableFuture<Void> end(FaultKind kind) {
        return add(new Request.End(kind, new CompletableFuture<>()));
    }

    private CompletableFuture<Void> add(Request request) {
        String refusal = refusal(request);
        if (!refusal.isEmpty()) {
            fail(request, refusal);
        }
        return request.done();
    }

    private synchronized String refusal(Request request) {
        if (!closed.isEmpty()) {
            return closed;
        }
        return waiting.offer(request) ? "" : "Too many faults are asked for at once";
    }

    private static void fail(Request request, String reason) {
        request.done().completeExceptionally(new IllegalStateException(reason));
    }

    /** Takes no more, and fails what waits with the reason. */
    void close(String reason) {
        List<Request> left = new ArrayList<>();
        synchronized (this) {
            closed = reason;
            waiting.drainTo(left);
        }
        left.forEach(request -> fail(request, reason));
    }

    /** The next request; null when none waits. */
    @Nullable Request poll() {
        return waiting.poll();
    }
}
