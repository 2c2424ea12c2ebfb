package org.plantdeck.broker;

import org.plantdeck.broker.guard.Admission;
import org.plantdeck.broker.guard.Rights;
import org.plantdeck.broker.limits.Limits;
import org.plantdeck.broker.limits.QueueLimits;
import org.plantdeck.broker.listen.Listener;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * How an embedded broker listens, whom it lets in, what it takes and where it keeps its sessions
 * and retained messages.
 *
 * @param name the broker's name in logs and errors: local-broker, cloud-broker
 * @param listeners its ports, at least one
 * @param directory its own folder, made if it is missing; one broker at a time holds it
 * @param certificates the folder of its certificates, made when a port with TLS is opened first;
 *     none for a broker without such ports
 * @param limits what it takes from one client and from all
 * @param queues what may wait for one session
 * @param admission says who is let in, and what they may; asked at each start, where it fails with
 *     a sentence if its files are broken
 */
public record BrokerSettings(
        String name,
        List<Listener> listeners,
        Path directory,
        Optional<Path> certificates,
        Limits limits,
        QueueLimits queues,
        Supplier<Admission> admission) {

    /** What a broker takes unless it is set otherwise. */
    public static final Limits USUAL_LIMITS =
            new Limits(1024 * 1024, 10_000, 10_000, 1_000, 4 * 1024 * 1024, Duration.ofSeconds(10));

    /** What may wait for a session unless it is set otherwise. */
    public static final QueueLimits USUAL_QUEUES = new QueueLimits(100_000, 20, false);

    /** A copy that does not change. */
    public BrokerSettings {
        listeners = List.copyOf(listeners);
    }

    /** A broker on one TCP port which lets everybody in and do everything. */
    public static BrokerSettings open(String name, String bind, int port, Path directory) {
        Admission everybody =
                candidate ->
                        CompletableFuture.completedFuture(
                                new Admission.Decision.Admitted(
                                        Rights.everything(candidate.user().orElse("guest"))));
        return new BrokerSettings(
                name,
                List.of(Listener.tcp(name + ".port", bind, port)),
                directory,
                Optional.empty(),
                USUAL_LIMITS,
                USUAL_QUEUES,
                () -> everybody);
    }
}
