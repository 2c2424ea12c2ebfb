package org.plantdeck.broker.access;

import java.util.Optional;

/**
 * Who a connection belongs to, as it was proved when it connected.
 *
 * @param user the proved name: of the users file, of a generated credential, or the common name of
 *     the certificate; {@code guest} for who came without any
 * @param role what it is to the plant
 * @param clientId the MQTT client id; its holder chose it, so it proves nothing
 * @param certificateName the common name of the client certificate; empty where none was shown
 */
public record Identity(String user, Role role, String clientId, Optional<String> certificateName) {

    /** The user name of everybody who came without credentials. */
    public static final String GUEST = "guest";

    /** Somebody who came without credentials. */
    public static Identity guest(String clientId) {
        return new Identity(GUEST, Role.GUEST, clientId, Optional.empty());
    }
}
