package org.plantdeck.plcsim.physics;

/** The chiller, which cools product and hall. */
final class Chiller {

    private static final double MILD = 15;

    private final ChillerParameters parameters;
    private final Lag power;
    private double cold = 1;

    Chiller(ChillerParameters parameters) {
        this.parameters = parameters;
        double settled =
                parameters.pumps()
                        + (parameters.product() + parameters.holding()) / parameters.performance();
        this.power = new Lag("chiller.power", parameters.memory(), PlantTime.TICK_SECONDS, settled);
    }

    /**
     * Cools for one tick.
     *
     * @param productShare product that flows over that at nominal speed
     * @param coil heat the coil of the air handling unit takes, kW
     * @param outdoor temperature outdoors, °C
     * @param energised whether the grid feeds all three phases
     */
    void step(double productShare, double coil, double outdoor, boolean energised) {
        double heat = parameters.product() * productShare + parameters.holding() + coil;
        double lost = Math.min(0.6, parameters.performanceOfOutdoor() * (outdoor - MILD));
        double needed = parameters.pumps() + heat / (parameters.performance() * (1 - lost));
        if (energised) {
            power.follow(Math.min(needed, parameters.most()));
            cold = Math.min(1, parameters.most() / needed);
        } else {
            power.set(0);
            cold = 0;
        }
    }

    /** Part of the cold asked for that it gives, 0 to 1. */
    double cold() {
        return cold;
    }

    /** Electrical power, kW. */
    double power() {
        return power.value();
    }

    void archive(StateArchive archive) {
        power.archive(archive);
        cold = archive.number("chiller.cold", cold);
    }
}
