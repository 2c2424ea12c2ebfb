package org.plantdeck.plcsim.runner;

import org.jspecify.annotations.Nullable;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** What screens and settings ask of the plant, on its way to the next tick. Threads: any. */
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

    CompletableFuture<Void> inject(Fault fault) {
        return add(new Request.Inject(fault, new CompletableFuture<>()));
    }

    CompletableFuture<Void> end(FaultKind kind) {
        return add(new Request.End(kind, new CompletableFuture<>()));
    }

    private CompletableFuture<Void> add(Request request) {
        if (!waiting.offer(request)) {
            request.done()
                    .completeExceptionally(
                            new IllegalStateException("Too many faults are asked for at once"));
        }
        return request.done();
    }

    /** The next request; null when none waits. */
    @Nullable Request poll() {
        return waiting.poll();
    }
}
