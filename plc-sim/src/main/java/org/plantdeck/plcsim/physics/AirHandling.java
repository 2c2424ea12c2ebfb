package org.plantdeck.plcsim.physics;

/**
 * Air handling unit: damper, filter, coil and fan. The fan's pressure falls with flow and rises
 * with the square of speed, ducts and filter take the square of flow: so flow follows speed and
 * power its cube, and a clogged filter costs flow.
 */
final class AirHandling {

    private static final double DT = PlantTime.TICK_SECONDS;
    private static final double NOMINAL_FLOW = 4.5;
    private static final double HOUR = 3600;

    /** Heat capacity of air, kJ/(m³·K). */
    private static final double AIR_HEAT = 1.206;

    private static final double AIR_DENSITY = 1.2;

    /** Heat of condensing water, kJ/g. */
    private static final double CONDENSATION = 2.5;

    private static final double LEAST_FLOW = 0.2;

    private final HandlingParameters parameters;
    private final Lag fan;
    private final Lag damper;
    private final Lag coil;
    private final double cleanFlow;
    private final double saturatedAtColdCoil;
    private double loading;
    private double flow;
    private double filterPressure;
    private double supplyTemperature;
    private double cooling;
    private double condensed;

    AirHandling(HandlingParameters parameters, HallParameters hall) {
        this.parameters = parameters;
        this.fan = new Lag("handling.fan", parameters.fanMemory(), DT, WarmStart.FAN);
        this.damper = new Lag("handling.damper", parameters.damperMemory(), DT, WarmStart.DAMPER);
        this.coil = new Lag("handling.coil", parameters.coilMemory(), DT, 0);
        this.loading = parameters.filterLoading();
        this.cleanFlow = flowAt(1, parameters.filterResistance());
        this.saturatedAtColdCoil = Psychrometrics.humidityRatio(parameters.coldCoil(), 100);
        this.supplyTemperature = hall.temperature();
        blow(WarmStart.FAN, 0);
    }

    private double flowAt(double speed, double filter) {
        return speed * Math.sqrt(parameters.fanPressure() / (parameters.ductResistance() + filter));
    }

    private double filterResistance(double clogging) {
        return parameters.filterResistance() * (1 + loading) * (1 + clogging);
    }

    /**
     * Blows for one tick.
     *
     * @param outputs fan, damper and coil
     * @param energised whether the grid feeds all three phases
     * @param faults that clog the filter or fail the fan
     */
    void step(ProcessImage<Actuator> outputs, boolean energised, FaultBook faults) {
        double left = 1 - faults.size(FaultKind.HVAC_FAILURE) / 100;
        double speed = outputs.get(Actuator.FAN_SPEED_REFERENCE) * left;
        fan.follow(energised ? speed : 0);
        damper.follow(outputs.get(Actuator.DAMPER_REFERENCE));
        coil.follow(outputs.get(Actuator.COIL_REFERENCE));
        blow(fan.value(), faults.size(FaultKind.CLOGGED_FILTER) / 100);
    }

    private void blow(double speedPercent, double clogging) {
        double filter = filterResistance(clogging);
        flow = flowAt(speedPercent / 100, filter);
        filterPressure = filter * flow * flow;
    }

    /**
     * Warms or cools the air and loads the filter for one second.
     *
     * @param cold part of the cold the coil asks for that the chiller gives, 0 to 1
     * @param cleaning whether maintenance is there to change a dirty filter
     */
    void condition(Weather weather, Hall hall, double cold, boolean cleaning) {
        loading += parameters.filterGrowth() / HOUR * flow / NOMINAL_FLOW;
        if (cleaning && loading > parameters.filterChange()) {
            loading = 0;
        }
        double room = hall.temperature();
        double mixed = room + (weather.temperature() - room) * outdoorShare();
        double carried = AIR_HEAT * flow;
        double opening = coil.value() / 100;
        double cooled =
                Math.max(0, mixed - parameters.coldCoil())
                        * parameters.coilCooling()
                        * Math.max(0, opening);
        double heated =
                Math.max(0, parameters.hotCoil() - mixed)
                        * parameters.coilHeating()
                        * Math.max(0, -opening);
        dry(weather, hall, cold);
        cooling = carried * cooled + condensed * CONDENSATION;
        boolean blowing = flow > LEAST_FLOW;
        double warmedByFan = blowing ? power() / carried : 0;
        double target = blowing ? mixed - cooled * cold + heated + warmedByFan : room;
        supplyTemperature += (target - supplyTemperature) * Math.min(1, 0.005 + flow / 45);
    }

