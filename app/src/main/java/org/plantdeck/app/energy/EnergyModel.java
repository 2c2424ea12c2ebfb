package org.plantdeck.app.energy;

import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Leaves;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the energy screen says of one reading. Threads: any.
 *
 * @param supply what the grid is
 * @param forecast of the running quarter hour
 * @param bank mode and stages of the capacitor bank
 * @param stagesByHand whether PLC2 takes stages
 * @param saving what another number of stages would save
 * @param air mode of the compressor
 * @param compressor its state
 * @param compressorRuns whether its motor turns
 */
record EnergyModel(
        String supply,
        String forecast,
        String bank,
        boolean stagesByHand,
        String saving,
        String air,
        String compressor,
        boolean compressorRuns) {

    private static final Words WORDS = Words.of(EnergyModel.class);

    /** Savings below this are not worth a switch, A. */
    private static final double LEAST_SAVING = 0.5;

    /** What the newest reading of PLC2 says, or that it has been silent since. */
    static EnergyModel of(Leaves energy, Freshness freshness) {
        String silence = WORDS.say("silent", Times.span(freshness.age()));
        String state = energy.text("compressor.state");
        return new EnergyModel(
                WORDS.say("supply.context", energy.text("grid_status")),
                freshness.isStale() ? silence : forecast(energy),
                WORDS.say(
                        "bank.context",
                        energy.text("capacitor.mode"),
                        Numbers.text(energy.get("capacitor.stages").asDouble(), 0)),
                energy.text("capacitor.mode").equals("manual"),
                freshness.isStale()
                        ? silence
                        : Compensation.of(energy).map(EnergyModel::saving).orElse(""),
                WORDS.say("air.context", energy.text("compressor.mode")),
                state,
                state.equals("loaded") || state.equals("unloaded"));
    }

    private static String forecast(Leaves energy) {
        OptionalDouble forecast = energy.number("demand_forecast");
        OptionalDouble limit = energy.number("demand_limit");
        if (forecast.isEmpty() || limit.isEmpty()) {
            return "";
        }
        double over = forecast.getAsDouble() - limit.getAsDouble();
        String kw = Numbers.text(forecast.getAsDouble(), 1);
        return over > 0
                ? WORDS.say("forecast.exceeded", kw, Numbers.text(over, 1))
                : WORDS.say("forecast.kept", kw);
    }

    private static String saving(Compensation now) {
        int best = now.best();
        double amperes = now.saving(best);
        if (amperes < LEAST_SAVING) {
            return WORDS.say("saving.none");
        }
        int more = best - now.stages();
        String key =
                (more > 0 ? "saving.more-" : "saving.fewer-")
                        + (Math.abs(more) == 1 ? "one" : "several");
        return WORDS.say(key, WORDS.say("number." + Math.abs(more)), Numbers.text(amperes, 1));
    }

    /**
     * Energy for a thousand bottles, kWh; empty where there are too few bottles to tell, or where
     * energy and bottles are not known from the same moment on.
     */
    static OptionalDouble perThousand(HourBook.Day energy, Optional<BottleBook.Day> bottles) {
        boolean comparable =
                bottles.isPresent()
                        && energy.since().isPresent()
                        && bottles.get().bottles() >= 1_000
                        && BottleBook.isSameStart(energy.since().get(), bottles.get().since());
        return comparable
                ? OptionalDouble.of(1_000 * energy.kwh() / bottles.get().bottles())
                : OptionalDouble.empty();
    }
}
