package org.plantdeck.plcsim.physics;

/** Line 1 from infeed to packer: drive, bearing, filler, capper, inspection, tank, tunnel. */
final class Line {

    private final Drive drive;
    private final Bearing bearing;
    private final Filler filler;
    private final Bowl bowl;
    private final CapFeeder caps;
    private final Inspection inspection;
    private final Tank tank;
    private final ShrinkTunnel tunnel;
    private final double nominalSpeed;
    private final double purge;
    private double purging;

    Line(PlantParameters parameters, long seed) {
        this.nominalSpeed = parameters.drive().nominalSpeed();
        this.drive = new Drive(parameters.drive(), seed);
        this.bearing = new Bearing(parameters.bearing(), seed, parameters.hall().temperature());
        this.filler = new Filler(parameters.filler(), nominalSpeed);
        this.bowl = new Bowl(parameters.filler(), seed);
        this.caps = new CapFeeder(parameters.caps(), seed);
        this.inspection = new Inspection(parameters.filler(), seed);
        this.tank = new Tank(parameters.tank());
        this.tunnel = new ShrinkTunnel(parameters.tunnel());
        this.purge = parameters.filler().purge();
        this.purging = purge;
    }

    /**
     * Runs for one tick.
     *
     * @param outputs what PLC1 commands
     * @param supply the grid as the line feels it
     * @param hallTemperature °C
     * @param receiver pressure in the air receiver, bar
     */
    void step(
            ProcessImage<Actuator> outputs,
            Supply supply,
            double hallTemperature,
            double receiver,
            FaultBook faults) {
        double slip = faults.size(FaultKind.BELT_SLIP) / 100;
        drive.step(
                outputs.get(Actuator.DRIVE_SPEED),
                outputs.get(Actuator.DRIVE_RESET) > 0.5,
                supply.voltage(),
                bearing.excessFriction(drive),
                slip);
        bearing.step(drive, slip * 100, hallTemperature);
        filler.step(drive.speed());
        double ratio = ratio();
        double held = outputs.get(Actuator.BOWL_PRESSURE_SETPOINT);
        double error = faults.size(FaultKind.PRESSURE_REGULATOR_FAILURE);
        bowl.step(held, error, ratio, receiver);
        supplyProduct(outputs, supply, faults);
        caps.step(ratio, filler.bottleOut(), faults);
        inspect(ratio, faults.size(FaultKind.QUALITY_LOSS) / 100);
        boolean hot = outputs.get(Actuator.SHRINK_TUNNEL) > 0.5;
        tunnel.step(hot, ratio, supply.threePhase() ? 1 : 0.5);
        boolean purges = outputs.get(Actuator.PURGE) > 0.5;
        purging = purges ? purge * (0.3 + 0.7 * ratio) : 0;
    }

    private void supplyProduct(ProcessImage<Actuator> outputs, Supply supply, FaultBook faults) {
        double reference = outputs.get(Actuator.PUMP_SPEED_REFERENCE);
        tank.step(
                supply.threePhase() ? reference : 0,
                outputs.get(Actuator.VALVE_REFERENCE),
                faults.size(FaultKind.TANK_RUNNING_DRY) / 100,
                filler.demand());
    }

    private void inspect(double ratio, double lostLabels) {
        double defect = bearing.defect();
        inspection.step(
                filler.bottleOut(),
                filler.underfilledChance(bowl.error(), tank.shortage(), ratio),
                inspection.badCapChance(ratio, defect) + caps.missing(),
                inspection.badLabelChance(ratio, defect) + lostLabels);
    }

    /** Wears for one second. */
    void wear(FaultBook faults) {
        bearing.wear(drive, faults);
    }

    /** Speed of the filler over nominal. */
    double ratio() {
        return filler.speed() / nominalSpeed;
    }

    /** Product that flows over that at nominal speed. */
    double productShare() {
        return ratio() * (1 - tank.shortage());
    }

    /** Power of all drives of the line, kW. */
    double drivePower() {
        return drive.power() + drive.auxiliaryPower();
    }

    /**
     * Power of the drives that warms the hall, kW: without the friction of damage, whose heat the
     * gearbox oil carries off.
     */
    double warmingPower() {
        return drive.soundPower() + drive.auxiliaryPower();
    }

    double pumpPower() {
        return tank.pumpPower();
    }

    double tunnelPower() {
        return tunnel.power();
    }

    double tunnelHeat() {
        return tunnel.heat();
    }

    /** Carbon dioxide the purge sets free, m³/h. */
    double purging() {
        return purging;
    }

    /** Vibration of a bearing defect, mm/s. */
    double defect() {
        return bearing.defect();
    }

    /** Power that damage costs in drive and belt, kW. */
    double costOfDamage() {
        return drive.excessPower() + drive.lostInBelt();
    }

    void read(ProcessImage<Sensor> into) {
        into.set(Sensor.BOTTLES_FILLED, (double) filler.bottles());
        into.set(Sensor.BOTTLES_INSPECTED, (double) inspection.inspected());
        into.set(Sensor.REJECTS_UNDERFILLED, (double) inspection.underfilled());
        into.set(Sensor.REJECTS_CAP, (double) inspection.caps());
        into.set(Sensor.REJECTS_LABEL, (double) inspection.labels());
        into.set(Sensor.CASES_PACKED, (double) inspection.cases());
        into.set(Sensor.LINE_SPEED, filler.speed());
        into.set(Sensor.DRIVE_CURRENT, drive.current());
        into.set(Sensor.DRIVE_TRIPPED, drive.tripped() ? 1 : 0);
        into.set(Sensor.BEARING_TEMPERATURE, bearing.temperature());
        into.set(Sensor.VIBRATION, bearing.vibration());
        into.set(Sensor.BOWL_PRESSURE, bowl.pressure());
        into.set(Sensor.CAP_HOPPER_LEVEL, caps.level());
        into.set(Sensor.CAP_FEEDER_JAMMED, caps.jammed() ? 1 : 0);
        into.set(Sensor.TANK_LEVEL, tank.level());
        into.set(Sensor.TANK_INFLOW, tank.inflow());
        into.set(Sensor.TANK_OUTFLOW, tank.outflow());
        into.set(Sensor.VALVE_POSITION, tank.valve());
        into.set(Sensor.PUMP_SPEED, tank.pumpSpeed());
    }

    void archive(StateArchive archive) {
        drive.archive(archive);
        bearing.archive(archive);
        filler.archive(archive);
        bowl.archive(archive);
        caps.archive(archive);
        inspection.archive(archive);
        tank.archive(archive);
        tunnel.archive(archive);
        purging = archive.number("line.purging", purging);
    }
}
