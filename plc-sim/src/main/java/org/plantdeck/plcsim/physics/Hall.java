package org.plantdeck.plcsim.physics;

/**
 * The hall as one well-mixed zone with a heavy structure around it: heat, moisture, carbon dioxide,
 * fine dust. Steps of a second.
 */
final class Hall {

    private static final double DT = 1;
    private static final double HOUR = 3600;
    private static final double AIR_HEAT = 1.206;
    private static final double AIR_DENSITY = 1.2;
    private static final double MILLION = 1e6;
    private static final double LITRES = 1000;

    private final HallParameters parameters;
    private double temperature;
    private double structure;
    private double humidityRatio;
    private double humidity;
    private double carbonDioxide;
    private double dust;

    Hall(HallParameters parameters) {
        this.parameters = parameters;
        this.temperature = parameters.temperature();
        this.structure = parameters.temperature();
        this.humidityRatio =
                Psychrometrics.humidityRatio(parameters.temperature(), parameters.humidity());
        this.humidity = parameters.humidity();
    }

    /**
     * Balances for one second.
     *
     * @param gains what machines and people give to the hall
     * @param handling the supply air
     * @param weather what comes in from outdoors
     * @param doorOpen whether the door lets more of it in
     */
    void step(HallGains gains, AirHandling handling, Weather weather, boolean doorOpen) {
        double gaps = parameters.infiltration() + (doorOpen ? parameters.door() : 0);
        heat(gains.heat(), handling, weather.temperature(), gaps);
        double exchanged = handling.outdoorFlow() + gaps;
        moisten(weather.humidityRatio(), exchanged, handling.condensed());
        breathe(gains.carbonDioxide(), weather.carbonDioxide(), exchanged);
        double share = handling.outdoorShare();
        settle(gains.dust(), weather.dust(), new Dustflow(handling.flow(), share, gaps));
    }

    /**
     * Takes the air to where these gains would hold it, at the temperature it has.
     *
     * @return the heat the supply air must bring to hold that temperature, kW
     */
    double settle(HallGains gains, AirHandling handling, Weather weather) {
        double gaps = parameters.infiltration();
        double exchanged = handling.outdoorFlow() + gaps;
        carbonDioxide = weather.carbonDioxide() + gains.carbonDioxide() * MILLION / exchanged;
        double passed = 1 - parameters.dustFilter();
        double kept = 1 - passed * (1 - handling.outdoorShare());
        double settling = parameters.dustSettling() / HOUR * parameters.volume();
        double brought = handling.outdoorFlow() * passed + gaps;
        dust =
                (gains.dust() + brought * weather.dust())
                        / (handling.flow() * kept + gaps + settling);
        double envelope = parameters.envelope() + AIR_HEAT * gaps;
        return envelope * (temperature - weather.temperature()) - gains.heat();
    }

    private void heat(double gained, AirHandling handling, double outdoor, double gaps) {
        double envelope = parameters.envelope() + AIR_HEAT * gaps;
        double stored = parameters.structureConductance() * (temperature - structure);
        double balance =
                gained + handling.heatTo(temperature) - envelope * (temperature - outdoor) - stored;
        temperature += balance * DT / parameters.airCapacity();
        structure += stored * DT / parameters.structureCapacity();
    }

    private void moisten(double outdoor, double exchanged, double condensed) {
        double saturated = Psychrometrics.humidityRatio(temperature, 100);
        double balance =
                AIR_DENSITY * exchanged * (outdoor - humidityRatio)
                        + parameters.wetFloor() * (saturated - humidityRatio)
                        - condensed;
        humidityRatio += balance * DT / (AIR_DENSITY * parameters.volume());
        humidityRatio = Math.max(0.1, Math.min(saturated, humidityRatio));
        humidity = Psychrometrics.relativeHumidity(temperature, humidityRatio);
    }

    private void breathe(double source, double outdoor, double exchanged) {
        double balance = exchanged * (outdoor - carbonDioxide) + source * MILLION;
        carbonDioxide += balance * DT / parameters.volume();
    }

    /** Air that carries dust: supply in m³/s with its outdoor share, and what comes by gaps. */
    private record Dustflow(double supply, double outdoorShare, double gaps) {}

    private void settle(double source, double outdoor, Dustflow air) {
        double mixed = dust + (outdoor - dust) * air.outdoorShare;
        double supplied = air.supply * (mixed * (1 - parameters.dustFilter()) - dust);
        double settled = parameters.dustSettling() / HOUR * parameters.volume() * dust;
        double balance = source + supplied + air.gaps * (outdoor - dust) - settled;
        dust = Math.max(0, dust + balance * DT / parameters.volume());
    }

    /** What people, machines and the purge give to the hall. */
    HallGains gains(double machines, double people, double purge, double ratio) {
        return new HallGains(
                machines + people * parameters.personHeat(),
                people * parameters.personCarbonDioxide() / LITRES + purge / HOUR,
                parameters.dust() * ratio);
    }

    /** Air temperature, °C. */
    double temperature() {
        return temperature;
    }

    /** Mean radiant temperature, °C: walls and floor, and a little of what is warm. */
    double radiantTemperature() {
        return 0.7 * structure + 0.3 * temperature + 0.5;
    }

    /** Relative humidity, %. */
    double humidity() {
        return humidity;
    }

    /** Water in the air, g in a kg of dry air. */
    double humidityRatio() {
        return humidityRatio;
    }

    /** Carbon dioxide, ppm. */
    double carbonDioxide() {
        return carbonDioxide;
    }

    /** Fine dust, µg/m³. */
    double dust() {
        return dust;
    }

    void archive(StateArchive archive) {
        temperature = archive.number("hall.temperature", temperature);
        structure = archive.number("hall.structure", structure);
        humidityRatio = archive.number("hall.humidity-ratio", humidityRatio);
        humidity = archive.number("hall.humidity", humidity);
        carbonDioxide = archive.number("hall.carbon-dioxide", carbonDioxide);
        dust = archive.number("hall.dust", dust);
    }
}
