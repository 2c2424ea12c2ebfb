package org.plantdeck.plantruntime.cli;

import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.PartLock;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.monitor.TerminalMonitor;
import org.plantdeck.plantruntime.monitor.Welcome;
import org.plantdeck.plantruntime.parts.Addresses;
import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.parts.Assembly;
import org.plantdeck.plantruntime.parts.PartGroup;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PlantStart;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A process that runs parts until it is told to end: says {@code ready} on standard output, and
 * nothing else there. Threads: the main one runs it, the shutdown hook ends it.
 */
final class RunningProcess {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProcess.class);

    /** How long the parts may take to end before the process ends without them. */
    private static final Duration END = Duration.ofSeconds(10);

    private final DataDirectory directory;
    private final Settings settings;
    private final Logging logging;
    private final Deque<PartLock> locks = new ArrayDeque<>();

    private RunningProcess(DataDirectory directory, Settings settings) {
        this.directory = directory;
        this.settings = settings;
        logging = Logging.toStandardError(LogKeys.read(settings));
    }

    /**
     * Runs parts until the process is told to end.
     *
     * @param logName the name of the log file; no two processes of a data directory may share it
     * @param parts which parts, as the settings say
     * @return the exit code, where the parts end by themselves
     */
    static int run(
            String logName,
            Function<Settings, Set<PartName>> parts,
            CommonOptions common,
            PlantStart start) {
        DataDirectory directory = DataDirectory.open(common.dataPath());
        writeTemplate(directory.settingsFile());
        Settings settings = common.settings(directory.settingsFile());
        RunningProcess process = new RunningProcess(directory, settings);
        try {
            return process.run(logName, parts.apply(settings), start);
        } catch (RuntimeException e) {
            process.locks.forEach(PartLock::close);
            throw e;
        }
    }

    private static void writeTemplate(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.writeString(file, SettingsTemplate.of(AllSettings.catalogue()));
        } catch (IOException e) {
            throw new SettingsFailure(
                    file
                            + " cannot be written ("
                            + e.getMessage()
                            + "); choose another data directory with --data DIR",
                    e);
        }
    }

    private int run(String logName, Set<PartName> names, PlantStart start) {
        PrintStream out = System.out;
        System.setOut(System.err); // a library that prints is not to be taken for the word ready
        ParentWatch.endWithTheParent();
        names.forEach(name -> locks.push(directory.lock(name.word())));
        logging.alsoTo(directory.logs(), logName);
        InstantSource wallClock = InstantSource.system();
        PartGroup group =
                new Assembly(settings, directory, wallClock, Version.number())
                        .assemble(names, start);
        LOG.atInfo()
                .addKeyValue("version", Version.number())
                .addKeyValue("process", ProcessHandle.current().pid())
                .addKeyValue("data", directory.path())
                .addKeyValue("local", group.brokers().local())
                .addKeyValue("cloud", group.brokers().cloud())
                .log("PlantDeck starts");
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("shutdown").unstarted(() -> endInTime(group)));
        showTo(group, wallClock);
        group.start();
        var _ = group.ready().thenRun(() -> sayReady(out));
        String reason = group.ended().join();
        System.err.println("plantdeck: " + reason);
        return Failures.FAILED;
    }

    /** Somebody at a terminal is told where to look, and every few seconds what the plant does. */
    private void showTo(PartGroup group, InstantSource wallClock) {
        if (!isAtTerminal()) {
            return;
        }
        Addresses brokers = group.brokers();
        Welcome.lines(
                        Version.number(),
                        brokers.local(),
                        brokers.cloud(),
                        brokers.notes(),
                        directory.path())
                .forEach(System.err::println);
        TerminalMonitor monitor =
                new TerminalMonitor(
                        brokers.local(),
                        brokers.cloud(),
                        new PahoLinks(wallClock, Version.number()),
                        wallClock,
                        System.err);
        var _ = group.ready().thenRun(monitor::start);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal all the same
    private static boolean isAtTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private static void sayReady(PrintStream out) {
        LOG.atInfo().log("Ready");
        out.println("ready");
        out.flush();
    }

    private void endInTime(PartGroup group) {
        try {
            CompletableFuture.runAsync(() -> end(group), Thread::startVirtualThread)
                    .get(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.atError()
                    .addKeyValue("seconds", END.toSeconds())
                    .log("The parts did not end in time; the process ends without them");
        } catch (ExecutionException e) {
            LOG.atError().setCause(e.getCause()).log("The parts did not end in order");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        logging.close();
    }

    private void end(PartGroup group) {
        group.close();
        locks.forEach(PartLock::close);
        LOG.atInfo().log("PlantDeck has ended");
    }
}
