package org.plantdeck.bridge;

import org.plantdeck.bridge.windows.Sample;
import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Readings that wait for their commit. Nothing is given up: a full inbox holds back the network.
 * Threads: {@link #accept} from the link's delivery thread, the rest from the bridge's own.
 */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Waiting readings that are committed at once, without waiting for the interval. */
    static final int COMMIT_AT = 8;

    private static final int CAPACITY = 256;

    private final BlockingQueue<Arrival> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong malformed = new AtomicLong();
    private final Runnable wake;

    /**
     * An empty inbox.
     *
     * @param wake called when enough wait for a commit
     */
    Inbox(Runnable wake) {
        this.wake = wake;
    }

    /** Takes a message from a source's topic; waits for room. */
    void accept(FactorySource source, Delivery delivery) throws InterruptedException {
        switch (ReadingCodec.decode(source, delivery.body())) {
            case Decoded.Sound<Reading>(Reading reading) -> {
                waiting.put(new Arrival(reading.run(), Sample.of(reading), delivery::acknowledge));
                if (waiting.size() >= COMMIT_AT) {
                    wake.run();
                }
            }
            case Decoded.Malformed<Reading>(String reason) -> {
                delivery.acknowledge();
                if (malformed.getAndIncrement() == 0) {
                    LOG.atWarn()
                            .addKeyValue("topic", delivery.topic())
                            .addKeyValue("reason", reason)
                            .log("Left out a malformed reading");
                }
            }
        }
    }

    /** Moves what waits into a list, in the order it came. */
    void drainTo(List<Arrival> list) {
        waiting.drainTo(list);
    }

    int size() {
        return waiting.size();
    }

    /** Malformed messages since this was last asked. */
    long takeMalformed() {
        return malformed.getAndSet(0);
    }
}
