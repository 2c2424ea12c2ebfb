package org.plantdeck.plcsim.physics;

import java.time.Instant;
import java.util.List;

/**
 * The bottling hall: one state, advanced in steps of {@link PlantTime#TICK}. The same parameters,
 * seed, start, outputs and faults give the same readings bit for bit. Threads: one.
 */
public final class Plant implements FieldBus {

    /** Weather, hall, people and wear move on once in so many ticks, a second. */
    private static final int SLOW_TICKS = 10;

    private final ProcessImage<Sensor> readings = new ProcessImage<>("sensor", Sensor.values());
    private final ProcessImage<Actuator> outputs =
            new ProcessImage<>("actuator", Actuator.values());
    private final FaultBook faults;
    private final ShiftCalendar calendar;
    private final Line line;
    private final AirNet air;
    private final Compressor compressor;
    private final Climate climate;
    private final SiteLoads site;
    private final Electrics electrics;
    private final Consumers consumers;
    private boolean cleaning;
    private PlantTime time;

    /**
     * A warm plant in steady production.
     *
     * @param parameters of the physics
     * @param seed of every disturbance
     * @param time where it stands; the shift calendar is anchored to its start
     */
    public Plant(PlantParameters parameters, long seed, PlantTime time) {
        this.time = time;
        this.calendar = new ShiftCalendar(time.start());
        this.faults = new FaultBook(seed);
        this.line = new Line(parameters, seed);
        this.air = new AirNet(parameters.air(), seed);
        this.compressor = new Compressor(parameters.air());
        this.climate = new Climate(parameters, seed, calendar, time.now());
        this.site = new SiteLoads(parameters.site(), seed, calendar, time.now());
        this.electrics = new Electrics(parameters, seed);
        this.consumers =
                new Consumers(line, air, compressor, climate.handling(), climate.chiller(), site);
        new WarmStart(parameters).set(outputs);
        site.light(outputs.get(Actuator.LIGHTING));
        double coil = climate.settle(line, site.lighting(), air.lineUse());
        outputs.set(Actuator.COIL_REFERENCE, coil);
        electrics.balance(consumers, outputs.get(Actuator.CAPACITOR_STAGES), faults);
        readSensors();
    }

    /** Advances the plant by one tick. */
    public void step() {
        time = time.next();
        Instant now = time.now();
        boolean slow = time.tick() % SLOW_TICKS == 0;
        faults.update(now);
        electrics.disturb(faults);
        Supply supply = electrics.supply();
        line.step(outputs, supply, climate.temperature(), air.pressure(), faults);
        boolean loaded = outputs.get(Actuator.COMPRESSOR_LOAD) > 0.5;
        compressor.step(outputs.get(Actuator.COMPRESSOR_RUN) > 0.5, loaded, supply.threePhase());
        double leak = faults.size(FaultKind.COMPRESSOR_LEAK);
        air.step(compressor.delivered(), line.ratio(), cleaning, leak);
        site.light(outputs.get(Actuator.LIGHTING));
        climate.step(outputs, line.productShare(), supply.threePhase(), faults);
        if (slow) {
            ShiftPhase phase = calendar.phaseAt(now);
            cleaning = phase == ShiftPhase.CLEANING;
            site.step(now);
            line.wear(faults);
            climate.second(now, phase, line, electrics.lighting(), air.lineUse());
        }
        electrics.balance(consumers, outputs.get(Actuator.CAPACITOR_STAGES), faults);
        electrics.meter();
        readSensors();
    }

    private void readSensors() {
        line.read(readings);
        electrics.read(readings);
        climate.read(readings);
        readings.set(Sensor.LINE_AIR_FLOW, air.lineUse());
        readings.set(Sensor.RECEIVER_PRESSURE, air.pressure());
        readings.set(Sensor.AIR_FLOW, air.use() + air.leaks());
        readings.set(Sensor.LOAD_LINE_DRIVES, line.drivePower());
        readings.set(Sensor.LOAD_SUPPLY_PUMP, line.pumpPower());
        readings.set(Sensor.LOAD_SHRINK_TUNNEL, line.tunnelPower());
        readings.set(Sensor.LOAD_COMPRESSOR, compressor.power());
        faults.distort(readings, time);
    }

    /**
     * Gives the plant a fault; one of the same kind on the same sensor is replaced.
     *
     * @param at simulated time its onset counts from
     */
    public void inject(Fault fault, Instant at) {
        faults.inject(fault, at);
    }

    /** Ends every fault of a kind, also one that has not begun. */
    public void end(FaultKind kind) {
        faults.end(kind);
    }

    /** The faults that act or will act, in the order they were given. */
    public List<ActiveFault> faults() {
        return faults.list();
    }

    @Override
    public PlantTime time() {
        return time;
    }

    @Override
    public double read(Sensor sensor) {
        return readings.get(sensor);
    }

    /**
     * {@inheritDoc} A value outside the actuator's range is limited to it.
     *
     * @throws IllegalArgumentException when the value is not a number
     */
    @Override
    public void write(Actuator actuator, double value) {
        outputs.set(actuator, ActuatorRange.of(actuator).limited(actuator, value));
    }

    /** What an actuator is told at present; on a fresh plant what steady production needs. */
    public double actuator(Actuator actuator) {
        return outputs.get(actuator);
    }

    /**
     * Carries the whole state, with its random streams and faults, into or out of a snapshot; all
     * but the time, which the plant was made with.
     */
    public void archive(StateArchive archive) {
        cleaning = archive.whole("plant.cleaning", cleaning ? 1 : 0) == 1;
        readings.archive(archive);
        outputs.archive(archive);
        faults.archive(archive);
        line.archive(archive);
        air.archive(archive);
        compressor.archive(archive);
        climate.archive(archive);
        site.archive(archive);
        electrics.archive(archive);
    }
}
