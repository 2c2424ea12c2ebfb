package org.plantdeck.bridge.alerts;

import org.jspecify.annotations.Nullable;
import org.plantdeck.bridge.alerts.AlertState.Phase;
import org.plantdeck.bridge.windows.Measure;
import org.plantdeck.bridge.windows.Sample;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches the measures of one run against the limits. A value must be wrong, and later right again
 * by the deadband, for the holding time of its rule and for at least {@link #COUNT_MIN} readings.
 * Looks at closed windows only, so that the same readings give the same alerts however they
 * arrived. Threads: one.
 */
public final class AlertMonitor {

    /** Readings it takes to raise or to end an alert. */
    public static final int COUNT_MIN = 3;

    private final AlertThresholds thresholds;
    private final Map<Watch, AlertState> states = new LinkedHashMap<>();

    private record Watch(AlertRule rule, Measure measure) {}

    /** A monitor that continues from the states kept earlier. */
    public AlertMonitor(AlertThresholds thresholds, Collection<AlertState> kept) {
        this.thresholds = thresholds;
        for (AlertRule rule : AlertRule.ALL) {
            for (Measure measure : rule.measures()) {
                kept.stream()
                        .filter(state ->
                                state.rule().equals(rule.key())
                                        && state.measure().equals(measure.name()))
                        .forEach(state -> states.put(new Watch(rule, measure), state));
            }
        }
    }

    /**
     * Takes the readings of a closed window and says which alerts stand at its end.
     *
     * @param samples by source and number, as a closed window has them
     * @param lineRan whether the line ran through the window
     */
    public List<CriticalAlert> window(List<Sample> samples, boolean lineRan) {
        List<CriticalAlert> alerts = new ArrayList<>();
        for (AlertRule rule : AlertRule.ALL) {
            boolean mayRaise = lineRan || rule.raised() == AlertRule.Raised.ALWAYS;
            for (Measure measure : rule.measures()) {
                Watch watch = new Watch(rule, measure);
                AlertState state = watch(watch, samples, mayRaise);
                if (state != null && state.isActive()) {
                    alerts.add(alert(watch, state));
                }
            }
        }
        return alerts;
    }

    private @Nullable AlertState watch(Watch watch, List<Sample> samples, boolean mayRaise) {
        AlertState state = states.get(watch);
        for (Sample sample : samples) {
            double value = sample.get(watch.measure());
            if (!Double.isNaN(value)) {
                state = step(watch, state, sample.timeMillis(), value);
                if (!mayRaise && state != null && !state.isActive()) {
                    state = null;
                }
            }
        }
        if (state == null) {
            states.remove(watch);
        } else {
            states.put(watch, state);
        }
        return state;
    }

    private @Nullable AlertState step(
            Watch watch, @Nullable AlertState state, long time, double value) {
        AlertRule rule = watch.rule();
        double limit = thresholds.limit(rule);
        boolean wrong = rule.isWrong(value, limit);
        boolean right = rule.isRight(value, limit);
        if (state == null) {
            return wrong ? state(watch, Phase.PENDING, new Held(time, time, 1), value) : null;
        }
        Held held = new Held(state.sinceMillis(), state.edgeMillis(), state.count());
        return switch (state.phase()) {
            case PENDING -> {
                if (!wrong) {
                    yield null;
                }
                Held more = held.oneMore();
                boolean raised = more.isLongEnough(rule, time);
                yield state(watch, raised ? Phase.ACTIVE : Phase.PENDING, more, value);
            }
            case ACTIVE ->
                    right
                            ? state(watch, Phase.CLEARING, held.from(time), value)
                            : state(watch, Phase.ACTIVE, held, value);
            case CLEARING -> {
                if (!right) {
                    yield state(watch, Phase.ACTIVE, held, value);
                }
                Held more = held.oneMore();
                yield more.isLongEnough(rule, time)
                        ? null
                        : state(watch, Phase.CLEARING, more, value);
            }
        };
    }

    /** How long and how often a value has stood on one side. */
    private record Held(long sinceMillis, long edgeMillis, int count) {
        Held oneMore() {
            return new Held(sinceMillis, edgeMillis, Math.min(count + 1, COUNT_MIN));
        }

        Held from(long edge) {
            return new Held(sinceMillis, edge, 1);
        }

        boolean isLongEnough(AlertRule rule, long time) {
            return count >= COUNT_MIN && time - edgeMillis >= rule.holdSeconds() * 1000;
        }
    }

    private static AlertState state(Watch watch, Phase phase, Held held, double value) {
        return new AlertState(
                watch.rule().key(),
                watch.measure().name(),
                phase,
                held.sinceMillis(),
                held.edgeMillis(),
                held.count(),
                value);
    }

    private CriticalAlert alert(Watch watch, AlertState state) {
        AlertRule rule = watch.rule();
        Tag tag = FactoryTags.named(watch.measure().tag()).orElseThrow();
        double limit = thresholds.limit(rule);
        String unit = rule.unit().isEmpty() ? "" : " " + rule.unit();
        String subject = rule.subject().isEmpty() ? tag.description() : rule.subject();
        double value = rounded(state.value(), tag.decimals()).doubleValue();
        String side = rule.side() == AlertRule.Side.HIGH ? "above" : "below";
        String message =
                subject
                        + ": "
                        + rounded(state.value(), tag.decimals()).toPlainString()
                        + unit
                        + (rule.isWrong(state.value(), limit) ? ", " + side : ", back within")
                        + " the limit of "
                        + BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString()
                        + unit;
        return new CriticalAlert(
                tag.name(),
                rule.side().word(),
                value,
                limit,
                rule.unit(),
                Instant.ofEpochMilli(state.sinceMillis()),
                message);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** What is to be kept. */
    public List<AlertState> states() {
        return List.copyOf(states.values());
    }
}
