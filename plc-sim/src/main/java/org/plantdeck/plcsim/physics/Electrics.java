package org.plantdeck.plcsim.physics;

/** The electrical side of the plant: what every consumer takes, the network, and its meters. */
final class Electrics {

    /**
     * How much reactive power a consumer takes.
     *
     * @param idle kvar as soon as it takes power
     * @param slope kvar for each kW
     */
    private record ReactiveShare(double idle, double slope) {
        double reactive(double kw) {
            return kw > 0 ? idle + slope * kw : 0;
        }
    }

    private static final ReactiveShare DRIVES = new ReactiveShare(0.8, 0.84);
    private static final ReactiveShare PUMP = new ReactiveShare(0.6, 0.6);
    private static final ReactiveShare COMPRESSOR = new ReactiveShare(7.5, 0.65);
    private static final ReactiveShare CHILLER = new ReactiveShare(2.5, 0.6);
    private static final ReactiveShare FAN = new ReactiveShare(0.3, 0.75);
    private static final ReactiveShare HEATERS = new ReactiveShare(0, 0.12);
    private static final ReactiveShare LIGHTS = new ReactiveShare(0, 0.4);
    private static final ReactiveShare OFFICES = new ReactiveShare(0, 0.33);
    private static final ReactiveShare OTHER = new ReactiveShare(0, 0.62);
    private static final int OFFICE_PHASE = 0;
    private static final double[] LIGHTS_OF_PHASE = {0.34, 0.3, 0.36};

    private final Grid grid;
    private final Network network;
    private double lighting;
    private double offices;
    private double other;
    private double sound;

    Electrics(PlantParameters parameters, long seed) {
        this.grid = new Grid(parameters.grid(), seed);
        this.network = new Network(parameters.grid());
    }

    /** Lets the grid wander for one tick. */
    void disturb(FaultBook faults) {
        grid.step(faults);
    }

    /** What the grid offers in this tick. */
    Supply supply() {
        return new Supply(!grid.phaseLost(), network.lowestVoltage());
    }

    /** Balances the power of one tick. */
    void balance(Consumers of, double stages, FaultBook faults) {
        network.open();
        take(DRIVES, of.line().drivePower());
        take(PUMP, of.line().pumpPower());
        take(HEATERS, of.line().tunnelPower());
        double compressor = of.compressor().power();
        network.take(compressor, COMPRESSOR.reactive(compressor) + of.compressor().surge());
        take(CHILLER, of.chiller().power());
        take(FAN, of.handling().power());
        takeSite(of.site());
        double dead = Math.rint(faults.size(FaultKind.CAPACITOR_FAILURE));
        network.close(grid, Math.max(0, Math.rint(stages) - dead));
        double wasted =
                of.compressor().costOf(of.air().leaks(), of.air().use())
                        + of.handling().costOfDust()
                        + of.line().costOfDamage()
                        + network.costOfPowerFactor();
        sound = Math.max(0, network.active() - wasted);
    }

    /** Counts the energy of one tick. */
    void meter() {
        network.meter();
    }

    private void take(ReactiveShare share, double kw) {
        network.take(kw, share.reactive(kw));
    }

    private void takeSite(SiteLoads site) {
        lighting = 0;
        for (int phase = 0; phase < LIGHTS_OF_PHASE.length; phase++) {
            double kw = site.lighting() * LIGHTS_OF_PHASE[phase] * grid.alive(phase);
            network.takeOn(phase, kw, LIGHTS.reactive(kw));
            lighting += kw;
        }
        offices = site.offices() * grid.alive(OFFICE_PHASE);
        network.takeOn(OFFICE_PHASE, offices, OFFICES.reactive(offices));
        other = site.other() * (grid.phaseLost() ? 0.5 : 1);
        network.take(other, OTHER.reactive(other));
    }

    /** Power of the lights that burn, kW. */
    double lighting() {
        return lighting;
    }

    void read(ProcessImage<Sensor> into) {
        into.set(Sensor.VOLTAGE_L1, network.voltage(0));
        into.set(Sensor.VOLTAGE_L2, network.voltage(1));
        into.set(Sensor.VOLTAGE_L3, network.voltage(2));
        into.set(Sensor.CURRENT_L1, network.current(0));
        into.set(Sensor.CURRENT_L2, network.current(1));
        into.set(Sensor.CURRENT_L3, network.current(2));
        into.set(Sensor.ACTIVE_POWER, network.active());
        into.set(Sensor.REACTIVE_POWER, network.reactive());
        into.set(Sensor.FREQUENCY, grid.frequency());
        into.set(Sensor.ENERGY_TOTAL, network.energy());
        into.set(Sensor.EXPECTED_POWER, sound);
        into.set(Sensor.CAPACITOR_POWER, network.capacitors());
        into.set(Sensor.LOAD_LIGHTING, lighting);
        into.set(Sensor.LOAD_OFFICES, offices);
        into.set(Sensor.LOAD_LOSSES, network.losses() + other);
    }

    void archive(StateArchive archive) {
        grid.archive(archive);
        network.archive(archive);
    }
}
