package org.plantdeck.bench.mqtt;

import io.netty.handler.ssl.SslContext;

import org.jspecify.annotations.Nullable;

/**
 * Where a broker listens.
 *
 * @param host name or address
 * @param port TCP port, 1 to 65535
 * @param tls whom to trust and how; null for a listener without TLS
 */
public record Endpoint(String host, int port, @Nullable SslContext tls) {

    /** A listener without TLS. */
    public static Endpoint tcp(String host, int port) {
        return new Endpoint(host, port, null);
    }
}
