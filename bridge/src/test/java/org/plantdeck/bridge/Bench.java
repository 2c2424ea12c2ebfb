package org.plantdeck.bridge;

import org.plantdeck.bridge.store.BridgeStore;
import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.ResendRequest;
import org.plantdeck.signal.WindowCodec;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A bridge between two fake links whose turns a test takes, one at a time, on its own thread. */
final class Bench implements AutoCloseable {

    static final URI NOWHERE = URI.create("tcp://127.0.0.1:1");

    final FakeLink local = new FakeLink();
    final FakeLink cloud = new FakeLink();
    final Turns turns;
    final BridgeStore store;
    Instant now = Instant.parse("2026-11-21T12:00:00Z");

    Bench(BridgeSettings settings) {
        store = BridgeStore.open(settings.database());
        turns = new Turns(settings, store, new Turns.Links(local, cloud), () -> now, () -> {});
        for (FactorySource source : FactorySource.values()) {
            local.subscribe(source.topic(), 1, delivery -> turns.inbox().accept(source, delivery));
        }
        cloud.subscribe(AnalyticsWindow.RESEND_TOPIC, 1, turns.resends()::accept);
    }

    static BridgeSettings settings(Path folder) {
        return settings(folder, BridgeSettings.DEFAULT_AGGREGATION_INTERVAL);
    }

    /** Windows of a length; gaps in the numbers hold nothing open. */
    static BridgeSettings settings(Path folder, Duration interval) {
        BridgeSettings usual = BridgeSettings.of(NOWHERE, NOWHERE, folder.resolve("bridge.db"));
        return new BridgeSettings(
                usual.localBroker(),
                usual.cloudBroker(),
                usual.database(),
                interval,
                usual.lateness(),
                usual.silence(),
                Duration.ZERO,
                usual.commitInterval(),
                usual.outboxCapacity(),
                usual.keep(),
                usual.keptCapacity(),
                usual.thresholds());
    }

    FakeLink.Sent deliver(Reading reading) {
        return local.deliver(reading.source().topic(), ReadingCodec.encode(reading));
    }

    /** All three sources from one second to before another, and everything committed. */
    void run(String run, long from, long to) {
        for (long second = from; second < to; second++) {
            for (FactorySource source : FactorySource.values()) {
                deliver(FactoryReadings.at(run, source, second));
            }
            turns.take(false);
        }
        turns.take(true);
    }

    void run(long from, long to) {
        run("run", from, to);
    }

    void pass(Duration wallTime) {
        now = now.plus(wallTime);
        turns.take(true);
    }

    void ask(String run, long from, long to) {
        cloud.deliver(
                AnalyticsWindow.RESEND_TOPIC, WindowCodec.encode(new ResendRequest(run, from, to)));
    }

    void cloudIs(boolean up) {
        cloud.phase = up ? LinkState.Phase.UP : LinkState.Phase.DOWN;
    }

    /** The windows handed to the cloud link so far. */
    List<AnalyticsWindow> windows() {
        List<AnalyticsWindow> windows = new ArrayList<>();
        for (Publication publication : cloud.published) {
            windows.add(window(publication.body()));
        }
        return windows;
    }

    static AnalyticsWindow window(byte[] body) {
        return switch (WindowCodec.decode(body)) {
            case Decoded.Sound<AnalyticsWindow>(AnalyticsWindow window) -> window;
            case Decoded.Malformed<AnalyticsWindow>(String reason) ->
                    throw new AssertionError(reason);
        };
    }

    List<Long> sequences() {
        return windows().stream().map(AnalyticsWindow::sequence).toList();
    }

    long figure(String path) {
        return (long) turns.health().figures().number(path).orElseThrow();
    }

    String word(String path) {
        return turns.health().figures().text(path);
    }

    @Override
    public void close() {
        store.close();
    }
}
