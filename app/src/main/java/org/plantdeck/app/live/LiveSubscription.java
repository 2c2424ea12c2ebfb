package org.plantdeck.app.live;

import java.util.concurrent.atomic.AtomicBoolean;

/** What somebody sees of the plant until they close it. Threads: any. */
public final class LiveSubscription implements AutoCloseable {

    private final Runnable end;
    private final AtomicBoolean closed = new AtomicBoolean();

    LiveSubscription(Runnable end) {
        this.end = end;
    }

    /** Ends it. Does nothing the second time. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            end.run();
        }
    }
}
