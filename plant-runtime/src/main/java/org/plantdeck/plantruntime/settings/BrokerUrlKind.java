package org.plantdeck.plantruntime.settings;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where brokers are: {@code tcp://host:port}; {@code mqtt://} means the same. */
record BrokerUrlKind() implements Kind<URI> {

    private static final int USUAL_PORT = 1883;

    @Override
    public Optional<URI> read(String text) {
        try {
            URI url = new URI(text.strip());
            return isBroker(url) ? Optional.of(normal(url)) : Optional.empty();
        } catch (URISyntaxException notUrl) {
            return Optional.empty();
        }
    }

    private static boolean isBroker(URI url) {
        @Nullable String scheme = url.getScheme();
        @Nullable String path = url.getPath();
        return ("tcp".equals(scheme) || "mqtt".equals(scheme))
                && url.getHost() != null
                && url.getPort() != 0
                && url.getPort() <= 65_535
                && url.getUserInfo() == null
                && url.getQuery() == null
                && (path == null || path.isEmpty() || path.equals("/"));
    }

    private static URI normal(URI url) {
        int port = url.getPort() < 0 ? USUAL_PORT : url.getPort();
        return URI.create("tcp://" + url.getHost() + ":" + port);
    }

    @Override
    public String write(URI value) {
        return value.toString();
    }

    @Override
    public String requirement() {
        return "a broker's address such as tcp://192.168.1.20:1883";
    }
}
