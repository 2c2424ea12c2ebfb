package org.plantdeck.plcsim.physics;

/**
 * Main drive of the line with its inverter and gearbox. Torque has a constant part and one that
 * grows with the square of speed; the current is the magnetising one and the one that makes the
 * torque at right angles. The inverter keeps both apart from the mains, until its voltage is too
 * low or the motor too hot: then the protection opens and stays so until it is reset.
 */
final class Drive {

    private static final double DT = PlantTime.TICK_SECONDS;
    private static final double COASTING = 25;

    private final DriveParameters parameters;
    private final Wander viscosity;
    private final Wander backPressure;
    private final RandomStream dice;
    private final double heatShare;
    private double setSpeed;
    private double torque = 1;
    private double current;
    private double soundPower;
    private double shaftPower;
    private double windingHeat;
    private double damage;
    private double beltSlip;
    private boolean tripped;

    Drive(DriveParameters parameters, long seed) {
        this.parameters = parameters;
        this.dice = new RandomStream(seed, "drive");
        this.viscosity =
                new Wander(dice, "drive.viscosity", parameters.viscositySpread(), 1800, DT);
        this.backPressure = new Wander(dice, "drive.load", parameters.loadSpread(), 8, DT);
        this.heatShare = 1 - StrictMath.exp(-DT / parameters.thermalMemory());
        this.setSpeed = parameters.nominalSpeed();
        this.soundPower = parameters.shaftPower();
        this.shaftPower = soundPower;
        this.current = currentAt(1);
        this.windingHeat = heatOf(current);
    }

    /**
     * Turns for one tick.
     *
     * @param reference speed asked for, bottles a minute
     * @param reset whether the protection is to be reset
     * @param voltage lowest line voltage over nominal
     * @param friction power the bearing takes beyond that of a sound one, kW
     * @param slip part of the speed that the belt loses, 0 to 1
     */
    void step(double reference, boolean reset, double voltage, double friction, double slip) {
        double disturbance = 1 + viscosity.step() + backPressure.step();
        boolean undervoltage = voltage < parameters.undervoltage();
        if (undervoltage || windingHeat > parameters.overload()) {
            tripped = true;
        } else if (reset && windingHeat < 1) {
            tripped = false;
        }
        double before = setSpeed;
        ramp(tripped ? 0 : Math.min(reference, parameters.topSpeed()));
        double ratio = setSpeed / parameters.nominalSpeed();
        double constant = parameters.constantTorque();
        double acceleration = Math.max(0, setSpeed - before) / DT * parameters.inertiaTorque();
        double carried = ratio * (1 - slip);
        double steady = (constant + (1 - constant) * carried * carried) * disturbance;
        boolean turning = ratio > 0 && !tripped;
        torque = turning ? steady + acceleration : 0;
        damage = turning ? friction : 0;
        beltSlip = slip;
        soundPower = turning ? torque * ratio * parameters.shaftPower() : 0;
        shaftPower = soundPower + damage;
        current = turning ? currentAt(shaftPower / (ratio * parameters.shaftPower())) : 0;
        windingHeat += (heatOf(current) - windingHeat) * heatShare;
    }

    private void ramp(double target) {
        double faster = parameters.acceleration() * DT;
        double slower = (tripped ? COASTING : parameters.acceleration()) * DT;
        setSpeed = Math.max(setSpeed - slower, Math.min(setSpeed + faster, target));
    }

    private double currentAt(double relativeTorque) {
        double active = parameters.torqueCurrent() * relativeTorque;
        double magnetising = parameters.magnetisingCurrent();
        return Math.sqrt(magnetising * magnetising + active * active);
    }

    private double heatOf(double amperes) {
        double relative = amperes / parameters.ratedCurrent();
        return relative * relative;
    }

    /** Speed behind the belt, bottles a minute. */
    double speed() {
        double lost = tripped ? 0 : parameters.slipOfSpeed() * (torque - 1);
        return Math.max(0, setSpeed * (1 - lost) * (1 - beltSlip));
    }

    /** Speed over nominal speed. */
    double ratio() {
        return setSpeed / parameters.nominalSpeed();
    }

    /** Torque over nominal torque, without friction of damage. */
    double torque() {
        return torque;
    }

    double current() {
        return current;
    }

    boolean tripped() {
        return tripped;
    }

    /** Electrical power of the main drive, kW. */
    double power() {
        return shaftPower / parameters.efficiency();
    }

    /** Electrical power it would take without friction of damage, kW. */
    double soundPower() {
        return soundPower / parameters.efficiency();
    }

    /** Part of that which friction of damage takes, kW. */
    double excessPower() {
        return damage / parameters.efficiency();
    }

    /** Electrical power that a slipping belt turns into heat, kW. */
    double lostInBelt() {
        return beltSlip * power();
    }

    /** Electrical power of the other drives of the line and its cabinets, kW. */
    double auxiliaryPower() {
        double started = Math.min(1, 10 * ratio());
        return parameters.standby()
                + parameters.auxiliaryBase() * started
                + parameters.auxiliaryPower() * ratio();
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        viscosity.archive(archive);
        backPressure.archive(archive);
        setSpeed = archive.number("drive.speed", setSpeed);
        torque = archive.number("drive.torque", torque);
        current = archive.number("drive.current", current);
        soundPower = archive.number("drive.sound-power", soundPower);
        shaftPower = archive.number("drive.shaft-power", shaftPower);
        windingHeat = archive.number("drive.winding-heat", windingHeat);
        beltSlip = archive.number("drive.belt-slip", beltSlip);
        damage = archive.number("drive.damage", damage);
        tripped = archive.whole("drive.tripped", tripped ? 1 : 0) == 1;
    }
}
