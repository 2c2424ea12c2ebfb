package org.plantdeck.app.updates;

import org.plantdeck.plantruntime.updates.UpdateAnswer;

import java.net.URI;
import java.time.Instant;

/** What is known of a newer version. */
public sealed interface UpdateState {

    /** Nobody is asked: no address is set. */
    record Off() implements UpdateState {}

    /**
     * Nobody has been asked yet.
     *
     * @param url who would be
     */
    record NotAsked(URI url) implements UpdateState {}

    /**
     * It is being asked for.
     *
     * @param url where
     */
    record Asking(URI url) implements UpdateState {}

    /**
     * It has been asked for.
     *
     * @param url where
     * @param answer what came of it
     * @param at when, wall time
     */
    record Answered(URI url, UpdateAnswer answer, Instant at) implements UpdateState {}
}
