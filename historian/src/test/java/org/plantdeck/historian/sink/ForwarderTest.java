package org.plantdeck.historian.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.archive.ThinningRules;
import org.plantdeck.historian.recorded.RecordingStore;
import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.ForwardPosition;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class ForwarderTest {

    private static final int MANY = 1_000_000;

    @TempDir private Path folder;
    private final FakeSink sink = new FakeSink();
    private ForwardPosition position = new ForwardPosition(MANY);
    private Optional<ReadingStore> store = Optional.empty();
    private Optional<Forwarder> forwarder = Optional.empty();

    /** A sink that remembers what it was given, and fails as the test wants. */
    private static final class FakeSink {

        private final BlockingQueue<Object> got = new LinkedBlockingQueue<>();
        private volatile boolean away;
        private volatile long poison = -1;
        private final AtomicBoolean diesAfterIt = new AtomicBoolean();

        ReadingStore open() throws StoreFailure {
            requireThere();
            return new ReadingStore() {
                @Override
                public void append(ReadingBatch batch) throws StoreFailure {
                    requireThere();
                    if (batch.readings().stream().anyMatch(it -> it.sequence() == poison)) {
                        throw new StoreFailure(StoreFailure.Kind.CONTENT, "not that one");
                    }
                    got.addAll(batch.readings());
                    got.addAll(batch.observations());
                    if (diesAfterIt.getAndSet(false)) {
                        throw new StoreFailure(StoreFailure.Kind.PASSING, "The sink has died");
                    }
                }

                @Override
                public boolean prune(Duration retention, int rows) {
                    throw new AssertionError("a sink keeps what it was given");
                }

                @Override
                public DataQuality counts() {
                    throw new AssertionError("nobody asks");
                }

                @Override
                public HistoryExtent extent() {
                    throw new AssertionError("nobody asks");
                }

                @Override
                public void close() {}
            };
        }

        private void requireThere() throws StoreFailure {
            if (away) {
                throw new StoreFailure(StoreFailure.Kind.PASSING, "The sink is away");
            }
        }

        Object next() throws InterruptedException {
            return Optional.ofNullable(got.poll(20, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("nothing more is forwarded"));
        }
    }

    private Path database() {
        return folder.resolve("historian.db");
    }

    private ReadingStore openStore() throws StoreFailure {
        store.ifPresent(ReadingStore::close);
        store =
                Optional.of(
                        RecordingStore.open(
                                database(),
                                new RecordingStore.Rules(
                                        Retention.of(Duration.ofDays(30)),
                                        true,
                                        ThinningRules.NONE,
                                        Optional.of(position)),
                                () -> START));
        return store.orElseThrow();
    }

    private void startForwarder() {
        forwarder.ifPresent(Forwarder::close);
        forwarder = Optional.of(new Forwarder(database(), sink::open, position));
        forwarder.orElseThrow().start();
    }

    @AfterEach
    void close() {
        forwarder.ifPresent(Forwarder::close);
        store.ifPresent(ReadingStore::close);
    }

    private static void append(ReadingStore to, Reading... readings) throws StoreFailure {
        to.append(ReadingBatch.of(List.of(readings)));
    }

    private Set<Object> next(int count) throws InterruptedException {
        Set<Object> next = new LinkedHashSet<>();
        while (next.size() < count) {
            next.add(sink.next());
        }
        return next;
    }

    @Test
    void whatIsCommittedIsForwardedInTheOrderItWasLateOrNot() throws Exception {
        ReadingStore main = openStore();
        Reading late = with(line(1), "own.number", Value.of(-0.0));
        Reading early = at(FactorySource.ENERGY, "r9", 1, START.minus(Duration.ofDays(2)));
        Observation other =
                new Observation(
                        "test/a", START, Leaves.builder().put("pid.i", 3).put("on", true).build());
        append(main, line(5));
        append(main, line(5), with(line(5), "pressure", Value.of(77.0)), late);
        startForwarder();
        assertThat(next(2)).containsExactly(line(5), late);

        main.append(new ReadingBatch(List.of(early), List.of(other), 0, 0));
        assertThat(next(2)).containsExactly(early, other);
        assertThat(forwarder.orElseThrow().state().trouble()).isEmpty();
    }

    @Test
    void anOutageOfTheSinkHoldsNobodyUpAndLosesNothing() throws Exception {
        ReadingStore main = openStore();
        sink.away = true;
        startForwarder();
        List<Reading> readings = new ArrayList<>();
        for (int i = 1; i <= 1_300; i++) {
            readings.add(line(i));
        }
        main.append(ReadingBatch.of(readings));
        assertThat(main.counts().stored()).isEqualTo(1_300);
        assertThat(forwarder.orElseThrow().state().waiting()).isEqualTo(1_300);

        sink.away = false;
        assertThat(next(1_300)).containsExactlyElementsOf(readings);
    }

    @Test
    void aSinkThatDiesAfterItTookSomethingIsGivenItAgain() throws Exception {
        sink.diesAfterIt.set(true);
        append(openStore(), line(1), line(2));
        startForwarder();
        assertThat(List.of(sink.next(), sink.next())).containsExactly(line(1), line(2));
        assertThat(List.of(sink.next(), sink.next())).containsExactly(line(1), line(2));
    }

    @Test
    void whatWaitedIsForwardedAfterARestart() throws Exception {
        append(openStore(), line(1), line(2));
        position = new ForwardPosition(MANY);
        ReadingStore main = openStore();
        startForwarder();
        assertThat(next(2)).containsExactly(line(1), line(2));
        append(main, line(3));
        assertThat(next(1)).containsExactly(line(3));
        append(main, line(4)); // removes what has arrived

        position = new ForwardPosition(MANY);
        openStore();
        startForwarder();
        assertThat(next(1)).doesNotContain(line(1), line(2));
    }

    @Test
    void whatTheSinkDoesNotTakeIsLeftOutAndTheOthersGoOn() throws Exception {
        sink.poison = 2;
        append(openStore(), line(1), line(2), line(3));
        startForwarder();
        assertThat(next(2)).containsExactly(line(1), line(3));
        append(store.orElseThrow(), line(4));
        assertThat(next(1)).containsExactly(line(4));
        assertThat(forwarder.orElseThrow().state().refused()).isEqualTo(1);
    }

    @Test
    void beyondTheBacklogTheOldestAreGivenUpAndCounted() throws Exception {
        position = new ForwardPosition(3);
        ReadingStore main = openStore();
        for (int i = 1; i <= 6; i++) {
            append(main, line(i));
        }
        SinkState state = new Forwarder(database(), sink::open, position).state();
        assertThat(state.lost()).isPositive();
        assertThat(state.waiting()).isBetween(3L, 4L);
        startForwarder();
        long forwardable = state.waiting();
        assertThat(next((int) forwardable)).last().isEqualTo(line(6));
    }

    @Test
    void aNewFileInThePlaceOfTheTablesIsForwardedFromItsBeginning() throws Exception {
        append(openStore(), line(1), line(2), line(3));
        startForwarder();
        next(3);
        store.orElseThrow().close();
        store = Optional.empty();
        for (String file : new String[] {"historian.db", "historian.db-wal", "historian.db-shm"}) {
            Files.deleteIfExists(folder.resolve(file));
        }
        append(openStore(), line(7));
        assertThat(next(1)).containsExactly(line(7));
    }
}
