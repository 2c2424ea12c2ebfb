package org.plantdeck.bench.broker;

import io.netty.buffer.ByteBuf;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What one subscriber received of one phase, every message once. Threads: written by the
 * subscriber's event loop; the counts may be read by any thread, the latencies when the phase is
 * over.
 */
final class Tally {

    /** The phase before the first. */
    static final Tally NONE = new Tally(new Phase(0, 0), 0);

    private final Phase phase;
    private final BitSet seen = new BitSet();
    private final long[] latencies;

    private volatile long received;
    private volatile long repeated;
    private volatile long lastNanos;

    /**
     * Nothing yet.
     *
     * @param samples of how many messages the latency is kept, the first ones
     */
    Tally(Phase phase, int samples) {
        this.phase = phase;
        this.latencies = new long[samples];
        this.lastNanos = phase.startNanos();
    }

    // Written by one event loop alone.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void arrived(ByteBuf payload) {
        if (payload.readableBytes() < Stamp.BYTES || Stamp.phase(payload) != phase.id()) {
            return;
        }
        int number = Math.toIntExact(Stamp.number(payload));
        if (seen.get(number)) {
            repeated++;
            return;
        }
        seen.set(number);
        long now = System.nanoTime();
        long before = received;
        if (before < latencies.length) {
            latencies[(int) before] = now - Stamp.dueNanos(payload);
        }
        lastNanos = now;
        received = before + 1;
    }

    /** Different messages. */
    long received() {
        return received;
    }

    /** Messages that had come before. */
    long repeated() {
        return repeated;
    }

    /** When the last one came, or the start of the phase, by System.nanoTime. */
    long lastNanos() {
        return lastNanos;
    }

    /** From the moment each was to be sent, in nanoseconds, in the order they came. */
    long[] latencies() {
        return Arrays.copyOf(latencies, (int) Math.min(received, latencies.length));
    }
}
