package org.plantdeck.app.hall;

import org.plantdeck.app.operate.Proposal;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.util.List;

/** What may be asked of PLC3, with what it will do to the hall as it is now. Threads: any. */
final class HallProposals {

    static final List<String> MODES = List.of("automatic", "off", "manual");

    private static final Words WORDS = Words.of(HallProposals.class);

    private HallProposals() {}

    /** Another temperature for the hall, °C. */
    static Proposal temperature(Leaves now, double celsius) {
        double hall = now.get("temperature").asDouble();
        String key = celsius > hall ? "temperature.warmer" : "temperature.cooler";
        if (now.text("ahu.mode").equals("off")) {
            key = "temperature.off";
        }
        return proposal(
                "temperature_setpoint",
                Value.of(celsius),
                WORDS.say(key, Numbers.text(celsius, 1), Numbers.text(hall, 1)),
                "temperature.act");
    }

    /** Another mode of the air handling unit. */
    static Proposal mode(Leaves now, String mode) {
        return proposal(
                "ahu_mode",
                Value.of(mode),
                WORDS.say(
                        "mode.consequence-" + mode,
                        Numbers.text(now.get("co2_level").asDouble(), 0)),
                "mode.act-" + mode);
    }

    /** Another opening of the outdoor air damper, %. */
    static Proposal damper(Leaves now, double percent) {
        double before = now.get("ahu.damper").asDouble();
        return proposal(
                "damper",
                Value.of(percent),
                WORDS.say(
                        percent < before ? "damper.less" : "damper.more",
                        Numbers.text(before, 0),
                        Numbers.text(percent, 0),
                        Numbers.text(now.get("co2_level").asDouble(), 0),
                        Numbers.text(now.get("outdoor.temperature").asDouble(), 1)),
                "damper.act");
    }

    /** Another level of the lights, %. */
    static Proposal lighting(Leaves now, double percent) {
        return proposal(
                "lighting",
                Value.of(percent),
                WORDS.say(
                        "lighting.consequence",
                        Numbers.text(percent, 0),
                        Numbers.text(now.get("people").asDouble(), 0)),
                "lighting.act");
    }

    /** The lights follow the people again. */
    static Proposal lightingAutomatic() {
        return proposal(
                "lighting",
                Value.of("automatic"),
                WORDS.say("lighting.consequence-automatic"),
                "lighting.act-automatic");
    }

    private static Proposal proposal(String command, Value value, String consequence, String act) {
        return new Proposal(FactorySource.ENVIRONMENT, command, value, consequence, WORDS.say(act));
    }
}
