package org.plantdeck.bridge.assembly;

import org.plantdeck.bridge.alerts.AlertState;
import org.plantdeck.bridge.trends.TrendPoint;
import org.plantdeck.bridge.windows.Sample;
import org.plantdeck.bridge.windows.SourceState;
import org.plantdeck.bridge.windows.WindowPosition;
import org.plantdeck.signal.FactorySource;

import java.util.List;
import java.util.Map;

/**
 * What is kept of a run, and what it is built from again.
 *
 * @param next the next window to close
 * @param bottleCounter the line's counter as last told, or -1
 * @param power means of power, oldest first
 * @param temperature means of the hall's temperature, oldest first
 * @param alerts watched values that are not normal
 * @param sources how far each source has come
 * @param open readings of open windows
 */
public record RunState(
        WindowPosition next,
        long bottleCounter,
        List<TrendPoint> power,
        List<TrendPoint> temperature,
        List<AlertState> alerts,
        Map<FactorySource, SourceState> sources,
        List<Sample> open) {

    /** A run that is seen for the first time. */
    public static final RunState FRESH =
            new RunState(
                    WindowPosition.FIRST,
                    BottleCount.NONE,
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of());
}
