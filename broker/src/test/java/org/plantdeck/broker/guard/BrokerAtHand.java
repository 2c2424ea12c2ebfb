package org.plantdeck.broker.guard;

import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.broker.limits.Limits;
import org.plantdeck.broker.limits.QueueLimits;
import org.plantdeck.fixtures.FreePorts;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;

/** A broker on a free port, with what a test wants of it. */
final class BrokerAtHand implements AutoCloseable {

    private final int port = FreePorts.one();
    private final EmbeddedBroker broker;

    private BrokerAtHand(Path directory, Limits limits, QueueLimits queues, Admission admission) {
        BrokerSettings usual = BrokerSettings.open("local-broker", "127.0.0.1", port, directory);
        broker =
                EmbeddedBroker.of(
                        new BrokerSettings(
                                usual.name(),
                                usual.listeners(),
                                directory,
                                usual.certificates(),
                                limits,
                                queues,
                                () -> admission));
        broker.start();
    }

    static BrokerAtHand usual(Path directory) {
        return with(directory, BrokerSettings.USUAL_LIMITS, BrokerSettings.USUAL_QUEUES);
    }

    static BrokerAtHand with(Path directory, Limits limits, QueueLimits queues) {
        return new BrokerAtHand(
                directory,
                limits,
                queues,
                candidate -> admitted(Rights.everything(candidate.user().orElse("guest"))));
    }

    /** One where a user may do what a rule says: user and topic, the same for both ways. */
    static BrokerAtHand ruled(Path directory, BiPredicate<String, String> rule) {
        return new BrokerAtHand(
                directory,
                BrokerSettings.USUAL_LIMITS,
                BrokerSettings.USUAL_QUEUES,
                candidate -> admitted(rights(candidate.user().orElse("guest"), rule)));
    }

    private static CompletableFuture<Admission.Decision> admitted(Rights rights) {
        return CompletableFuture.completedFuture(new Admission.Decision.Admitted(rights));
    }

    private static Rights rights(String user, BiPredicate<String, String> rule) {
        return new Rights() {
            @Override
            public String user() {
                return user;
            }

            @Override
            public boolean mayPublish(String topic) {
                return rule.test(user, topic);
            }

            @Override
            public boolean mayReceive(String topic) {
                return rule.test(user, topic);
            }

            @Override
            public boolean mayReceiveAnyOf(String filter) {
                return filter.contains("#") || rule.test(user, filter);
            }
        };
    }

    int port() {
        return port;
    }

    long counted(Reason reason) {
        return broker.traffic().counted(reason);
    }

    EmbeddedBroker broker() {
        return broker;
    }

    @Override
    public void close() {
        broker.close();
    }
}
