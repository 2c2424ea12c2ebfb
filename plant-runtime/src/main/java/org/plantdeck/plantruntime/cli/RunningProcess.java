package org.plantdeck.plantruntime.cli;

import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.Doorbell;
import org.plantdeck.plantruntime.datadir.PartLock;
import org.plantdeck.plantruntime.desktop.PlantSession;
import org.plantdeck.plantruntime.desktop.StartView;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.monitor.TerminalMonitor;
import org.plantdeck.plantruntime.monitor.Welcome;
import org.plantdeck.plantruntime.parts.Addresses;
import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.parts.AnalyticsKeys;
import org.plantdeck.plantruntime.parts.Assembly;
import org.plantdeck.plantruntime.parts.BridgeKeys;
import org.plantdeck.plantruntime.parts.DesktopKeys;
import org.plantdeck.plantruntime.parts.HistorianKeys;
import org.plantdeck.plantruntime.parts.PartGroup;
import org.plantdeck.plantruntime.parts.PartLinks;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PlantStart;
import org.plantdeck.plantruntime.parts.StartCheck;
import org.plantdeck.plantruntime.parts.StartFailure;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsEditor;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsStart;
import org.plantdeck.plantruntime.settings.SettingsTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A process that runs parts until it is told to end. Threads: one begins it, the shutdown hook or
 * {@link #close} ends it, the rest from any.
 */
final class RunningProcess implements PlantSession {

    private static final Logger LOG = LoggerFactory.getLogger(RunningProcess.class);

    /** How long the parts may take to end before the process ends without them. */
    private static final Duration END = Duration.ofSeconds(10);

    private final DataDirectory directory;
    private final SettingsEditor editor;
    private final Settings settings;
    private final Logging logging;
    private final InstantSource wallClock = InstantSource.system();
    private final LinkFactory links;
    private final PrintStream out;
    private final Deque<PartLock> locks = new ArrayDeque<>();
    private final List<Runnable> farewells = new CopyOnWriteArrayList<>();
    private final PartGroup group;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Optional<Doorbell> bell = Optional.empty();
    private volatile Runnable show = () -> {};

    private RunningProcess(
            Launch launch, DataDirectory directory, SettingsStart start, Set<PartName> names) {
        this.directory = directory;
        editor = new SettingsEditor(start, StartCheck.of(directory, wallClock));
        settings = start.inForce();
        links = PartLinks.of(settings, directory, wallClock, Version.number());
        logging = Logging.toStandardError(LogKeys.read(settings));
        out = System.out;
        System.setOut(System.err); // a library that prints is not to be taken for the word ready
        ParentWatch.endWithTheParent();
        try {
            names.forEach(name -> locks.push(directory.lock(name.word())));
            logging.alsoTo(directory.logs(), launch.logName());
            group =
                    new Assembly(settings, directory, wallClock, Version.number())
                            .assemble(names, launch.start());
        } catch (RuntimeException e) {
            locks.forEach(PartLock::close);
            throw e;
        }
    }

    /**
     * What to begin.
     *
     * @param logName the name of the log file; no two processes of a data directory may share it
     * @param parts which parts, as the settings say
     * @param start how the plant begins
     */
    record Launch(String logName, Function<Settings, Set<PartName>> parts, PlantStart start) {}

    /**
     * Begins a process and starts its parts.
     *
     * @param view watches how they start
     * @throws SettingsFailure where what is set cannot be used
     * @throws StartFailure where a part cannot work
     */
    static RunningProcess begin(Launch launch, CommonOptions common, StartView view) {
        RunningProcess process = prepare(launch, common);
        process.answer();
        view.starting(process.group);
        process.start();
        return process;
    }

    private static RunningProcess prepare(Launch launch, CommonOptions common) {
        DataDirectory directory = DataDirectory.open(common.dataPath());
        SettingsTemplate.writeWhereNone(directory.settingsFile(), AllSettings.catalogue());
        SettingsStart start = common.start(directory.settingsFile());
        return new RunningProcess(launch, directory, start, launch.parts().apply(start.inForce()));
    }

    /**
     * Runs parts until the process is told to end: says {@code ready} on standard output, and
     * nothing else there.
     *
     * @return the exit code, where the parts end by themselves
     */
    static int run(Launch launch, CommonOptions common) {
        RunningProcess process = prepare(launch, common);
        process.showToTerminal();
        process.start();
        var _ = process.group.ready().thenRun(process::sayReady);
        String reason = process.group.ended().join();
        System.err.println("plantdeck: " + reason);
        return Failures.FAILED;
    }

    /** A second start finds this one as soon as it holds the parts, before it has a window. */
    private void answer() {
        if (!locks.isEmpty()) {
            bell = Optional.of(directory.answer(() -> show.run()));
        }
    }

    private void start() {
        LOG.atInfo()
                .addKeyValue("version", Version.number())
                .addKeyValue("process", ProcessHandle.current().pid())
                .addKeyValue("data", directory.path())
                .addKeyValue("local", group.brokers().local())
                .addKeyValue("cloud", group.brokers().cloud())
                .log("PlantDeck starts");
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(this::endInTime));
        try {
            group.start();
        } catch (RuntimeException e) {
            letGo();
            throw e;
        }
    }

    /** Somebody at a terminal is told where to look, and every few seconds what the plant does. */
    private void showToTerminal() {
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
                new TerminalMonitor(brokers.local(), brokers.cloud(), links, wallClock, System.err);
        var _ = group.ready().thenRun(monitor::start);
    }

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal all the same
    private static boolean isAtTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private void sayReady() {
        LOG.atInfo().log("Ready");
        out.println("ready");
        out.flush();
    }

    private void endInTime() {
        try {
            CompletableFuture.runAsync(this::close, Thread::startVirtualThread)
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

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        farewells.forEach(Runnable::run);
        group.close();
        letGo();
        LOG.atInfo().log("PlantDeck has ended");
    }

    private void letGo() {
        bell.ifPresent(Doorbell::close);
        locks.forEach(PartLock::close);
    }

    @Override
    public void whenWanted(Runnable window) {
        show = window;
    }

    @Override
    public void beforeEnd(Runnable farewell) {
        farewells.add(farewell);
    }

    @Override
    public String version() {
        return Version.number();
    }

    @Override
    public String operator() {
        return DesktopKeys.operator(settings);
    }

    @Override
    public DataDirectory directory() {
        return directory;
    }

    @Override
    public SettingsEditor settings() {
        return editor;
    }

    @Override
    public Addresses brokers() {
        return group.brokers();
    }

    @Override
    public LinkFactory links() {
        return links;
    }

    @Override
    public InstantSource wallClock() {
        return wallClock;
    }

    @Override
    public PartGroup parts() {
        return group;
    }

    @Override
    public HistoryLocation history() {
        return HistorianKeys.history(settings, directory);
    }

    @Override
    public Path bridgeDatabase() {
        return BridgeKeys.database(directory);
    }

    @Override
    public Path analyticsDatabase() {
        return AnalyticsKeys.database(directory);
    }
}
