package org.plantdeck.historian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.line;

import org.junit.jupiter.api.Test;
import org.plantdeck.fixtures.PostgresCluster;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

class KilledServerTest {

    private static final int KILLS = 3;

    /** Appends reading by reading until the server is gone; gives the last that was committed. */
    private static void write(PostgresServer server, AtomicLong committed) {
        try (ReadingStore store = PostgresReadingStore.open(server, () -> Instant.EPOCH)) {
            while (true) {
                store.append(ReadingBatch.of(List.of(line(committed.get() + 1))));
                committed.incrementAndGet();
            }
        } catch (StoreFailure gone) {
            assertThat(gone.kind()).isEqualTo(StoreFailure.Kind.PASSING);
        }
    }

    @Test
    void nothingThatWasCommittedIsLostWhenTheServerIsKilled() throws Exception {
        try (PostgresCluster cluster = PostgresCluster.start(OnPostgres.programs(), true)) {
            PostgresServer server =
                    new PostgresServer(
                            cluster.url("postgres"),
                            Optional.of(PostgresCluster.USER),
                            Optional.of(OnPostgres.passwordFile()));
            AtomicLong committed = new AtomicLong();
            for (int kill = 1; kill <= KILLS; kill++) {
                long enough = committed.get() + 30;
                CompletableFuture<Void> killed =
                        CompletableFuture.runAsync(() -> killAfter(cluster, committed, enough));
                write(server, committed);
                killed.join();
                cluster.start();
                assertComplete(server, committed);
            }
        }
    }

    private static void killAfter(PostgresCluster cluster, AtomicLong committed, long enough) {
        while (committed.get() < enough) {
            Thread.onSpinWait();
        }
        try {
            cluster.kill();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The one that was under way may have been committed without word of it. */
    private static void assertComplete(PostgresServer server, AtomicLong committed)
            throws StoreFailure {
        try (HistorianQueries history = PostgresQueries.open(server)) {
            assertThat(history.rows("factory/line1"))
                    .isBetween(committed.get(), committed.get() + 1);
            assertThat(history.counts().missing()).isZero();
        }
    }
}
