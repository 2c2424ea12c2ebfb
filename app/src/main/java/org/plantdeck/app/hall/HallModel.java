package org.plantdeck.app.hall;

import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Leaves;

/**
 * What the hall screen says of one reading. Threads: any.
 *
 * @param handling state and mode of the air handling unit
 * @param runs whether its fan turns
 * @param standing the unit's state where it does not run; empty where it does
 * @param damperByHand whether PLC3 takes a damper opening
 * @param coil what the coil does
 * @param outdoor the air outside
 * @param supply the air that is blown in
 * @param vote the predicted mean vote
 * @param dissatisfied the predicted share of dissatisfied people
 * @param airQuality the word for the air
 */
record HallModel(
        String handling,
        boolean runs,
        String standing,
        boolean damperByHand,
        String coil,
        String outdoor,
        String supply,
        String vote,
        String dissatisfied,
        String airQuality) {

    private static final Words WORDS = Words.of(HallModel.class);

    /** A coil valve that is open less than this does nothing worth a word, %. */
    private static final double LEAST_COIL = 1;

    /** What a reading of PLC3 says. */
    static HallModel of(Leaves hall) {
        String state = hall.text("ahu.state");
        boolean runs = state.equals("running");
        return new HallModel(
                WORDS.say("handling.context", state, hall.text("ahu.mode")),
                runs,
                runs ? "" : state,
                hall.text("ahu.mode").equals("manual"),
                coil(hall.get("ahu.coil").asDouble()),
                WORDS.say(
                        "outdoor",
                        number(hall, "outdoor.temperature", 1),
                        number(hall, "outdoor.humidity", 0)),
                WORDS.say(
                        "supply",
                        number(hall, "ahu.supply_temperature", 1),
                        number(hall, "ahu.supply_flow", 2)),
                WORDS.say("vote", signed(hall.get("pmv").asDouble())),
                WORDS.say("dissatisfied", number(hall, "ppd", 1)),
                hall.text("air_quality.status"));
    }

    private static String number(Leaves hall, String key, int decimals) {
        return Numbers.text(hall.get(key).asDouble(), decimals);
    }

    private static String coil(double valve) {
        if (valve > LEAST_COIL) {
            return WORDS.say("coil.cools");
        }
        return WORDS.say(valve < -LEAST_COIL ? "coil.heats" : "coil.rests");
    }

    private static String signed(double vote) {
        String text = Numbers.text(vote, 2);
        return vote > 0 && !text.equals(Numbers.text(0, 2)) ? "+" + text : text;
    }
}