    /**
     * Sets the coil to where the supply air brings a hall the heat it needs.
     *
     * @param needed heat to bring, kW; negative where it is to be taken away
     * @return opening of the coil, %
     */
    double settle(double needed, Weather weather, Hall hall) {
        double room = hall.temperature();
        double carried = AIR_HEAT * flow;
        double mixed = room + (weather.temperature() - room) * outdoorShare();
        supplyTemperature = room + needed / carried;
        double rise = supplyTemperature - mixed - power() / carried;
        double span =
                rise < 0
                        ? (mixed - parameters.coldCoil()) * parameters.coilCooling()
                        : (parameters.hotCoil() - mixed) * parameters.coilHeating();
        double opening = Math.max(-100, Math.min(100, -100 * rise / Math.max(1, span)));
        coil.set(opening);
        dry(weather, hall, 1);
        cooling = carried * Math.max(0, -rise) + condensed * CONDENSATION;
        return opening;
    }

    private void dry(Weather weather, Hall hall, double cold) {
        double inside = hall.humidityRatio();
        double mixed = inside + (weather.humidityRatio() - inside) * outdoorShare();
        double opening = Math.max(0, coil.value() / 100) * parameters.coilCooling() * cold;
        condensed = AIR_DENSITY * flow * opening * Math.max(0, mixed - saturatedAtColdCoil);
    }

    /** Outdoor part of the supply air, 0 to 1. */
    double outdoorShare() {
        return Math.max(parameters.damperLeak(), damper.value()) / 100;
    }

    /** Electrical power of the fan, kW. */
    double power() {
        double speed = fan.value() / 100;
        double idle = parameters.fanIdleShare();
        double relativeFlow = speed > 0.01 ? flow / (speed * cleanFlow) : 0;
        return parameters.fanPower() * speed * speed * speed * (idle + (1 - idle) * relativeFlow);
    }

    /**
     * Power the dust in the filter costs, kW: a slower fan would move as much through a clean one.
     */
    double costOfDust() {
        double speed = fan.value() / 100;
        double cleanSpeed = flow / cleanFlow;
        return Math.max(0, power() - parameters.fanPower() * cleanSpeed * cleanSpeed * cleanSpeed)
                * (speed > 0.01 ? 1 : 0);
    }

    /** Heat the coil asks the chiller to take, kW. */
    double cooling() {
        return cooling;
    }

    /** Supply air, m³/s. */
    double flow() {
        return flow;
    }

    double outdoorFlow() {
        return flow * outdoorShare();
    }

    double filterPressure() {
        return filterPressure;
    }

    double fanSpeed() {
        return fan.value();
    }

    double damper() {
        return damper.value();
    }

    double supplyTemperature() {
        return supplyTemperature;
    }

    /** Heat the supply air brings to a hall of a temperature, kW. */
    double heatTo(double hall) {
        return AIR_HEAT * flow * (supplyTemperature - hall);
    }

    /** Water the cold coil takes from the air, g/s. */
    double condensed() {
        return condensed;
    }

    void archive(StateArchive archive) {
        fan.archive(archive);
        damper.archive(archive);
        coil.archive(archive);
        loading = archive.number("handling.loading", loading);
        flow = archive.number("handling.flow", flow);
        filterPressure = archive.number("handling.filter-pressure", filterPressure);
        supplyTemperature = archive.number("handling.supply-temperature", supplyTemperature);
        cooling = archive.number("handling.cooling", cooling);
        condensed = archive.number("handling.condensed", condensed);
    }
}
