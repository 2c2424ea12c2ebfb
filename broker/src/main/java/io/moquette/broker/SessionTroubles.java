package io.moquette.broker;

import org.jspecify.annotations.NullMarked;

/** Hears of what did not work in the sessions. Threads: called on any session loop. */
@NullMarked
public interface SessionTroubles {

    /**
     * A command of a client has failed.
     *
     * @param clientId whose command it was
     */
    void failed(String clientId, Throwable cause);

    /** A message found the queue of its session full and was dropped, or the oldest for it. */
    void queueFull();

    /**
     * The store of sessions and retained messages cannot be written any more; it may be said again
     * and again.
     */
    void storeFailed(Throwable cause);

    /** A command found the queue of its loop full and was dropped. */
    void loopFull();
}
