package org.plantdeck.broker.access;

/** What came of an attempt to connect. */
public sealed interface Admission {

    /**
     * It may connect.
     *
     * @param identity as whom
     */
    record Admitted(Identity identity) implements Admission {}

    /**
     * It may not.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Admission {}
}
