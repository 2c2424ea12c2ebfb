package org.plantdeck.plantruntime.parts;

import org.plantdeck.historian.HistorianSettings;
import org.plantdeck.historian.HistorianSettings.Keeping;
import org.plantdeck.historian.HistorianSettings.Others;
import org.plantdeck.historian.HistorianSettings.Sink;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.archive.ThinningRules;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of the historian. */
public final class HistorianKeys {

    private static final double BYTES_A_GIGABYTE = 1e9;

    private static final Setting<Duration> RETENTION =
            Setting.of(
                    "historian.retention",
                    Kind.duration(Duration.ofMinutes(1), Duration.ofDays(36_525)),
                    Keeping.DEFAULT.retention(),
                    "duration",
                    "How long readings are kept, counted back from the newest");

    private static final Setting<Duration> COMMIT_INTERVAL =
            Setting.of(
                    "historian.commit-interval",
                    Kind.duration(Duration.ofMillis(10), Duration.ofSeconds(10)),
                    HistorianSettings.DEFAULT_COMMIT_INTERVAL,
                    "duration",
                    "How long a reading waits at most to be stored and acknowledged");

    private static final Setting<Duration> MINUTES_RETENTION =
            Setting.of(
                    "historian.minutes-retention",
                    Kind.duration(Duration.ofDays(1), Duration.ofDays(36_525)),
                    Keeping.DEFAULT.minutes(),
                    "duration",
                    "How long what readings came to by the minute is kept, for trends; at least as"
                            + " long as they are");

    private static final Setting<Double> SIZE_BUDGET =
            Setting.of(
                    "historian.size-budget",
                    Kind.number(0, 1e6),
                    Keeping.DEFAULT.bytes() / BYTES_A_GIGABYTE,
                    "GB",
                    "What the days of the archive may take, the oldest go above it; 0 for any"
                            + " size");

    private static final Setting<Double> FREE_SPACE =
            Setting.of(
                    "historian.free-space",
                    Kind.number(0, 1e6),
                    Keeping.DEFAULT.freeBytes() / BYTES_A_GIGABYTE,
                    "GB",
                    "How much of the disk stays free: below it nothing is recorded until there is"
                            + " more; 0 for no limit");

    private static final Setting<List<String>> SUBSCRIPTIONS =
            Setting.of(
                    "historian.subscriptions",
                    Kind.texts("a list of MQTT topic filters"),
                    List.of(),
                    "list",
                    "Topics of the local broker that are recorded beside the plant's, such as"
                            + " test/#; each leaf of a JSON body is a tag");

    private static final Setting<String> TIME_KEY =
            Setting.of(
                    "historian.time-key",
                    Kind.text("the path of a leaf"),
                    Others.NONE.timeKey(),
                    "text",
                    "Which leaf of such a body says when it was measured; where it has none, its"
                            + " arrival counts");

    private static final Setting<List<String>> THINNING =
            Setting.of(
                    "historian.thinning",
                    Kind.texts("a list of rules, such as lab/# deadband 0.5"),
                    List.of(),
                    "list",
                    "Which numbers the archive gives up when it seals an hour, and by how much they"
                            + " may be wrong: tags, deadband or swinging-door, tolerance; without a"
                            + " rule every value is kept");

    private static final ServerKeys STORE =
            ServerKeys.of(
                    "historian.store",
                    "files in the data directory",
                    "The PostgreSQL database that has the history instead of files, such as"
                            + " jdbc:postgresql://db.lan:5432/history");

    private static final ServerKeys SINK =
            ServerKeys.of(
                    "historian.sink",
                    "none",
                    "A PostgreSQL database to which everything that is recorded in files is"
                            + " forwarded");

    private static final Setting<Integer> SINK_BACKLOG =
            Setting.of(
                    "historian.sink-backlog",
                    Kind.whole(1_000, 1_000_000_000),
                    Sink.DEFAULT_BACKLOG,
                    "messages",
                    "How many messages wait for the sink at most; beyond it the oldest are given"
                            + " up");

    private HistorianKeys() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all =
                new ArrayList<>(
                        List.of(
                                RETENTION,
                                MINUTES_RETENTION,
                                SIZE_BUDGET,
                                FREE_SPACE,
                                COMMIT_INTERVAL,
                                SUBSCRIPTIONS,
                                TIME_KEY,
                                THINNING));
        all.addAll(STORE.all());
        all.addAll(SINK.all());
        all.add(SINK_BACKLOG);
        return all;
    }

    /** The file with the tables of a history that is kept in files. */
    public static Path database(DataDirectory directory) {
        return directory.path().resolve("historian.db");
    }

    /**
     * Where the historian keeps its readings.
     *
     * @throws SettingsFailure where what is set is no database's address
     */
    public static HistoryLocation history(Settings settings, DataDirectory directory) {
        return new HistoryLocation(database(directory), STORE.server(settings, directory));
    }

    /** How long readings are kept. */
    public static Duration retention(Settings settings) {
        return settings.get(RETENTION);
    }

    static HistorianSettings read(Settings settings, DataDirectory directory, URI local) {
        return new HistorianSettings(
                local,
                history(settings, directory),
                new Keeping(
                        settings.get(RETENTION),
                        settings.get(MINUTES_RETENTION),
                        bytes(settings.get(SIZE_BUDGET)),
                        bytes(settings.get(FREE_SPACE)),
                        ThinningRules.parse(settings.get(THINNING))),
                settings.get(COMMIT_INTERVAL),
                new Others(settings.get(SUBSCRIPTIONS), settings.get(TIME_KEY)),
                sink(settings, directory));
    }

    private static Optional<Sink> sink(Settings settings, DataDirectory directory) {
        if (settings.isSet(SINK.url()) && settings.isSet(STORE.url())) {
            throw settings.wrong(
                    SINK.url(),
                    "forwards a history in files, but historian.store keeps it on a server; take"
                            + " one of them away");
        }
        return SINK.server(settings, directory).map(it -> new Sink(it, settings.get(SINK_BACKLOG)));
    }

    private static long bytes(double gigabytes) {
        return Math.round(gigabytes * BYTES_A_GIGABYTE);
    }
}
