package org.plantdeck.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plantdeck.historian.export.ExportProgress;
import org.plantdeck.historian.export.ExportRequest;
import org.plantdeck.historian.export.ExportResult;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

class ExporterTest {

    private static final Path FILE = Path.of("/data/export.csv");
    private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofHours(10));

    private final Steps steps = new Steps();
    private final Exporter exporter = new Exporter(steps);
    private final BlockingQueue<ExportState> seen = new ArrayBlockingQueue<>(100);

    /** An export that goes on when a test says so. */
    private static final class Steps implements Exporter.Source {

        private final BlockingQueue<Optional<Instant>> next = new ArrayBlockingQueue<>(10);

        /** Lets it write the rows up to a time; or to its end. */
        void goOn(Optional<Instant> through) {
            next.add(through);
        }

        @Override
        public HistoryExtent extent() {
            return new HistoryExtent(Optional.of(BEGIN), Optional.of(END), "r1", Optional.of(END));
        }

        @Override
        public ExportResult write(ExportRequest request, Path file, ExportProgress progress) {
            if (request.tags().contains("factory/line1/nothing")) {
                throw new PartFailure("factory/line1/nothing is not a stored tag");
            }
            long rows = 0;
            try {
                for (var step = next.take(); step.isPresent(); step = next.take()) {
                    rows += 1_000;
                    if (!progress.reached(rows, step.get())) {
                        return new ExportResult(rows, 1, true);
                    }
                }
                return new ExportResult(rows, 1, false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    @BeforeEach
    void watch() {
        exporter.listen(() -> seen.add(exporter.state()));
    }

    @AfterEach
    void end() {
        steps.goOn(Optional.of(END));
        exporter.close();
    }

    private ExportState awaited() {
        try {
            ExportState state = seen.poll(30, TimeUnit.SECONDS);
            assertThat(state).as("a state").isNotNull();
            return state;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static ExportRequest of(Instant from, Instant to) {
        return new ExportRequest(List.of(), from, to);
    }

    private static ExportState running(long rows, double share) {
        return new ExportState.Running(FILE, rows, share);
    }

    @Test
    void itSaysHowFarItHasComeAndWhatCameOfIt() {
        assertThat(exporter.start(of(BEGIN, END), FILE)).isTrue();
        assertThat(awaited()).isEqualTo(running(0, 0));
        steps.goOn(Optional.of(BEGIN.plus(Duration.ofHours(4))));
        assertThat(awaited()).isEqualTo(running(1_000, 0.4));
        steps.goOn(Optional.empty());
        assertThat(awaited()).isEqualTo(new ExportState.Done(FILE, 1_000, 1));
    }

    @Test
    void theShareOfAnOpenRangeIsOfWhatIsStored() {
        exporter.start(of(Instant.MIN, Instant.MAX), FILE);
        awaited();
        steps.goOn(Optional.of(BEGIN.plus(Duration.ofHours(5))));

        assertThat(awaited()).isEqualTo(running(1_000, 0.5));
    }

    @Test
    void aCancelledExportEndsWithItsNextRows() {
        exporter.start(of(BEGIN, END), FILE);
        awaited();
        exporter.cancel();
        steps.goOn(Optional.of(BEGIN));
        awaited();

        assertThat(awaited()).isEqualTo(new ExportState.Cancelled(FILE));
    }

    @Test
    void oneExportRunsAtATime() {
        exporter.start(of(BEGIN, END), FILE);

        assertThat(exporter.start(of(BEGIN, END), FILE)).isFalse();
    }

    @Test
    void aFailureIsToldInItsOwnWords() {
        exporter.start(new ExportRequest(List.of("factory/line1/nothing"), BEGIN, END), FILE);
        awaited();

        assertThat(awaited())
                .isEqualTo(new ExportState.Failed("factory/line1/nothing is not a stored tag"));
    }

    @Test
    void aResultStaysUntilItIsRead() {
        exporter.start(of(BEGIN, END), FILE);
        steps.goOn(Optional.empty());
        awaited();
        awaited();

        assertThat(exporter.state()).isEqualTo(new ExportState.Done(FILE, 0, 1));
        exporter.dismiss();
        assertThat(exporter.state()).isEqualTo(new ExportState.Idle());
    }
}
