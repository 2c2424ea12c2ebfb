package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.limits.Limits;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hundreds of connections at once, of all manners, beside one who works. */
@Timeout(120)
class ConnectFloodTest {

    private static final int OF_EACH_KIND = 125;
    private static final int CONNECTIONS_MAX = 101;

    @TempDir Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Wire> opened = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        threads.shutdownNow();
        for (Wire wire : opened) {
            wire.close();
        }
    }

    private BrokerAtHand broker(Duration patience) {
        return BrokerAtHand.with(
                directory,
                new Limits(100_000, CONNECTIONS_MAX, CONNECTIONS_MAX, 5, 200_000, patience),
                BrokerSettings.USUAL_QUEUES);
    }

    /** Publishes and receives until it is told to stop; answers how often, at least once. */
    private static int exchange(Wire witness, AtomicBoolean enough) throws IOException {
        int count = 0;
        do {
            assertThat(witness.echo("well " + count)).isEqualTo("well " + count);
            count++;
        } while (!enough.get());
        return count;
    }

    /** What one flood opens: each connection in turn gets its first bytes, or none. */
    private static List<Wire> flood(int port, Opening opening) throws IOException {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < OF_EACH_KIND; i++) {
            Wire wire = new Wire(port);
            wires.add(wire);
            opening.begin(wire, i);
        }
        return wires;
    }

    /** How a connection of a flood begins. */
    @FunctionalInterface
    private interface Opening {
        void begin(Wire wire, int number) throws IOException;
    }

    /** All floods at once; the list of each in the order they are given. */
    private List<List<Wire>> floods(int port, List<Opening> openings) throws Exception {
        List<Callable<List<Wire>>> tasks = new ArrayList<>();
        openings.forEach(opening -> tasks.add(() -> flood(port, opening)));
        List<List<Wire>> wires = new ArrayList<>();
        for (Future<List<Wire>> flood : threads.invokeAll(tasks)) {
            wires.add(flood.get());
            opened.addAll(flood.get());
        }
        return wires;
    }

    private static final List<Opening> MANNERS =
            List.of(
                    (wire, number) -> wire.send(Wire.connect("flood-" + number, it -> it)),
                    (wire, _) -> {},
                    (wire, _) -> wire.bytes(new byte[] {0x10, 0x20, 0, 4, 'M', 'Q'}),
                    (wire, _) -> wire.close());

    @Test
    void aFloodIsHeldAtTheLimitAndOneWhoWorksNoticesNothing() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (BrokerAtHand broker = broker(Duration.ofMinutes(1));
                Wire witness = Wire.witness(broker.port())) {
            Future<Integer> exchanges = threads.submit(() -> exchange(witness, enough));
            List<List<Wire>> wires = floods(broker.port(), MANNERS);
            int accepted = 0;
            for (Wire wire : wires.getFirst()) {
                accepted += wire.answer() == 0 ? 1 : 0;
            }

            assertThat(accepted).isEqualTo(CONNECTIONS_MAX - 1);
            assertThat(broker.broker().clientCount()).isEqualTo(CONNECTIONS_MAX);
            assertThat(broker.counted(Reason.TOO_MANY_CONNECTIONS))
                    .isEqualTo(OF_EACH_KIND - accepted);
            hangUpAndAwaitThatOnlyOneIsLeft(broker, wires);
            enough.set(true);
            assertThat(exchanges.get(30, TimeUnit.SECONDS)).isPositive();
            try (Wire late = Wire.connected(broker.port(), "late")) {
                assertThat(late.subscribed(MqttQoS.AT_LEAST_ONCE, "a")).containsExactly(1);
            }
            assertThat(broker.counted(Reason.FAILURE)).isZero();
        }
    }

    private static void hangUpAndAwaitThatOnlyOneIsLeft(BrokerAtHand broker, List<List<Wire>> wires)
            throws IOException {
        for (Wire wire : wires.stream().flatMap(List::stream).toList()) {
            wire.close();
        }
        while (broker.broker().clientCount() > 1) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoNeverFinishesAConnectIsCutOffWhileOneWhoWorksGoesOn() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (BrokerAtHand broker = broker(Duration.ofMillis(500));
                Wire witness = Wire.witness(broker.port())) {
            Future<Integer> exchanges = threads.submit(() -> exchange(witness, enough));
            for (List<Wire> wires : floods(broker.port(), MANNERS.subList(1, 3))) {
                for (Wire wire : wires) {
                    assertThat(wire.isClosed()).isTrue();
                }
            }

            enough.set(true);
            assertThat(exchanges.get(30, TimeUnit.SECONDS)).isPositive();
            assertThat(broker.counted(Reason.CONNECT_TIMEOUT)).isEqualTo(2 * OF_EACH_KIND);
            assertThat(broker.broker().clientCount()).isEqualTo(1);
        }
    }
}
