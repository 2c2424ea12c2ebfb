package org.plantdeck.plcsim.physics;

/** Shrink tunnel of the packer: heaters that hold it hot against its losses and the goods. */
final class ShrinkTunnel {

    private final TunnelParameters parameters;

    /** Hotness: 0 cold, 1 at its working temperature. */
    private double hotness;

    private double power;
    private double heat;

    ShrinkTunnel(TunnelParameters parameters) {
        this.parameters = parameters;
        this.hotness = settled();
        this.power = lost(1);
        this.heat = power;
    }

    /** The hotness at which the controller's power is what is lost at nominal speed. */
    private double settled() {
        double lost = parameters.holding() + parameters.throughput();
        double gain = parameters.control() * lost;
        return gain / (gain + lost);
    }

    private double lost(double ratio) {
        return hotness * (parameters.holding() + parameters.throughput() * ratio);
    }

    /**
     * Heats for one tick.
     *
     * @param on whether it is to be hot
     * @param ratio line speed over nominal
     * @param supply part of its heaters the grid feeds, 0 to 1
     */
    void step(boolean on, double ratio, double supply) {
        double gain = parameters.control() * (parameters.holding() + parameters.throughput());
        double wanted = on ? Math.max(0, gain * (1 - hotness)) : 0;
        power = Math.min(wanted, parameters.most()) * supply;
        double capacity = parameters.holding() * parameters.memory();
        heat = lost(ratio);
        hotness += (power - heat) * PlantTime.TICK_SECONDS / Math.max(1, capacity);
    }

    /** Electrical power of the heaters, kW. */
    double power() {
        return power;
    }

    /** Heat it gives to goods and air, kW. */
    double heat() {
        return heat;
    }

    void archive(StateArchive archive) {
        hotness = archive.number("tunnel.hotness", hotness);
        power = archive.number("tunnel.power", power);
        heat = archive.number("tunnel.heat", heat);
    }
}
