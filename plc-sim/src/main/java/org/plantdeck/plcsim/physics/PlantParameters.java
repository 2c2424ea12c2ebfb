package org.plantdeck.plcsim.physics;

import java.util.List;
import java.util.Map;

/**
 * The parameters of the physics, one record a subsystem. Each parameter carries its standard value,
 * unit, range and meaning; {@link #catalogue()} lists them for the settings file.
 */
public record PlantParameters(
        DriveParameters drive,
        BearingParameters bearing,
        FillerParameters filler,
        CapsParameters caps,
        TankParameters tank,
        TunnelParameters tunnel,
        AirParameters air,
        HandlingParameters handling,
        ChillerParameters chiller,
        HallParameters hall,
        WeatherParameters weather,
        SiteParameters site,
        GridParameters grid) {

    /** The plant as it is built. */
    public static PlantParameters standard() {
        return of(Map.of());
    }

    /**
     * The plant with some parameters set differently.
     *
     * @param overrides values by key as in {@link #catalogue()}
     * @throws IllegalArgumentException with one sentence, when a key is unknown or a value out of
     *     range
     */
    public static PlantParameters of(Map<String, Double> overrides) {
        List<String> known = catalogue().stream().map(PhysicsParameter::key).toList();
        overrides.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException(key + " is an unknown setting");
                });
        return ParameterRecords.fill(PlantParameters.class, overrides);
    }

    /** Every parameter with its key, standard value, unit, range and meaning, in fixed order. */
    public static List<PhysicsParameter> catalogue() {
        return ParameterRecords.catalogue(PlantParameters.class);
    }
}
