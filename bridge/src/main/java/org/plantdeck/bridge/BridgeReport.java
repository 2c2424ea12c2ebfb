package org.plantdeck.bridge;

import org.plantdeck.bridge.assembly.RunAggregator;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the bridge says of itself. Threads: the bridge's own. */
final class BridgeReport {

    private final Intake intake;
    private final Outbox outbox;
    private final Resends resends;
    private final Counts counts;

    BridgeReport(Intake intake, Outbox outbox, Resends resends, Counts counts) {
        this.intake = intake;
        this.outbox = outbox;
        this.resends = resends;
        this.counts = counts;
    }

    /**
     * The health now.
     *
     * @param local the link to the factory
     * @param cloud the link to the cloud
     * @param trouble why the database takes nothing; empty where it does
     */
    Health health(LinkState local, LinkState cloud, String trouble, Instant now) {
        String detail = detail(local, cloud, trouble);
        return new Health(
                detail.isEmpty() ? Health.State.ONLINE : Health.State.DEGRADED,
                detail,
                figures(local, cloud, now));
    }

    static String detail(LinkState local, LinkState cloud, String trouble) {
        if (!trouble.isEmpty()) {
            return "Cannot keep readings: " + trouble;
        }
        if (!local.isUp()) {
            return "No readings arrive" + because(local);
        }
        if (!cloud.isUp()) {
            return "Windows wait in the outbox" + because(cloud);
        }
        return "";
    }

    private static String because(LinkState link) {
        return link.reason().isEmpty() ? "" : ": " + link.reason();
    }

    private Leaves figures(LinkState local, LinkState cloud, Instant now) {
        Leaves.Builder figures = Leaves.builder();
        figures.put("local_link", word(local)).put("cloud_link", word(cloud));
        for (Count count : Count.values()) {
            figures.put(count.word(), counts.get(count));
        }
        figures.put("resend_refused", resends.refused());
        figures.put("outbox.depth", outbox.depth());
        figures.put(
                "outbox.oldest_age_s",
                outbox.oldest()
                        .map(closedAt -> Math.max(0, Duration.between(closedAt, now).toSeconds()))
                        .orElse(0L));
        Optional<RunAggregator> run = intake.current();
        figures.put("progress.run", run.map(RunAggregator::run).orElse(""));
        figures.put(
                "progress.through",
                run.flatMap(current -> current.through(now))
                        .map(IsoTime::format)
                        .map(Value::of)
                        .orElse(Value.absent()));
        return figures.build();
    }

    private static String word(LinkState link) {
        return switch (link.phase()) {
            case UP -> "up";
            case DOWN -> "down";
            case TAKEN_OVER -> "taken_over";
            case CLOSED -> "closed";
        };
    }
}
