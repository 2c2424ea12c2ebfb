package org.plantdeck.broker.access;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Somebody wants to connect.
 *
 * @param clientId the MQTT client id; empty where the broker is to choose one
 * @param user the user name of the CONNECT; empty where it has none
 * @param password the password of the CONNECT; empty where it has none
 * @param certificateName the common name of the client certificate that was verified; empty where
 *     none was shown
 * @param from where from
 * @param openListener whether the listener is bound to anything but loopback
 */
public record Attempt(
        String clientId,
        Optional<String> user,
        Optional<byte[]> password,
        Optional<String> certificateName,
        InetAddress from,
        boolean openListener) {}
