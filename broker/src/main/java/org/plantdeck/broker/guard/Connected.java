package org.plantdeck.broker.guard;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** A connected client. Threads: any. */
final class Connected {

    private final String clientId;
    private final Rights rights;
    private final InetSocketAddress from;
    private final int version;
    private final Instant since;
    private final LongAdder in = new LongAdder();
    private final LongAdder out = new LongAdder();

    Connected(Admission.Candidate candidate, Rights rights, int version, Instant since) {
        clientId = candidate.clientId();
        from = candidate.from();
        this.rights = rights;
        this.version = version;
        this.since = since;
    }

    String clientId() {
        return clientId;
    }

    Rights rights() {
        return rights;
    }

    InetSocketAddress from() {
        return from;
    }

    /** Protocol level: 3 is MQTT 3.1, 4 is 3.1.1. */
    int version() {
        return version;
    }

    Instant since() {
        return since;
    }

    LongAdder in() {
        return in;
    }

    LongAdder out() {
        return out;
    }
}
