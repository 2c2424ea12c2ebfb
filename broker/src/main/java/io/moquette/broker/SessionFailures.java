package io.moquette.broker;

import org.jspecify.annotations.NullMarked;

/** Hears of commands that failed. Threads: called on a session loop. */
@NullMarked
@FunctionalInterface
public interface SessionFailures {

    /**
     * A command of a client has failed.
     *
     * @param clientId whose command it was
     */
    void failed(String clientId, Throwable cause);
}
