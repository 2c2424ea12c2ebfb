package org.plantdeck.bench.broker;

import org.plantdeck.bench.mqtt.Endpoint;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/** A broker that runs already, wherever its address says. */
final class UrlSource implements SubjectSource {

    private static final int MQTT_PORT = 1883;

    private final URI url;

    private UrlSource(URI url) {
        this.url = url;
    }

    /** The broker at an address; empty where it is not of the form tcp://host:port. */
    static Optional<UrlSource> of(String text) {
        try {
            URI url = URI.create(text);
            return "tcp".equals(url.getScheme()) && url.getHost() != null
                    ? Optional.of(new UrlSource(url))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String title() {
        return url.toString();
    }

    @Override
    public String remark() {
        return url + ": as it was found running; the memory of its process is not known.";
    }

    @Override
    public Subject start() {
        int port = url.getPort() < 0 ? MQTT_PORT : url.getPort();
        return new Running(Endpoint.tcp(url.getHost(), port));
    }

    /** Somebody else started it, and somebody else will end it. */
    private record Running(Endpoint endpoint) implements Subject {

        @Override
        public Optional<Endpoint> tls() {
            return Optional.empty();
        }

        @Override
        public OptionalLong pid() {
            return OptionalLong.empty();
        }

        @Override
        public void close() {}
    }
}
