package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plcsim.physics.PhysicsParameter;
import org.plantdeck.plcsim.physics.PlantParameters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of the physics as settings, one to one from its own catalogue. */
final class PhysicsKeys {

    private PhysicsKeys() {}

    static List<Setting<Double>> all() {
        return PlantParameters.catalogue().stream().map(PhysicsKeys::setting).toList();
    }

    private static Setting<Double> setting(PhysicsParameter parameter) {
        return Setting.of(
                parameter.key(),
                Kind.number(parameter.min(), parameter.max()),
                parameter.standard(),
                parameter.unit().isEmpty() ? "number" : parameter.unit(),
                parameter.meaning());
    }

    static PlantParameters read(Settings settings) {
        Map<String, Double> overrides = new HashMap<>();
        for (Setting<Double> setting : all()) {
            settings.find(setting).ifPresent(value -> overrides.put(setting.key(), value));
        }
        return PlantParameters.of(overrides);
    }
}
