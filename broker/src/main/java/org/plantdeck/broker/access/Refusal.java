package org.plantdeck.broker.access;

/** Why somebody may not connect. */
public enum Refusal {
    /** There is no such user, or the password is another. */
    BAD_CREDENTIALS("user name or password is wrong"),
    /** Nobody may connect here without credentials. */
    GUESTS_NOT_ALLOWED("a user name and password, or a certificate, is needed here"),
    /**
     * Too many wrong passwords came from there; it is over a minute after the last that counted.
     */
    TOO_MANY_FAILURES("too many wrong passwords; wait a minute"),
    /** The common name of the certificate cannot be a name in topics. */
    UNUSABLE_CERTIFICATE_NAME("the common name of the certificate can be nobody's name"),
    /** The client id is the name of a part or user that the identity is not. */
    CLIENT_ID_OF_ANOTHER("the client id is the name of another; choose one of your own");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** Why, in words for a log or a screen. */
    public String sentence() {
        return sentence;
    }
}
