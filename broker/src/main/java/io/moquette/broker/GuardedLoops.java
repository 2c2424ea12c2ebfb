package io.moquette.broker;

import io.moquette.interception.BrokerInterceptor;

import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.NullMarked;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Moquette's session loops, which no packet can end: what a command throws ends the connection it
 * came from and nothing else. Threads: any.
 */
@NullMarked
final class GuardedLoops extends SessionEventLoopGroup {

    private final SessionTroubles troubles;
    private final String[] keys;

    /**
     * @param capacity commands that may wait for one loop
     */
    GuardedLoops(BrokerInterceptor interceptor, int capacity, SessionTroubles troubles) {
        super(interceptor, capacity);
        this.troubles = troubles;
        keys = new String[getEventLoopCount()];
        for (int found = 0, i = 0; found < keys.length; i++) {
            String key = Integer.toString(i);
            int ordinal = targetQueueOrdinal(key);
            if (keys[ordinal] == null) {
                keys[ordinal] = key;
                found++;
            }
        }
    }

    @Override
    int targetQueueOrdinal(String clientId) {
        return Math.floorMod(clientId.hashCode(), getEventLoopCount());
    }

    @Override
    public PostOffice.RouteResult routeCommand(
            String clientId, String description, Callable<String> action) {
        PostOffice.RouteResult result =
                super.routeCommand(clientId, description, () -> guarded(clientId, action));
        if (!result.isSuccess()) {
            troubles.loopFull();
        }
        return result;
    }

    /** The loop's boundary: whatever a command of one client throws stays with that client. */
    @SuppressWarnings("NullAway") // Moquette's commands answer null
    private String guarded(String clientId, Callable<String> action) {
        try {
            return action.call();
        } catch (MVStoreException e) {
            troubles.storeFailed(e);
            troubles.failed(clientId, e);
            return clientId;
        } catch (Exception | StackOverflowError e) {
            troubles.failed(clientId, e);
            return clientId;
        }
    }

    /**
     * Runs something once every loop has done what it had been given until now, and what that gave
     * to the other loops.
     *
     * @param clientId whose loop is to be first
     */
    void fence(String clientId, Runnable after) {
        PostOffice.RouteResult first =
                routeCommand(
                        clientId,
                        "fence",
                        () -> {
                            fenceAll(after);
                            return clientId;
                        });
        if (!first.isSuccess()) {
            after.run();
        }
    }

    private void fenceAll(Runnable after) {
        AtomicInteger open = new AtomicInteger(keys.length);
        Runnable passed =
                () -> {
                    if (open.decrementAndGet() == 0) {
                        after.run();
                    }
                };
        for (String key : keys) {
            PostOffice.RouteResult result =
                    routeCommand(
                            key,
                            "fence",
                            () -> {
                                passed.run();
                                return key;
                            });
            if (!result.isSuccess()) {
                passed.run();
            }
        }
    }

    /** Waits until every loop has done what it was given; not from a loop. */
    void drain() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        fence(keys[0], done::countDown);
        done.await();
    }
}
