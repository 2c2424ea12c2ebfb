package org.plantdeck.historian;

import org.plantdeck.historian.ingest.Intake;
import org.plantdeck.historian.ingest.StoreWriter;
import org.plantdeck.historian.ingest.WriterState;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.sink.Forwarder;
import org.plantdeck.historian.sink.SinkState;
import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says how the historian is: the figures of its status, at once when its state changes, every
 * second while many readings arrive and else every five. Threads: {@link #health} from any, the
 * rest on the part's thread.
 */
final class HealthReport {

    private static final int QUIET_SECONDS = 5;
    private static final long MANY = 100;

    /** A write-ahead log beyond this is held up by a reader that does not let go. */
    private static final long LOG_BYTES_MAX = 256L * 1024 * 1024;

    private final HistorianSettings settings;
    private final Intake intake;
    private final StoreWriter writer;
    private final Optional<Forwarder> forwarder;
    private final MqttLink link;
    private final InstantSource wallClock;

    /** The part's thread only. */
    private int quiet = QUIET_SECONDS;

    private long receivedAtReport;
    private Health reported = Health.online();
    private Optional<Measured> last = Optional.empty();

    /** Readings a second, to one decimal, of the last second. */
    private volatile double receivedPerSecond;

    private volatile double storedPerSecond;

    /** What is reported on. */
    record Parts(Intake intake, StoreWriter writer, Optional<Forwarder> forwarder) {}

    HealthReport(HistorianSettings settings, Parts parts, MqttLink link, InstantSource wallClock) {
        this.settings = settings;
        intake = parts.intake();
        writer = parts.writer();
        forwarder = parts.forwarder();
        this.link = link;
        this.wallClock = wallClock;
    }

    /** Counts and when they were read. */
    private record Measured(Instant at, DataQuality counts) {

        double seconds(Measured before) {
            return Duration.between(before.at, at).toMillis() / 1000.0;
        }
    }

    /** Measures the rates of the last second, and reports where a report is due. */
    void everySecond() {
        measure();
        Health health = health();
        long received = writer.state().counts().received() + intake.size();
        boolean changed =
                health.state() != reported.state() || !health.detail().equals(reported.detail());
        quiet++;
        if (changed || quiet >= QUIET_SECONDS || received - receivedAtReport > MANY) {
            report(health);
        }
    }

    /** Reports at once. */
    void now() {
        report(health());
    }

    private void report(Health health) {
        quiet = 0;
        receivedAtReport = writer.state().counts().received() + intake.size();
        reported = health;
        link.report(health);
    }

    private void measure() {
        WriterState state = writer.state();
        if (!state.opened()) {
            return;
        }
        Measured now = new Measured(wallClock.instant(), state.counts());
        last.filter(before -> now.seconds(before) > 0)
                .ifPresent(before -> {
                    DataQuality then = before.counts();
                    double seconds = now.seconds(before);
                    receivedPerSecond = (now.counts().received() - then.received()) / seconds;
                    storedPerSecond = (now.counts().stored() - then.stored()) / seconds;
                });
        last = Optional.of(now);
    }

    Health health() {
        WriterState state = writer.state();
        String trouble = trouble(state);
        return new Health(
                trouble.isEmpty() ? Health.State.ONLINE : Health.State.DEGRADED,
                trouble,
                figures(state));
    }

    private String trouble(WriterState state) {
        if (!state.trouble().isEmpty()) {
            return state.trouble();
        }
        LinkState linkState = link.state();
        if (!linkState.isUp()) {
            return linkState.reason();
        }
        if (size(log()) > LOG_BYTES_MAX) {
            return log() + " grows because another program reads without end; close that program";
        }
        return forwarder.map(it -> trouble(it.state())).orElse("");
    }

    private static String trouble(SinkState sink) {
        if (!sink.trouble().isEmpty()) {
            return "%s; %,d messages wait for historian.sink"
                    .formatted(sink.trouble(), sink.waiting());
        }
        return sink.lost() == 0
                ? ""
                : "%,d messages were given up before historian.sink had them; raise historian.sink-backlog"
                        .formatted(sink.lost());
    }

    private Path log() {
        return settings.database().resolveSibling(settings.database().getFileName() + "-wal");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException absent) {
            return 0;
        }
    }

    private long archiveBytes() {
        try (Stream<Path> files = Files.list(RecordedHistory.archiveOf(settings.database()))) {
            return files.mapToLong(HealthReport::size).sum();
        } catch (IOException absent) {
            return 0;
        }
    }

    private Leaves figures(WriterState state) {
        DataQuality counts = state.counts();
        HistoryExtent extent = state.extent();
        Leaves.Builder figures =
                Leaves.builder()
                        .put("received", counts.received())
                        .put("stored", counts.stored())
                        .put("rejected", counts.rejected())
                        .put("repeated", counts.repeated())
                        .put("conflicting", counts.conflicting())
                        .put("expired", counts.expired())
                        .put("missing", counts.missing())
                        .put("pruned", counts.pruned())
                        .put("left_out", counts.leftOut())
                        .put("observed", writer.observed())
                        .put("waiting", intake.size())
                        .put("oldest", text(extent.oldest()))
                        .put("newest", text(extent.newest()))
                        .put("received_per_second", receivedPerSecond, 1)
                        .put("stored_per_second", storedPerSecond, 1);
        if (settings.location().server().isEmpty()) {
            figures.put("file_bytes", size(settings.database()))
                    .put("archive_bytes", archiveBytes())
                    .put("log_bytes", size(log()));
        }
        forwarder
                .map(Forwarder::state)
                .ifPresent(it ->
                        figures.put("sink.waiting", it.waiting())
                                .put("sink.forwarded", it.forwarded())
                                .put("sink.lost", it.lost())
                                .put("sink.refused", it.refused()));
        if (!extent.run().isEmpty()) {
            figures.put("progress.run", extent.run());
            figures.put("progress.through", text(through(extent)));
        }
        return figures.build();
    }

    /** Up to where everything received is stored: short of what still waits. */
    private Optional<Instant> through(HistoryExtent extent) {
        Optional<Instant> before = intake.earliest(extent.run()).map(it -> it.minusMillis(1));
        return extent.runThrough().map(it -> before.filter(it::isAfter).orElse(it));
    }

    private static String text(Optional<Instant> time) {
        return time.map(IsoTime::format).orElse("");
    }
}
