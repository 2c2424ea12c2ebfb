package org.plantdeck.plcsim.physics;

/**
 * Bearing of the main drive. It is sound, with a vibration that wanders a little, until the damage
 * of its use, by ISO 281 and doubling every 10 °C, reaches what this bearing can bear. Then a
 * defect begins, and grows in proportion to itself, the faster the higher load and temperature.
 */
final class Bearing {

    private static final double DT = PlantTime.TICK_SECONDS;
    private static final double SLOW_DT = 1;
    private static final double LARGEST_DEFECT = 20;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    /** Slope of the Weibull distribution of bearing lives in ISO 281. */
    private static final double LIFE_SLOPE = 1.5;

    /** Characteristic life over L10 at that slope. */
    private static final double CHARACTERISTIC_OVER_L10 =
            StrictMath.pow(1 / -StrictMath.log(0.9), 1 / LIFE_SLOPE);

    private final BearingParameters parameters;
    private final RandomStream dice;
    private final Wander walk;
    private final Lag vibration;
    private double endurance;
    private double damage;
    private double defect;
    private boolean damagedByFault;
    private double temperature;

    Bearing(BearingParameters parameters, long seed, double ambient) {
        this.parameters = parameters;
        this.dice = new RandomStream(seed, "bearing");
        this.walk = new Wander(dice, "bearing.walk", parameters.vibrationSpread(), 6 * HOUR, 1);
        this.endurance = enduranceOf(dice.uniform());
        this.vibration = new Lag("bearing.vibration", 1, DT, parameters.vibration());
        this.temperature = ambient + parameters.friction() / parameters.conductance();
    }

    /** Life that 90 % of such bearings reach, h, by ISO 281 for ball bearings. */
    static double lifeHours(double ratingKn, double loadKn, double rpm) {
        double relative = ratingKn / loadKn;
        return 1e6 / (60 * rpm) * relative * relative * relative;
    }

    private static double enduranceOf(double uniform) {
        return StrictMath.pow(-StrictMath.log(1 - uniform), 1 / LIFE_SLOPE);
    }

    /** Warms and shakes for one tick. */
    void step(Drive drive, double slipPercent, double ambient) {
        double heat = friction() * drive.torque() * drive.ratio();
        double lost = parameters.conductance() * (temperature - ambient);
        temperature += (heat - lost) * DT / parameters.capacity();
        double shaken = drive.ratio() * (0.4 + 0.6 * drive.torque());
        double sound = parameters.vibration() + walk.value();
        double belt = parameters.vibrationOfSlip() * slipPercent * drive.ratio();
        vibration.follow(0.02 + (sound - 0.02 + defect) * shaken + belt);
    }

    /** Wears for one second. */
    void wear(Drive drive, FaultBook faults) {
        walk.step();
        takeFault(faults);
        double load = drive.torque() * drive.torque() * drive.torque() * drive.ratio();
        double warmth = StrictMath.pow(2, (temperature - parameters.growthTemperature()) / 10);
        double life =
                lifeHours(parameters.loadRating(), parameters.load(), parameters.speed())
                        * CHARACTERISTIC_OVER_L10;
        damage += load * warmth * SLOW_DT / (life * HOUR);
        if (damage >= endurance) {
            defect = Math.max(defect, parameters.firstDefect());
        }
        defect *= 1 + parameters.growth() / DAY * load * warmth * SLOW_DT;
        defect = Math.min(defect, LARGEST_DEFECT);
    }

    private void takeFault(FaultBook faults) {
        boolean acts = faults.acts(FaultKind.BEARING_WEAR);
        if (acts && !damagedByFault) {
            defect = Math.max(defect, faults.size(FaultKind.BEARING_WEAR));
        } else if (!acts && damagedByFault) {
            defect = 0;
            damage = 0;
        }
        damagedByFault = acts;
    }

    private double friction() {
        return parameters.friction() * (1 + parameters.frictionOfDefect() * defect);
    }

    /** Power the friction of the defect takes from the drive, kW. */
    double excessFriction(Drive drive) {
        return (friction() - parameters.friction()) * drive.torque() * drive.ratio();
    }

    double temperature() {
        return temperature;
    }

    double vibration() {
        return vibration.value();
    }

    /** Vibration the defect adds at nominal speed and load, mm/s; 0 while the bearing is sound. */
    double defect() {
        return defect;
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        walk.archive(archive);
        vibration.archive(archive);
        endurance = archive.number("bearing.endurance", endurance);
        damage = archive.number("bearing.damage", damage);
        defect = archive.number("bearing.defect", defect);
        damagedByFault = archive.whole("bearing.damaged-by-fault", damagedByFault ? 1 : 0) == 1;
        temperature = archive.number("bearing.temperature", temperature);
    }
}
