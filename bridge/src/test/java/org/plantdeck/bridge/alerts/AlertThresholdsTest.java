package org.plantdeck.bridge.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Map;

class AlertThresholdsTest {

    @Test
    void everyLimitHasAKeyOfItsOwnAndADefaultInItsRange() {
        assertThat(AlertThresholds.catalogue())
                .hasSizeGreaterThan(10)
                .allSatisfy(threshold -> {
                    assertThat(threshold.key()).matches("[a-z0-9-]+");
                    assertThat(threshold.meaning()).isNotBlank();
                    assertThat(threshold.defaultValue())
                            .isBetween(threshold.minimum(), threshold.maximum());
                });
        var keys =
                AlertThresholds.catalogue().stream().map(AlertThresholds.Threshold::key).toList();
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    }

    @Test
    void aLimitOutOfItsRangeIsRefusedByName() {
        assertThatThrownBy(() -> AlertThresholds.of(Map.of("co2-high", 20.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bridge.alerts.co2-high is 20.0, must be from 500.0 to 10000.0");
        assertThatThrownBy(() -> AlertThresholds.of(Map.of("co2-high", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownKeyIsRefusedByName() {
        assertThatThrownBy(() -> AlertThresholds.of(Map.of("co3-high", 20.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bridge.alerts.co3-high is no setting");
    }

    @Test
    void nothingSetIsTheDefaults() {
        assertThat(AlertThresholds.of(Map.of())).isEqualTo(AlertThresholds.defaults());
    }
}
