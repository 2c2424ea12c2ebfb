package org.plantdeck.bench.broker;

import io.netty.buffer.ByteBuf;

import org.plantdeck.bench.mqtt.Source;

/**
 * The messages of one publisher in one phase. All publishers of a phase share its numbers: each has
 * every so-manieth. Threads: the publisher's event loop.
 */
final class Stamped implements Source {

    /** Bytes of every payload. */
    static final int PAYLOAD_BYTES = 200;

    private final Phase phase;
    private final Route route;
    private final Pace pace;
    private final int publisher;
    private long count;

    /**
     * The share of one publisher.
     *
     * @param publisher which of them it is, from 0
     */
    Stamped(Phase phase, Route route, Pace pace, int publisher) {
        this.phase = phase;
        this.route = route;
        this.pace = pace;
        this.publisher = publisher;
    }

    @Override
    public String topic() {
        return route.topic(publisher);
    }

    @Override
    public int qos() {
        return route.qos();
    }

    @Override
    public int payloadBytes() {
        return PAYLOAD_BYTES;
    }

    @Override
    public boolean isDue() {
        return count < pace.messagesEach()
                && (!pace.isScheduled() || dueNanos() <= System.nanoTime());
    }

    private long number() {
        return publisher + count * route.publishers();
    }

    private long dueNanos() {
        return phase.startNanos() + number() * pace.intervalNanos();
    }

    @Override
    public void fill(ByteBuf payload) {
        long due = pace.isScheduled() ? dueNanos() : System.nanoTime();
        Stamp.write(payload, phase.id(), number(), due);
        payload.writeZero(PAYLOAD_BYTES - Stamp.BYTES);
        count++;
    }
}
