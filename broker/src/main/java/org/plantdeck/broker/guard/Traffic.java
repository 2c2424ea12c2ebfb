package org.plantdeck.broker.guard;

import java.util.concurrent.atomic.LongAdder;

/** What came in, went out and was dropped since the broker started. Threads: any. */
@SuppressWarnings("EnumOrdinal") // a place in an array, stored nowhere
public final class Traffic {

    private final Meter messagesIn = new Meter();
    private final Meter messagesOut = new Meter();
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
        messagesIn.add(1);
        bytesIn.add(bytes);
    }

    void out(int bytes) {
        messagesOut.add(1);
        bytesOut.add(bytes);
    }

    /** Counts something that was dropped, refused or cut off. */
    public void count(Reason reason) {
        reasons[reason.ordinal()].increment();
    }

    /** PUBLISH packets received. */
    public long messagesIn() {
        return messagesIn.count();
    }

    /** PUBLISH packets sent. */
    public long messagesOut() {
        return messagesOut.count();
    }

    /** Bytes of the PUBLISH packets received. */
    public long bytesIn() {
        return bytesIn.sum();
    }

    /** Bytes of the PUBLISH packets sent. */
    public long bytesOut() {
        return bytesOut.sum();
    }

    /** PUBLISH packets received in a second, of the last seconds. */
    public double messagesInPerSecond() {
        return messagesIn.perSecond();
    }

    /** PUBLISH packets sent in a second, of the last seconds. */
    public double messagesOutPerSecond() {
        return messagesOut.perSecond();
    }

    /** How often something was dropped, refused or cut off for a reason. */
    public long counted(Reason reason) {
        return reasons[reason.ordinal()].sum();
    }

    /** Messages that were accepted and did not reach everybody they were for. */
    public long messagesDropped() {
        long dropped = 0;
        for (Reason reason : Reason.values()) {
            dropped += reason.isLoss() ? counted(reason) : 0;
        }
        return dropped;
    }

    void tick(double seconds) {
        messagesIn.tick(seconds);
        messagesOut.tick(seconds);
    }
}
