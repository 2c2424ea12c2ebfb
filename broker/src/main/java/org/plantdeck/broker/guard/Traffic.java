package org.plantdeck.broker.guard;

import java.util.concurrent.atomic.LongAdder;

/** What came in, went out and was dropped since the broker started. Threads: any. */
@SuppressWarnings("EnumOrdinal") // a place in an array, stored nowhere
public final class Traffic {

    private final LongAdder messagesIn = new LongAdder();
    private final LongAdder messagesOut = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAdder[] reasons = new LongAdder[Reason.values().length];

    /** Nothing yet. */
    public Traffic() {
        for (Reason reason : Reason.values()) {
            reasons[reason.ordinal()] = new LongAdder();
        }
    }

    void in(int bytes) {
        messagesIn.increment();
        bytesIn.add(bytes);
    }

    void out(int bytes) {
        messagesOut.increment();
        bytesOut.add(bytes);
    }

    /** Counts something that was dropped, refused or cut off. */
    public void count(Reason reason) {
        reasons[reason.ordinal()].increment();
    }

    /** PUBLISH packets received. */
    public long messagesIn() {
        return messagesIn.sum();
    }

    /** PUBLISH packets sent. */
    public long messagesOut() {
        return messagesOut.sum();
    }

    /** Bytes of the PUBLISH packets received. */
    public long bytesIn() {
        return bytesIn.sum();
    }

    /** Bytes of the PUBLISH packets sent. */
    public long bytesOut() {
        return bytesOut.sum();
    }

    /** How often something was dropped, refused or cut off for a reason. */
    public long counted(Reason reason) {
        return reasons[reason.ordinal()].sum();
    }
}
