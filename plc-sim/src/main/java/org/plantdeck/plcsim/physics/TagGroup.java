package org.plantdeck.plcsim.physics;

import java.util.List;
import java.util.stream.Stream;

/** Tags that move together, because one part of the physics is behind all of them. */
public enum TagGroup {
    /** What any change of power at the infeed moves. */
    POWER(
            "power",
            "energy: power_consumption voltages.L1 voltages.L2 voltages.L3 currents.L1 currents.L2"
                    + " currents.L3 power_factor energy_total efficiency reactive_power"
                    + " apparent_power voltage_unbalance current_unbalance demand demand_forecast"
                    + " capacitor.stages capacitor.power capacitor.needed loads.losses"),
    /** What a change of heat or air in the hall moves, with the machines that condition it. */
    HALL(
            "hall",
            "environment: temperature humidity co2_level air_quality.index air_quality.status"
                    + " noise_level comfort_index pmv ppd dew_point radiant_temperature pm25"
                    + " machine_heat ahu.state ahu.damper ahu.filter_pressure ahu.coil"
                    + " ahu.fan_speed ahu.supply_temperature ahu.supply_flow ahu.outdoor_flow",
            "energy: loads.chiller loads.air_handling",
            "line1: temperature"),
    /** What a line that runs slower or stands still moves. */
    OUTPUT(
            "output",
            "line1: production_count line_speed pressure vibration quality_rate alarm status state"
                    + " state_since interlock motor_current air_flow good_count inspected_count"
                    + " cases rejects.underfilled rejects.cap rejects.label oee.availability"
                    + " oee.performance oee.quality oee.oee lost_minutes.changeover"
                    + " lost_minutes.cap_feeder lost_minutes.starved lost_minutes.breakdown"
                    + " lost_minutes.operator lost_minutes.other caps_level tank.level tank.inflow"
                    + " tank.outflow tank.valve tank.pump_speed",
            "energy: loads.line_drives loads.supply_pump loads.compressor loads.shrink_tunnel"
                    + " compressor.state compressor.pressure compressor.load_share"
                    + " compressor.air_flow");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a list that is never changed
    private final List<String> tags;

    TagGroup(String word, String... sections) {
        this.word = word;
        this.tags = Stream.of(sections).flatMap(it -> names(it).stream()).toList();
    }

    /** The names of tags in a text such as {@code line1: pressure vibration}. */
    static List<String> names(String section) {
        String[] part = section.split(": ", 2);
        return Stream.of(part[1].split(" ")).map(key -> "factory/" + part[0] + "/" + key).toList();
    }

    /** Its name in the table of faults. */
    public String word() {
        return word;
    }

    /** The names of its tags. */
    public List<String> tags() {
        return tags;
    }
}
