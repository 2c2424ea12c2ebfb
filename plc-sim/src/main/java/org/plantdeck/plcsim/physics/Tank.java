package org.plantdeck.plcsim.physics;

/**
 * Product tank T1 between valve FV1 and the filler. Supply pump P1 follows the affinity laws: head
 * with the square of speed, power with its cube; the flow is where the pump's head meets the head
 * of height, pump and valve.
 */
final class Tank {

    private static final double HOUR = 3600;

    private final TankParameters parameters;
    private final Lag pumpSpeed;
    private final Lag valve;
    private final double topFlow;
    private double level;
    private double inflow;
    private double outflow;

    Tank(TankParameters parameters) {
        this.parameters = parameters;
        double dt = PlantTime.TICK_SECONDS;
        this.pumpSpeed = new Lag("tank.pump-speed", parameters.pumpMemory(), dt, WarmStart.PUMP);
        this.valve = new Lag("tank.valve", parameters.valveMemory(), dt, WarmStart.VALVE);
        this.level = parameters.level();
        this.topFlow = flow(1, 1);
        this.inflow = flow(WarmStart.PUMP / 100, WarmStart.VALVE / 100);
        this.outflow = inflow;
    }

    private double flow(double speed, double opening) {
        double head = parameters.shutOffHead() * speed * speed - parameters.staticHead();
        if (head <= 0 || opening < 0.01) {
            return 0;
        }
        double resistance = parameters.valveResistance() / (opening * opening);
        return Math.sqrt(head / (parameters.pumpDroop() + resistance));
    }

    /**
     * Fills and draws for one tick.
     *
     * @param speedReference of the pump, %
     * @param openingReference of the valve, %
     * @param lost part of the supply that does not arrive, 0 to 1
     * @param demand what the filler would draw, m³/h
     */
    void step(double speedReference, double openingReference, double lost, double demand) {
        pumpSpeed.follow(speedReference);
        valve.follow(openingReference);
        double pumped = flow(pumpSpeed.value() / 100, valve.value() / 100);
        inflow = pumped * (1 - lost);
        outflow = demand * (1 - shortage());
        double gained = (inflow - outflow) * PlantTime.TICK_SECONDS / HOUR;
        level = Math.max(0, Math.min(100, level + gained / parameters.volume() * 100));
    }

    /** Part of the product the filler asks for that does not come, 0 to 1. */
    double shortage() {
        return level >= parameters.lowLevel() ? 0 : 1 - level / parameters.lowLevel();
    }

    /** Electrical power of the pump, kW. */
    double pumpPower() {
        double speed = pumpSpeed.value() / 100;
        double idle = parameters.pumpIdleShare();
        double relativeFlow = speed > 0.01 ? inflow / (topFlow * speed) : 0;
        return parameters.pumpPower()
                * speed
                * speed
                * speed
                * (idle + (1 - idle) * Math.min(1.2, relativeFlow));
    }

    double level() {
        return level;
    }

    double inflow() {
        return inflow;
    }

    double outflow() {
        return outflow;
    }

    double valve() {
        return valve.value();
    }

    double pumpSpeed() {
        return pumpSpeed.value();
    }

    void archive(StateArchive archive) {
        pumpSpeed.archive(archive);
        valve.archive(archive);
        level = archive.number("tank.level", level);
        inflow = archive.number("tank.inflow", inflow);
        outflow = archive.number("tank.outflow", outflow);
    }
}
