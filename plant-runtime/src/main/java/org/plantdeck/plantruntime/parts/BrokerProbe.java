package org.plantdeck.plantruntime.parts;

import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connects to a broker once and leaves again, to see whether that works. Threads: any. */
final class BrokerProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final LinkFactory links;

    BrokerProbe(LinkFactory links) {
        this.links = links;
    }

    /** Why a broker does not let the parts in; empty where it does. Takes up to ten seconds. */
    Optional<String> refusal(URI broker) {
        String identity = "plantdeck-" + UUID.randomUUID();
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        try (MqttLink link =
                        links.link(
                                new LinkSettings(
                                        broker,
                                        identity,
                                        LinkSettings.Session.CLEAN,
                                        "",
                                        Duration.ofSeconds(10),
                                        1,
                                        1));
                ScheduledExecutorService looks =
                        Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().name("broker-probe").daemon().factory())) {
            LinkState before = link.state();
            link.subscribe("status/#", 1, DeliveryHandler.acknowledging(_ -> {}));
            link.start();
            var look =
                    looks.scheduleWithFixedDelay(
                            () -> look(before, link.state(), answer),
                            0,
                            BETWEEN_LOOKS.toMillis(),
                            TimeUnit.MILLISECONDS);
            answer.completeOnTimeout(
                    Optional.of("no answer within " + PATIENCE.toSeconds() + " s"),
                    PATIENCE.toMillis(),
                    TimeUnit.MILLISECONDS);
            Optional<String> refusal = answer.join();
            look.cancel(false);
            return refusal;
        }
    }

    private static void look(
            LinkState before, LinkState now, CompletableFuture<Optional<String>> answer) {
        if (now.isUp()) {
            answer.complete(Optional.empty());
        } else if (!now.equals(before)) {
            answer.complete(Optional.of(now.reason()));
        }
    }
}
