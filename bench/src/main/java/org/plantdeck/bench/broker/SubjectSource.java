package org.plantdeck.bench.broker;

/** Makes the same broker again and again, or finds it running. */
interface SubjectSource {

    /** The broker's name and version, for people. */
    String title();

    /** What a reader of its figures must know about its configuration, in one sentence. */
    String remark();

    /**
     * The broker, ready for clients.
     *
     * @throws SubjectFailure where it does not start
     */
    Subject start();
}
