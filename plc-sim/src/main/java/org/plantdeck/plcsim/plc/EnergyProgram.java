package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.plcsim.physics.StateArchive;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.FactorySource;

import java.util.List;
import java.util.Optional;

/** PLC2: meters the infeed, corrects the power factor and keeps the compressed air up. */
final class EnergyProgram implements PlcProgram {

    private static final double TARGET_POWER_FACTOR = 0.95;
    private static final double NOTHING_KW = 0.1;
    private static final List<String> CAPACITOR_MODES = List.of("automatic", "manual");
    private static final List<String> COMPRESSOR_MODES = List.of("automatic", "off", "manual");
    private static final List<String> COMMANDS =
            List.of("capacitor_mode", "capacitor_stages", "compressor_mode", "demand_limit");

    private final PassedOn passedOn = new PassedOn(FactorySource.ENERGY);
    private final GridWatch grid = new GridWatch();
    private final Demand demand = new Demand();
    private final CapacitorControl capacitor = new CapacitorControl();
    private final CompressorControl compressor = new CompressorControl();
    private Metering meter = new Metering(400, 400, 400, 0, 0, 0, 0, 0, 50);
    private double demandLimitKw = 140;
    private double efficiency = 100;
    private double energyTotal;

    @Override
    public FactorySource source() {
        return FactorySource.ENERGY;
    }

    @Override
    public void scan(FieldBus field) {
        meter = Metering.read(field);
        passedOn.read(field);
        energyTotal = field.read(Sensor.ENERGY_TOTAL);
        grid.see(meter);
        demand.see(field.time(), meter.powerKw());
        capacitor.see(meter, grid.word().equals("outage"));
        compressor.see(field.read(Sensor.RECEIVER_PRESSURE), meter.meanVoltage());
        if (meter.powerKw() > NOTHING_KW) {
            efficiency = 100 * field.read(Sensor.EXPECTED_POWER) / meter.powerKw();
        }
        field.write(Actuator.CAPACITOR_STAGES, capacitor.stages());
        field.write(Actuator.COMPRESSOR_RUN, compressor.isRunning() ? 1 : 0);
        field.write(Actuator.COMPRESSOR_LOAD, compressor.isLoaded() ? 1 : 0);
    }

    @Override
    public void describe(Body body) {
        passedOn.describe(body);
        body.number("energy_total", energyTotal)
                .number("power_factor", meter.powerFactor())
                .text("grid_status", grid.word())
                .number("efficiency", efficiency)
                .number("apparent_power", meter.apparentKva())
                .number("voltage_unbalance", meter.voltageUnbalance())
                .number("current_unbalance", meter.currentUnbalance())
                .number("demand", demand.meanKw())
                .number("demand_forecast", demand.forecastKw())
                .number("demand_limit", demandLimitKw)
                .text("capacitor.mode", capacitor.isManual() ? "manual" : "automatic")
                .count("capacitor.stages", capacitor.stages())
                .number("capacitor.setpoint", CapacitorControl.SET_POINT)
                .number(
                        "capacitor.needed",
                        Metering.reactiveNeeded(
                                meter.powerKw(), meter.reactiveKvar(), TARGET_POWER_FACTOR))
                .text("compressor.mode", compressor.mode().word())
                .text("compressor.state", compressor.state())
                .number("compressor.load_share", compressor.loadSharePercent());
    }

    @Override
    public Optional<String> refusal(Command command) {
        return switch (command.command()) {
            case "capacitor_mode" -> Asked.noneOf(command, CAPACITOR_MODES);
            case "capacitor_stages" -> stagesRefusal(command);
            case "compressor_mode" -> Asked.noneOf(command, COMPRESSOR_MODES);
            case "demand_limit" -> Asked.outside(command, 20, 250, "kW");
            default -> Asked.unknown(command, COMMANDS);
        };
    }

    private Optional<String> stagesRefusal(Command command) {
        Optional<String> outside =
                Asked.outside(command, 0, CapacitorControl.STAGES, "whole stages");
        double value = command.value().asDouble();
        if (outside.isEmpty() && value != Math.rint(value)) {
            return Optional.of("capacitor_stages must be a whole number, 0 to 4");
        }
        if (outside.isEmpty() && !capacitor.isManual()) {
            return Optional.of(
                    "capacitor_stages is allowed in manual only; allowed: capacitor_mode manual");
        }
        return outside;
    }

    @Override
    public void execute(Command command) {
        switch (command.command()) {
            case "capacitor_mode" -> capacitor.manual(Asked.word(command).equals("manual"));
            case "capacitor_stages" -> capacitor.stages((int) command.value().asDouble());
            case "compressor_mode" ->
                    CompressorControl.Mode.ofWord(Asked.word(command)).ifPresent(compressor::mode);
            case "demand_limit" -> demandLimitKw = command.value().asDouble();
            default -> throw new IllegalStateException(command.command());
        }
    }

    /** Everything PLC2 is asked for is done with the scan that follows. */
    @Override
    public Outcome outcome(String command) {
        return new Outcome.Done();
    }

    @Override
    public void archive(StateArchive archive) {
        grid.archive(archive);
        demand.archive(archive);
        capacitor.archive(archive);
        compressor.archive(archive);
        demandLimitKw = archive.number("demand.limit", demandLimitKw);
        efficiency = archive.number("efficiency", efficiency);
    }
}
