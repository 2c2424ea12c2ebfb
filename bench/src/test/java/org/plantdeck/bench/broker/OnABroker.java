package org.plantdeck.bench.broker;

import org.plantdeck.bench.mqtt.Endpoint;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.fixtures.FreePorts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** The embedded broker in this process, as a subject; closes all of it. */
final class OnABroker implements SubjectSource, AutoCloseable {

    private final Loops loops = new Loops();
    private final Endpoint endpoint;
    private final EmbeddedBroker broker;

    OnABroker(Path directory) {
        int port = FreePorts.one();
        endpoint = Endpoint.tcp("127.0.0.1", port);
        broker =
                EmbeddedBroker.of(
                        BrokerSettings.open("local-broker", "127.0.0.1", port, directory));
        broker.start();
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
                return Optional.empty();
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
