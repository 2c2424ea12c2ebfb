package org.plantdeck.app.live;

import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Everything that is known at one moment of what was subscribed to. Immutable. Threads: any. */
public final class Snapshot {

    private final Instant now;
    private final State state;

    Snapshot(Instant now, State state) {
        this.now = now;
        this.state = state;
    }

    /**
     * What arrived last.
     *
     * @param sources the newest reading of each source
     * @param parts what each part said last, on either broker
     * @param said what each broker said of itself last
     * @param window the newest window
     * @param windowAt wall time of its arrival
     * @param local the link to the factory
     * @param cloud the link to the cloud
     */
    record State(
            Map<FactorySource, SourceNow> sources,
            Map<String, PartNow> parts,
            Map<Feed.Broker, Map<String, String>> said,
            Optional<AnalyticsWindow> window,
            Instant windowAt,
            LinkState local,
            LinkState cloud) {}

    /** Wall time of the snapshot. */
    public Instant now() {
        return now;
    }

    /** A tag by its full name, such as {@code factory/line1/pressure}. */
    public Shown shown(String tagName) {
        Tag tag =
                FactoryTags.named(tagName)
                        .orElseThrow(() -> new IllegalArgumentException(tagName + " is no tag"));
        return shown(tag);
    }

    /** A tag. */
    public Shown shown(Tag tag) {
        SourceNow source = state.sources().get(tag.source());
        return source == null
                ? new Shown(tag, Value.absent(), Freshness.NEVER)
                : new Shown(tag, source.reading().values().get(tag.key()), freshness(source));
    }

    private Freshness freshness(SourceNow source) {
        return source.freshness(now, clock().speed());
    }

    /** Whether the readings of a source are live. */
    public Freshness freshness(FactorySource source) {
        SourceNow its = state.sources().get(source);
        return its == null ? Freshness.NEVER : freshness(its);
    }

    /** The newest reading of a source. */
    public Optional<Reading> reading(FactorySource source) {
        return Optional.ofNullable(state.sources().get(source)).map(SourceNow::reading);
    }

    /** How many readings of a source have arrived here. */
    public long count(FactorySource source) {
        SourceNow its = state.sources().get(source);
        return its == null ? 0 : its.count();
    }

    /** What a part said last, by its component's name. */
    public Optional<PartNow> part(String component) {
        return Optional.ofNullable(state.parts().get(component));
    }

    /** What every part said last. */
    public Collection<PartNow> parts() {
        return state.parts().values();
    }

    /** The figures a part reported last; none where it never did. */
    public Leaves figures(String component) {
        return part(component)
                .map(it -> it.status().health().figures())
                .orElseGet(() -> Leaves.builder().build());
    }

    /** The plant's own time. */
    public PlantClock clock() {
        Leaves plant = figures("Plant");
        Optional<Instant> newest =
                state.sources().values().stream()
                        .map(it -> it.reading().measuredAt())
                        .max(Comparator.naturalOrder());
        return new PlantClock(
                newest,
                plant.number("speed").orElse(1),
                plant.number("true_speed").orElse(1),
                plant.get("catching_up").asText().equals("true"),
                plant.number("catch_up_progress").orElse(1),
                plant.text("waiting_for"));
    }

    /** The newest window of the cloud. */
    public Optional<AnalyticsWindow> window() {
        return state.window();
    }

    /** How long ago the newest window arrived, wall time. */
    public Duration windowAge() {
        return Duration.between(state.windowAt(), now);
    }

    /**
     * What a broker said of itself last, where somebody has subscribed to that, by the name below
     * {@code $SYS/broker/}, such as {@code clients/connected}.
     */
    public Map<String, String> said(Feed.Broker broker) {
        return state.said().getOrDefault(broker, Map.of());
    }

    /** The link to a broker. */
    public LinkState link(Feed.Broker broker) {
        return broker == Feed.Broker.LOCAL ? local() : cloud();
    }

    /** The link to the factory's broker. */
    public LinkState local() {
        return state.local();
    }

    /** The link to the cloud's broker. */
    public LinkState cloud() {
        return state.cloud();
    }
}
