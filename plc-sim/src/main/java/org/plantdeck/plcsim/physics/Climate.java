package org.plantdeck.plcsim.physics;

import java.time.Instant;

/** The hall's climate: weather, people and door, air handling, chiller, and the hall itself. */
final class Climate {

    private final HallParameters parameters;
    private final Weather weather;
    private final Floor floor;
    private final AirHandling handling;
    private final Chiller chiller;
    private final Hall hall;
    private double machineHeat;
    private double noise;
    private boolean failed;

    Climate(PlantParameters parameters, long seed, ShiftCalendar calendar, Instant now) {
        this.parameters = parameters.hall();
        this.weather = new Weather(parameters.weather(), seed, calendar);
        this.floor = new Floor(parameters.site(), seed, calendar, now);
        this.handling = new AirHandling(parameters.handling(), parameters.hall());
        this.chiller = new Chiller(parameters.chiller());
        this.hall = new Hall(parameters.hall());
        weather.observe(now);
    }

    /**
     * Blows and cools for one tick.
     *
     * @param outputs what PLC3 commands
     * @param productShare product that flows over that at nominal speed
     * @param energised whether the grid feeds all three phases
     */
    void step(
            ProcessImage<Actuator> outputs,
            double productShare,
            boolean energised,
            FaultBook faults) {
        failed = !energised || faults.size(FaultKind.HVAC_FAILURE) >= 100;
        handling.step(outputs, energised, faults);
        chiller.step(productShare, handling.cooling(), weather.temperature(), energised);
    }

    /**
     * Takes hall and coil to where steady production holds them.
     *
     * @return opening of the coil, %
     */
    double settle(Line line, double lighting, double lineAir) {
        HallGains gains = gains(line, lighting);
        double coil = handling.settle(hall.settle(gains, handling, weather), weather, hall);
        observe(gains, line, lineAir, false);
        return coil;
    }

    /**
     * Balances the hall for one second.
     *
     * @param lighting power of the lights, kW
     * @param lineAir air the line takes, m³/h
     */
    void second(Instant now, ShiftPhase phase, Line line, double lighting, double lineAir) {
        weather.step(now);
        floor.step(now);
        boolean cleaning = phase == ShiftPhase.CLEANING;
        handling.condition(weather, hall, chiller.cold(), cleaning);
        HallGains gains = gains(line, lighting);
        hall.step(gains, handling, weather, floor.doorOpen());
        observe(gains, line, lineAir, cleaning);
    }

    private HallGains gains(Line line, double lighting) {
        double machines =
                parameters.driveHeat() * line.warmingPower()
                        + parameters.tunnelHeat() * line.tunnelHeat()
                        + lighting;
        return hall.gains(machines, floor.people(), line.purging(), line.ratio());
    }

    private void observe(HallGains gains, Line line, double lineAir, boolean cleaning) {
        machineHeat = gains.heat();
        noise =
                Noise.level(
                        line.ratio(),
                        lineAir,
                        line.defect(),
                        handling.fanSpeed() / 100,
                        new Noise.Crew(floor.people(), cleaning));
    }

    AirHandling handling() {
        return handling;
    }

    Chiller chiller() {
        return chiller;
    }

    /** Air temperature of the hall, °C. */
    double temperature() {
        return hall.temperature();
    }

    void read(ProcessImage<Sensor> into) {
        into.set(Sensor.LOAD_CHILLER, chiller.power());
        into.set(Sensor.LOAD_AIR_HANDLING, handling.power());
        into.set(Sensor.HALL_TEMPERATURE, hall.temperature());
        into.set(Sensor.HALL_HUMIDITY, hall.humidity());
        into.set(Sensor.HALL_CO2, hall.carbonDioxide());
        into.set(Sensor.HALL_PM25, hall.dust());
        into.set(Sensor.HALL_NOISE, noise);
        into.set(Sensor.RADIANT_TEMPERATURE, hall.radiantTemperature());
        into.set(Sensor.AIR_VELOCITY, 0.08 + 0.015 * handling.flow());
        into.set(Sensor.PEOPLE, floor.people());
        into.set(Sensor.MACHINE_HEAT, machineHeat);
        into.set(Sensor.OUTDOOR_TEMPERATURE, weather.temperature());
        into.set(Sensor.OUTDOOR_HUMIDITY, weather.humidity());
        into.set(Sensor.FILTER_PRESSURE, handling.filterPressure());
        into.set(Sensor.FAN_SPEED, handling.fanSpeed());
        into.set(Sensor.AHU_FAILED, failed ? 1 : 0);
        into.set(Sensor.SUPPLY_TEMPERATURE, handling.supplyTemperature());
        into.set(Sensor.SUPPLY_FLOW, handling.flow());
        into.set(Sensor.OUTDOOR_FLOW, handling.outdoorFlow());
        into.set(Sensor.DAMPER_POSITION, handling.damper());
    }

    void archive(StateArchive archive) {
        weather.archive(archive);
        floor.archive(archive);
        handling.archive(archive);
        chiller.archive(archive);
        hall.archive(archive);
        machineHeat = archive.number("climate.machine-heat", machineHeat);
        noise = archive.number("climate.noise", noise);
        failed = archive.whole("climate.failed", failed ? 1 : 0) == 1;
    }
}
