package org.plantdeck.broker.listen;

/**
 * One open port of a broker.
 *
 * @param setting the key that sets the port, for messages: {@code local-broker.tls-port}
 * @param transport what is spoken below MQTT
 * @param bind address to listen on
 * @param port 1 to 65535
 * @param needsCertificate whether a client must show a certificate; with TLS only
 * @param isSpare whether it is left out where its port is taken, else the broker does not start
 */
public record Listener(
        String setting,
        Transport transport,
        String bind,
        int port,
        boolean needsCertificate,
        boolean isSpare) {

    /** What is spoken below MQTT. */
    public enum Transport {
        TCP,
        TLS,
        WEBSOCKET,
        SECURE_WEBSOCKET;

        /** Whether the connection is encrypted. */
        public boolean isSecure() {
            return this == TLS || this == SECURE_WEBSOCKET;
        }

        /** Whether MQTT goes in WebSocket frames. */
        public boolean isWebSocket() {
            return this == WEBSOCKET || this == SECURE_WEBSOCKET;
        }
    }

    /** A plain TCP port. */
    public static Listener tcp(String setting, String bind, int port) {
        return new Listener(setting, Transport.TCP, bind, port, false, false);
    }
}
