package org.plantdeck.plantruntime.support;

import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkSettings.Session;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the parts have said last, asked of the brokers, which retain it. Threads: one asks; what
 * comes is taken on the links' threads.
 */
public final class StatusCollector {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);
    private static final int MOST = 64;

    private StatusCollector() {}

    /**
     * Waits until so many components have been heard, or the time is over.
     *
     * @param brokers where to ask
     * @param components how many there are in a whole plant
     * @param atMost how long to wait
     */
    public static List<PartStatus> collect(
            LinkFactory links, List<URI> brokers, int components, Duration atMost) {
        Map<String, PartStatus> heard = new ConcurrentHashMap<>();
        CountDownLatch missing = new CountDownLatch(components);
        String identity = "Support-" + UUID.randomUUID().toString().substring(0, 8);
        List<MqttLink> open = new ArrayList<>();
        try {
            for (URI broker : brokers) {
                MqttLink link =
                        links.link(
                                new LinkSettings(
                                        broker, identity, Session.CLEAN, "", KEEP_ALIVE, 1, 1));
                open.add(link);
                link.subscribe(
                        "status/+",
                        0,
                        DeliveryHandler.acknowledging(it -> take(it.body(), heard, missing)));
                link.start();
            }
            var _ = missing.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            open.forEach(MqttLink::close);
        }
        return List.copyOf(heard.values());
    }

    private static void take(byte[] body, Map<String, PartStatus> heard, CountDownLatch missing) {
        if (StatusCodec.decode(body) instanceof Decoded.Sound<PartStatus>(PartStatus status)
                && heard.size() < MOST
                && heard.put(status.component(), status) == null) {
            missing.countDown();
        }
    }
}
