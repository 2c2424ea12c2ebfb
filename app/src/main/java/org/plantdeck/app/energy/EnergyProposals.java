package org.plantdeck.app.energy;

import org.plantdeck.app.operate.Proposal;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.util.List;

/** What may be asked of PLC2, with what it will do to the plant as it is now. Threads: any. */
final class EnergyProposals {

    static final List<String> BANK_MODES = List.of("automatic", "manual");
    static final List<String> COMPRESSOR_MODES = List.of("automatic", "off", "manual");

    private static final Words WORDS = Words.of(EnergyProposals.class);

    private EnergyProposals() {}

    /** Another demand limit, kW. */
    static Proposal demandLimit(Leaves now, double limitKw) {
        double demand = now.get("demand").asDouble();
        String key = demand > limitKw ? "limit.consequence-alarm" : "limit.consequence";
        return new Proposal(
                FactorySource.ENERGY,
                "demand_limit",
                Value.of(limitKw),
                WORDS.say(
                        key,
                        Numbers.text(now.get("demand_limit").asDouble(), 1),
                        Numbers.text(limitKw, 1),
                        Numbers.text(demand, 1)),
                WORDS.say("limit.act"));
    }

    /** Another mode of the capacitor bank. */
    static Proposal bankMode(Leaves now, String mode) {
        String consequence =
                mode.equals("manual")
                        ? WORDS.say(
                                "bank.consequence-manual",
                                Numbers.text(now.get("capacitor.stages").asDouble(), 0))
                        : WORDS.say(
                                "bank.consequence-automatic",
                                Numbers.text(now.get("capacitor.setpoint").asDouble(), 2));
        return new Proposal(
                FactorySource.ENERGY,
                "capacitor_mode",
                Value.of(mode),
                consequence,
                WORDS.say("bank.act-" + mode));
    }

    /** Another number of stages, 0 to 4. */
    static Proposal stages(Leaves now, int stages) {
        return new Proposal(
                FactorySource.ENERGY,
                "capacitor_stages",
                Value.of((long) stages),
                Compensation.of(now)
                        .map(it -> stagesConsequence(it, stages))
                        .orElseGet(() -> WORDS.say("stages.consequence-unknown")),
                WORDS.say("stages.act"));
    }

    private static String stagesConsequence(Compensation now, int stages) {
        String key =
                now.reactive(stages) < 0 ? "stages.consequence-gives-back" : "stages.consequence";
        return WORDS.say(
                key,
                Numbers.text(now.stages()),
                Numbers.text(stages),
                Numbers.text(now.powerFactor(stages), 2),
                Numbers.text(now.amperes(stages), 0),
                Numbers.text(now.amperes(now.stages()), 0));
    }

    /** Another mode of the compressor. */
    static Proposal compressorMode(Leaves now, String mode) {
        return new Proposal(
                FactorySource.ENERGY,
                "compressor_mode",
                Value.of(mode),
                WORDS.say(
                        "air.consequence-" + mode,
                        Numbers.text(now.get("compressor.pressure").asDouble(), 2)),
                WORDS.say("air.act-" + mode));
    }
}
