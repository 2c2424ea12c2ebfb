package org.plantdeck.broker.guard;

/**
 * A client that is let in. Its identity is the object's: another connection of the same client is
 * another one.
 */
final class Connected {

    private final String clientId;
    private final Rights rights;

    Connected(String clientId, Rights rights) {
        this.clientId = clientId;
        this.rights = rights;
    }

    String clientId() {
        return clientId;
    }

    Rights rights() {
        return rights;
    }
}
