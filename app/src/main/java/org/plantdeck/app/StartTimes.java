package org.plantdeck.app;

import org.plantdeck.app.live.Feed;
import org.plantdeck.app.live.LiveListener;
import org.plantdeck.app.live.LivePlant;
import org.plantdeck.app.live.LiveSubscription;
import org.plantdeck.signal.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;

/**
 * Says in the log how long after the start of the process the window and the first live value came.
 * Threads: the screen's.
 */
final class StartTimes {

    private static final Logger LOG = LoggerFactory.getLogger(StartTimes.class);

    private final InstantSource wallClock;
    private Instant window = Instant.MIN;

    StartTimes(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    /** The window is there; it is said once there is a log. */
    void windowIsOpen() {
        window = wallClock.instant();
    }

    /** Waits for the first reading, and ends its subscription with it. */
    void follow(LivePlant live) {
        log("The window is open", window);
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        LiveSubscription subscription =
                live.open(
                        EnumSet.of(Feed.LINE),
                        new LiveListener() {
                            @Override
                            public void reading(Reading reading) {
                                arrived.complete(null);
                            }
                        });
        var _ =
                arrived.thenRun(() -> {
                    subscription.close();
                    log("The first live value is here", wallClock.instant());
                });
    }

    private static void log(String what, Instant at) {
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start ->
                        LOG.atInfo()
                                .addKeyValue("after_ms", Duration.between(start, at).toMillis())
                                .log(what));
    }
}
