package org.plantdeck.plantruntime.cli;

import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.parts.Addresses;
import org.plantdeck.plantruntime.parts.Assembly;
import org.plantdeck.plantruntime.parts.PartLinks;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.settings.SettingsEditor;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsStart;
import org.plantdeck.plantruntime.support.StatusCollector;
import org.plantdeck.plantruntime.support.SupportBundle;
import org.plantdeck.plantruntime.support.SupportFacts;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.PartStatus;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code plantdeck support-bundle}: what somebody who helps needs, in one file. */
@Command(
        name = "support-bundle",
        description = {
            "Logs, settings without passwords, versions, the last statuses, room on the disk and"
                    + " sizes of the databases in one ZIP file, while the plant runs or not.",
            "It holds no passwords, no keys and no recorded readings. The file's name is printed."
        },
        mixinStandardHelpOptions = true)
final class SupportBundleCommand implements Callable<Integer> {

    /** How long the brokers may take to say what the parts said. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    @Option(
            names = "--out",
            paramLabel = "FILE.zip",
            required = true,
            description = "Where it goes; a file of that name is replaced.")
    private Path out = Path.of("");

    @Mixin private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataDirectory directory = new DataDirectory(common.dataPath());
        SupportBundle.write(out, facts(directory, InstantSource.system()));
        spec.commandLine().getOut().println(out);
        return 0;
    }

    /** Wrong settings are what a bundle may be about, so they do not keep one from being made. */
    private SupportFacts facts(DataDirectory directory, InstantSource clock) {
        String version = Version.number();
        SettingsStart start;
        try {
            start = common.start(directory.settingsFile());
        } catch (SettingsFailure wrong) {
            return SupportFacts.unreadable(version, clock.instant(), directory, wrong, List.of());
        }
        try (Logging _ = Logging.toStandardError(LogKeys.read(start.inForce()))) {
            SettingsEditor editor = new SettingsEditor(start, _ -> {});
            List<PartStatus> statuses = statuses(start, directory, clock);
            return SupportFacts.of(version, clock.instant(), directory, editor, statuses);
        }
    }

    private static List<PartStatus> statuses(
            SettingsStart start, DataDirectory directory, InstantSource clock) {
        boolean somebodyToAsk =
                Stream.of(PartName.LOCAL_BROKER, PartName.CLOUD_BROKER)
                        .anyMatch(it ->
                                directory.isHeld(it.word())
                                        || !Assembly.wholePlant(start.inForce()).contains(it));
        if (!somebodyToAsk) {
            return List.of();
        }
        try {
            LinkFactory links = PartLinks.of(start.inForce(), directory, clock, Version.number());
            Addresses brokers = Assembly.brokers(start.inForce(), directory);
            return StatusCollector.collect(
                    links,
                    List.of(brokers.local(), brokers.cloud()),
                    PartName.values().length,
                    ANSWER);
        } catch (SettingsFailure | PartFailure nobodyToAsk) {
            return List.of();
        }
    }
}
