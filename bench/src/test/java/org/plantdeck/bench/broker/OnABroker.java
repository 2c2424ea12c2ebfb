package org.plantdeck.bench.broker;

import org.plantdeck.bench.mqtt.Endpoint;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.broker.listen.Listener;
import org.plantdeck.broker.listen.Listener.Transport;
import org.plantdeck.fixtures.FreePorts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The embedded broker in this process, as a subject; closes all of it. */
final class OnABroker implements SubjectSource, AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Loops loops = new Loops();
    private final Endpoint endpoint;
    private final Optional<Endpoint> tls;
    private final EmbeddedBroker broker;

    private OnABroker(BrokerSettings settings, Optional<Endpoint> tls) {
        endpoint = Endpoint.tcp(HOST, settings.listeners().getFirst().port());
        this.tls = tls;
        broker = EmbeddedBroker.of(settings);
        broker.start();
    }

    /** One on a TCP port alone. */
    static OnABroker plain(Path directory) {
        return new OnABroker(settings(directory), Optional.empty());
    }

    /** One on a port with TLS beside that. */
    static OnABroker secure(Path directory) {
        Path certificates = directory.resolve("certs");
        TlsPort port = TlsPort.with(certificates, FreePorts.one());
        BrokerSettings plain = settings(directory.resolve("broker"));
        Listener listener =
                new Listener(
                        "local-broker.tls-port", Transport.TLS, HOST, port.port(), false, false);
        return new OnABroker(
                new BrokerSettings(
                        plain.name(),
                        List.of(plain.listeners().getFirst(), listener),
                        plain.directory(),
                        Optional.of(certificates),
                        plain.limits(),
                        plain.queues(),
                        plain.admission()),
                Optional.of(port.on(HOST)));
    }

    private static BrokerSettings settings(Path directory) {
        return BrokerSettings.open("local-broker", HOST, FreePorts.one(), directory);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Loops loops() {
        return loops;
    }

    static Deadline deadline() {
        return Deadline.in(Duration.ofMinutes(1));
    }

    Work.Ground ground() {
        return new Work.Ground(loops, start(), this, deadline());
    }

    @Override
    public String title() {
        return "embedded";
    }

    @Override
    public String remark() {
        return "embedded: in the process of the test.";
    }

    @Override
    public Subject start() {
        return new Subject() {
            @Override
            public Endpoint endpoint() {
                return endpoint;
            }

            @Override
            public Optional<Endpoint> tls() {
                return tls;
            }

            @Override
            public OptionalLong pid() {
                return OptionalLong.of(ProcessHandle.current().pid());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {
        loops.close();
        broker.close();
    }
}
