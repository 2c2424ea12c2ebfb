package org.plantdeck.bridge.assembly;

import org.plantdeck.bridge.alerts.AlertMonitor;
import org.plantdeck.bridge.alerts.AlertThresholds;
import org.plantdeck.bridge.alerts.CriticalAlert;
import org.plantdeck.bridge.assembly.WindowBody.Findings;
import org.plantdeck.bridge.trends.TrendHistory;
import org.plantdeck.bridge.trends.TrendPoint;
import org.plantdeck.bridge.trends.TrendRule;
import org.plantdeck.bridge.windows.ClosedWindow;
import org.plantdeck.bridge.windows.Measure;
import org.plantdeck.bridge.windows.RunWindows;
import org.plantdeck.bridge.windows.Sample;
import org.plantdeck.bridge.windows.SourceState;
import org.plantdeck.bridge.windows.Taking;
import org.plantdeck.bridge.windows.WindowFigures;
import org.plantdeck.bridge.windows.WindowRule;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One run on its way from readings to windows. Threads: one. */
public final class RunAggregator {

    private final String run;
    private final RunWindows windows;
    private final TrendHistory power;
    private final TrendHistory temperature;
    private final AlertMonitor alerts;
    private final BottleCount bottles;

    /** Continues a run from what was kept of it. */
    public RunAggregator(
            String run, WindowRule rule, AlertThresholds thresholds, RunState kept, Instant now) {
        this.run = run;
        windows = new RunWindows(rule, now, kept.next(), kept.sources());
        kept.open().forEach(windows::putBack);
        power = new TrendHistory(TrendRule.POWER, kept.power());
        temperature = new TrendHistory(TrendRule.TEMPERATURE, kept.temperature());
        alerts = new AlertMonitor(thresholds, kept.alerts());
        bottles = new BottleCount(kept.bottleCounter());
    }

    public String run() {
        return run;
    }

    /** Takes a reading that came at a wall time. */
    public Taking take(Sample sample, Instant now) {
        return windows.take(sample, now);
    }

    /** Closes the windows that are due at a wall time, oldest first. */
    public List<AnalyticsWindow> closeDue(Instant now) {
        return windows.closeDue(now).stream().map(this::assemble).toList();
    }

    /** Closes every window: the run is over. */
    public List<AnalyticsWindow> closeAll() {
        return windows.closeAll().stream().map(this::assemble).toList();
    }

    private AnalyticsWindow assemble(ClosedWindow window) {
        WindowFigures figures = new WindowFigures(window.samples());
        if (window.afterSkip()) {
            bottles.forget();
        }
        advance(power, figures.mean(Measure.POWER), window.endMillis());
        advance(temperature, figures.mean(Measure.HALL_TEMPERATURE), window.endMillis());
        boolean lineRan = figures.mean(Measure.RUNNING).orElse(0) == 1;
        List<CriticalAlert> standing = alerts.window(window.samples(), lineRan);
        Findings findings =
                new Findings(
                        power.trend(),
                        temperature.trend(),
                        bottles.advance(window.samples()),
                        standing);
        return new AnalyticsWindow(
                run,
                window.sequence(),
                Instant.ofEpochMilli(window.startMillis()),
                Instant.ofEpochMilli(window.endMillis()),
                WindowBody.of(figures, findings));
    }

    private static void advance(TrendHistory history, OptionalDouble mean, long endMillis) {
        history.advance(endMillis);
        mean.ifPresent(value -> history.add(new TrendPoint(endMillis, value)));
    }

    /** The state after the windows closed last; without sources and open readings. */
    public RunState state() {
        return new RunState(
                windows.next(),
                bottles.counter(),
                power.points(),
                temperature.points(),
                alerts.states(),
                Map.of(),
                List.of());
    }

    /** The sources that changed since this was last asked. */
    public Map<FactorySource, SourceState> changedSources() {
        return windows.changedSources();
    }

    /** Readings of this run that have not come. */
    public long missing() {
        return windows.missing();
    }

    /** Whether a window holds readings. */
    public boolean hasOpen() {
        return windows.hasOpen();
    }

    /** Wall time at which the newest reading came. */
    public Instant lastHeard() {
        return windows.lastHeard();
    }

    /** Whether nothing has come for the silence. */
    public boolean isSilent(Instant now) {
        return windows.isSilent(now);
    }

    /** Event time up to which the sources that deliver have come. */
    public Optional<Instant> through(Instant now) {
        return windows.through(now);
    }
}
