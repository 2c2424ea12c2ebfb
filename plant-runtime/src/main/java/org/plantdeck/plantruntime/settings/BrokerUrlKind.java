package org.plantdeck.plantruntime.settings;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where brokers are: {@code tcp://host:port}, and {@code ssl}, {@code ws} and {@code wss}; {@code
 * mqtt} and {@code mqtts} mean the first two.
 */
record BrokerUrlKind() implements Kind<URI> {

    private static final String WEBSOCKET_PATH = "/mqtt";

    private static final Scheme TCP = new Scheme("tcp", 1883, false, false);
    private static final Scheme SSL = new Scheme("ssl", 8883, true, false);
    private static final Map<String, Scheme> SCHEMES =
            Map.of(
                    "tcp",
                    TCP,
                    "mqtt",
                    TCP,
                    "ssl",
                    SSL,
                    "mqtts",
                    SSL,
                    "ws",
                    new Scheme("ws", 80, false, true),
                    "wss",
                    new Scheme("wss", 443, true, true));

    /** What is spoken, its usual port, and whether there is a path. */
    private record Scheme(String name, int usualPort, boolean secure, boolean hasPath) {

        boolean allows(URI url) {
            String path = url.getPath() == null ? "" : url.getPath();
            return (hasPath || path.isEmpty() || path.equals("/"))
                    && !(secure && url.getHost().startsWith("["));
        }

        URI normal(URI url) {
            int port = url.getPort() < 0 ? usualPort : url.getPort();
            String path = url.getRawPath() == null ? "" : url.getRawPath();
            String shown = !hasPath ? "" : path.isEmpty() ? WEBSOCKET_PATH : path;
            return URI.create(name + "://" + url.getHost() + ":" + port + shown);
        }
    }

    @Override
    public Optional<URI> read(String text) {
        try {
            URI url = new URI(text.strip());
            return scheme(url).map(it -> it.normal(url));
        } catch (URISyntaxException notUrl) {
            return Optional.empty();
        }
    }

    private static Optional<Scheme> scheme(URI url) {
        @Nullable String scheme = url.getScheme();
        boolean isPlain =
                scheme != null
                        && url.getHost() != null
                        && url.getPort() != 0
                        && url.getPort() <= 65_535
                        && url.getUserInfo() == null
                        && url.getQuery() == null
                        && url.getFragment() == null;
        return isPlain
                ? Optional.ofNullable(SCHEMES.get(scheme.toLowerCase(Locale.ROOT)))
                        .filter(it -> it.allows(url))
                : Optional.empty();
    }

    @Override
    public String write(URI value) {
        return value.toString();
    }

    @Override
    public String requirement() {
        return "a broker's address with tcp, ssl, ws or wss, such as ssl://192.168.1.20:8883";
    }

    @Override
    public String hint() {
        return "; a user name and password are settings of their own, only ws and wss have a path,"
                + " and with TLS an IPv6 address needs a name";
    }
}
