package org.plantdeck.bridge.alerts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits of the critical alerts. Immutable.
 *
 * <p>{@link #catalogue()} is the one list of them: settings are made from it, none is named twice.
 */
public final class AlertThresholds {

    private static final List<Threshold> CATALOGUE =
            AlertRule.ALL.stream()
                    .map(rule ->
                            new Threshold(
                                    rule.key(),
                                    rule.limit(),
                                    rule.unit(),
                                    rule.minimum(),
                                    rule.maximum(),
                                    rule.meaning()))
                    .toList();

    private final Map<String, Double> limits;

    private AlertThresholds(Map<String, Double> limits) {
        this.limits = limits;
    }

    /**
     * One limit that can be set.
     *
     * @param key its name, such as {@code co2-high}; as a setting {@code bridge.alerts.co2-high}
     * @param defaultValue the limit unless set
     * @param unit its unit; empty for a ratio or an index
     * @param minimum least value that can be set
     * @param maximum greatest value that can be set
     * @param meaning one phrase in sentence case
     */
    public record Threshold(
            String key,
            double defaultValue,
            String unit,
            double minimum,
            double maximum,
            String meaning) {}

    /** Every limit that can be set, in the order alerts are told. */
    public static List<Threshold> catalogue() {
        return CATALOGUE;
    }

    /** Every limit at its default. */
    public static AlertThresholds defaults() {
        return of(Map.of());
    }

    /**
     * The defaults with some limits set.
     *
     * @throws IllegalArgumentException for a key that is not in the catalogue or a limit out of its
     *     range, naming the setting
     */
    public static AlertThresholds of(Map<String, Double> set) {
        Map<String, Double> limits = new HashMap<>(set);
        for (Threshold threshold : CATALOGUE) {
            double limit = limits.computeIfAbsent(threshold.key(), _ -> threshold.defaultValue());
            if (!(limit >= threshold.minimum() && limit <= threshold.maximum())) {
                throw new IllegalArgumentException(
                        "bridge.alerts."
                                + threshold.key()
                                + " is "
                                + limit
                                + ", must be from "
                                + threshold.minimum()
                                + " to "
                                + threshold.maximum());
            }
        }
        if (limits.size() > CATALOGUE.size()) {
            CATALOGUE.forEach(threshold -> limits.remove(threshold.key()));
            throw new IllegalArgumentException(
                    "bridge.alerts." + limits.keySet().iterator().next() + " is no setting");
        }
        return new AlertThresholds(Map.copyOf(limits));
    }

    /** The limit of a rule of the catalogue. */
    double limit(AlertRule rule) {
        return limits.getOrDefault(rule.key(), rule.limit());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlertThresholds that && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return limits.hashCode();
    }

    @Override
    public String toString() {
        return limits.toString();
    }
}
