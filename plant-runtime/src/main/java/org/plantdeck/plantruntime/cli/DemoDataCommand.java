package org.plantdeck.plantruntime.cli;

import org.plantdeck.historian.demo.DemoData;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.PartLock;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/** {@code plantdeck demo-data}: a history to look at. */
@Command(
        name = "demo-data",
        description = {
            "Fills the archive with machines that are made up, up to now, a value a second of each"
                    + " tag.",
            "No historian may run there meanwhile. Their tags begin with demo/; they are no part of"
                    + " the plant. Ctrl+C ends it, and what is made until then stays."
        },
        mixinStandardHelpOptions = true)
final class DemoDataCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDataCommand.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
    private static final int DAYS_MAX = 366;
    private static final int TAGS_MAX = 10_000;

    @Option(names = "--days", paramLabel = "N", description = "How many days; 7 without it.")
    private int days = 7;

    @Option(names = "--tags", paramLabel = "N", description = "How many tags; 500 without it.")
    private int tags = 500;

    @Mixin private final CommonOptions common = new CommonOptions();

    /** Says how far it is; ends it when asked. */
    private static final class Watch implements DemoData.Progress {
        private final InstantSource clock;
        private final OrderlyEnd end;
        private final Instant from;
        private final Instant to;
        private Instant said;

        Watch(InstantSource clock, OrderlyEnd end, Instant from, Instant to) {
            this.clock = clock;
            this.end = end;
            this.from = from;
            this.to = to;
            said = clock.instant();
        }

        @Override
        public boolean reached(long samples, Instant through) {
            Instant now = clock.instant();
            if (Duration.between(said, now).compareTo(BETWEEN_LINES) >= 0) {
                said = now;
                long whole = Math.max(1, Duration.between(from, to).toSeconds());
                LOG.atInfo()
                        .addKeyValue("samples", samples)
                        .addKeyValue("through", through)
                        .addKeyValue(
                                "percent",
                                100 * Duration.between(from, through).toSeconds() / whole)
                        .log("Making demo data");
            }
            return !end.isAsked();
        }
    }

    @Override
    public Integer call() {
        require("--days", days, DAYS_MAX);
        require("--tags", tags, TAGS_MAX);
        DataDirectory directory = DataDirectory.open(common.dataPath());
        Settings settings = common.settings(directory.settingsFile());
        InstantSource clock = InstantSource.system();
        Instant to = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant from = to.minus(Duration.ofDays(days));
        try (Logging _ = Logging.toStandardError(LogKeys.read(settings));
                PartLock _ = directory.lock(PartName.HISTORIAN.word());
                OrderlyEnd end = new OrderlyEnd()) {
            end.withTheProcess();
            DemoData.Result result =
                    DemoData.fill(
                            HistorianCommand.place(settings, directory).database(),
                            tags,
                            from,
                            to,
                            new Watch(clock, end, from, to));
            LOG.atInfo()
                    .addKeyValue("samples", result.samples())
                    .addKeyValue("seconds", Duration.between(to, clock.instant()).toSeconds())
                    .log(result.cancelled() ? "Ended before all was made" : "Demo data is made");
            return result.cancelled() ? Failures.FAILED : 0;
        } catch (PartFailure e) {
            throw new SettingsFailure(e.sentence(), e);
        }
    }

    private static void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new SettingsFailure(
                    option + " is " + value + ", must be a whole number from 1 to " + most);
        }
    }
}
