package org.plantdeck.plcsim.physics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The row of a kind of fault: which published values it moves, and how. Directions hold for the
 * mean of the hour after a fault of standard size began in steady production, beside the same plant
 * without it. No tag outside its row moves.
 *
 * @param up names of the tags that rise
 * @param down names of the tags that fall
 * @param either names of the tags that may move either way
 * @param groups groups of tags of which those not named above may move either way
 */
public record FaultEffects(
        List<String> up, List<String> down, List<String> either, List<TagGroup> groups) {

    /** Every tag the fault may move. */
    public Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>(up);
        tags.addAll(down);
        tags.addAll(either);
        groups.forEach(group -> tags.addAll(group.tags()));
        return tags;
    }

    /** The row of a kind on its standard sensor, if it acts on one. */
    static FaultEffects of(FaultKind kind) {
        return switch (kind) {
            case BEARING_WEAR, BELT_SLIP, QUALITY_LOSS, PRESSURE_REGULATOR_FAILURE -> ofLine(kind);
            case TANK_RUNNING_DRY, CAP_FEEDER_EMPTY -> ofStop(kind);
            case CLOGGED_FILTER, HVAC_FAILURE -> ofAir(kind);
            case PHASE_LOSS, VOLTAGE_DIP, CAPACITOR_FAILURE, COMPRESSOR_LEAK -> ofPower(kind);
            case STUCK_SENSOR, DRIFTING_SENSOR, NOISY_SENSOR -> ofSensor(kind);
        };
    }

    private static FaultEffects ofLine(FaultKind kind) {
        String quality = "line1: quality_rate good_count cases oee.quality oee.oee";
        return switch (kind) {
            case BEARING_WEAR ->
                    row("line1: vibration temperature motor_current rejects.cap rejects.label")
                            .and("energy: power_consumption energy_total loads.line_drives")
                            .and("environment: noise_level")
                            .down(quality)
                            .and("energy: efficiency")
                            .either("line1: alarm")
                            .groups(TagGroup.POWER);
            case BELT_SLIP ->
                    row("line1: vibration")
                            .down("line1: line_speed production_count tank.outflow")
                            .and("energy: efficiency")
                            .groups(TagGroup.OUTPUT, TagGroup.POWER, TagGroup.HALL);
            case QUALITY_LOSS ->
                    row("line1: rejects.label").down(quality).either("line1: alarm").groups();
            default ->
                    row("line1: rejects.underfilled")
                            .down("line1: pressure")
                            .and(quality)
                            .either("line1: alarm")
                            .groups();
        };
    }

    private static FaultEffects ofStop(FaultKind kind) {
        Row stopped =
                kind == FaultKind.TANK_RUNNING_DRY
                        ? new Row().down("line1: tank.level tank.inflow")
                        : new Row().down("line1: caps_level line_speed production_count");
        return stopped.groups(TagGroup.OUTPUT, TagGroup.POWER, TagGroup.HALL);
    }

    private static FaultEffects ofAir(FaultKind kind) {
        Row row =
                kind == FaultKind.CLOGGED_FILTER
                        ? row("environment: ahu.filter_pressure co2_level air_quality.index")
                                .down("environment: ahu.supply_flow ahu.outdoor_flow")
                                .and("energy: efficiency")
                        : row("environment: co2_level air_quality.index")
                                .down("environment: ahu.fan_speed ahu.filter_pressure")
                                .and("environment: ahu.supply_flow ahu.outdoor_flow")
                                .and("energy: loads.air_handling");
        return row.groups(TagGroup.HALL, TagGroup.POWER);
    }

    private static FaultEffects ofPower(FaultKind kind) {
        return switch (kind) {
            case PHASE_LOSS ->
                    row("energy: voltage_unbalance current_unbalance")
                            .down("energy: voltages.L1 voltages.L2 currents.L2 power_consumption")
                            .and("line1: line_speed production_count")
                            .either("energy: grid_status loads.lighting loads.offices")
                            .groups(TagGroup.OUTPUT, TagGroup.POWER, TagGroup.HALL);
            case VOLTAGE_DIP ->
                    row("energy: currents.L1 currents.L2 currents.L3 loads.losses")
                            .and("energy: power_consumption energy_total")
                            .down("energy: voltages.L1 voltages.L2 voltages.L3 efficiency")
                            .either("energy: grid_status")
                            .groups(TagGroup.POWER);
            case CAPACITOR_FAILURE ->
                    row("energy: reactive_power currents.L1 currents.L2 currents.L3 loads.losses")
                            .and("energy: apparent_power capacitor.stages capacitor.needed")
                            .and("energy: power_consumption energy_total")
                            .down("energy: capacitor.power power_factor efficiency")
                            .and("energy: voltages.L1 voltages.L2 voltages.L3")
                            .groups(TagGroup.POWER);
            default ->
                    row("energy: compressor.air_flow compressor.load_share loads.compressor")
                            .and("energy: power_consumption energy_total")
                            .down("energy: efficiency")
                            .either("energy: compressor.pressure compressor.state")
                            .groups(TagGroup.POWER);
        };
    }

    private static FaultEffects ofSensor(FaultKind kind) {
        return switch (kind) {
            case STUCK_SENSOR -> new Row().either("line1: pressure alarm").groups();
            case DRIFTING_SENSOR -> row("line1: temperature").either("line1: alarm").groups();
            default -> new Row().either("line1: vibration alarm").groups();
        };
    }

    private static Row row(String up) {
        return new Row().up(up);
    }

    /** Collects a row; each text is a source, a colon, and the keys of tags. */
    private static final class Row {
        private final List<String> up = new ArrayList<>();
        private final List<String> down = new ArrayList<>();
        private final List<String> either = new ArrayList<>();
        private List<String> last = up;

        Row up(String tags) {
            last = up;
            return and(tags);
        }

        Row down(String tags) {
            last = down;
            return and(tags);
        }

        Row either(String tags) {
            last = either;
            return and(tags);
        }

        Row and(String tags) {
            last.addAll(TagGroup.names(tags));
            return this;
        }

        FaultEffects groups(TagGroup... groups) {
            return new FaultEffects(
                    List.copyOf(up), List.copyOf(down), List.copyOf(either), List.of(groups));
        }
    }
}
