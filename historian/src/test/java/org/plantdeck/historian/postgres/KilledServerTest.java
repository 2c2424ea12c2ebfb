package org.plantdeck.historian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.line;

import org.junit.jupiter.api.Test;
import org.plantdeck.fixtures.PostgresCluster;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class KilledServerTest {

    private static final int KILLS = 2;
    private static final int BEFORE_A_KILL = 30;

    @Test
    void nothingThatWasCommittedIsLostWhenTheServerIsKilled() throws Exception {
        try (PostgresCluster cluster = PostgresCluster.start(OnPostgres.programs())) {
            PostgresServer server =
                    new PostgresServer(
                            cluster.url("postgres"),
                            Optional.of(PostgresCluster.USER),
                            Optional.of(OnPostgres.passwordFile()));
            long committed = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                committed = writtenUntilKilled(cluster, server, committed);
                cluster.start();
                assertComplete(server, committed);
            }
        }
    }

    /** Appends reading by reading while the server is killed; gives the last that was committed. */
    private static long writtenUntilKilled(
            PostgresCluster cluster, PostgresServer server, long before) {
        long committed = before;
        Optional<CompletableFuture<Void>> kill = Optional.empty();
        try (ReadingStore store = PostgresReadingStore.open(server, () -> Instant.EPOCH)) {
            while (true) {
                store.append(ReadingBatch.of(List.of(line(committed + 1))));
                committed++;
                if (committed == before + BEFORE_A_KILL) {
                    kill = Optional.of(CompletableFuture.runAsync(cluster::kill));
                }
            }
        } catch (StoreFailure gone) {
            assertThat(gone.kind()).isEqualTo(StoreFailure.Kind.PASSING);
        }
        kill.orElseThrow().join();
        return committed;
    }

    /** The one that was under way may have been committed without word of it. */
    private static void assertComplete(PostgresServer server, long committed) throws StoreFailure {
        try (HistorianQueries history = PostgresQueries.open(server)) {
            assertThat(history.rows("factory/line1")).isBetween(committed, committed + 1);
            assertThat(history.counts().missing()).isZero();
        }
    }
}
