package org.plantdeck.app.hall;

import org.plantdeck.app.trends.LimitLine;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.AlarmLimit;
import org.plantdeck.signal.AlarmLimit.Bound;
import org.plantdeck.signal.AlarmLimit.Condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Limits as lines with a word: the first on its side is high or low, the next very. */
final class LimitWords {

    private static final Words WORDS = Words.of(LimitWords.class);

    private LimitWords() {}

    /** The lines of a tag's limits; those that follow other tags are left out. */
    static List<LimitLine> of(List<AlarmLimit> limits) {
        List<Double> high = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        for (AlarmLimit limit : limits) {
            switch (limit.condition()) {
                case Condition.High(Bound.Fixed(double value)) -> high.add(value);
                case Condition.Low(Bound.Fixed(double value)) -> low.add(value);
                default -> {}
            }
        }
        high.sort(Comparator.naturalOrder());
        low.sort(Comparator.reverseOrder());
        List<LimitLine> lines = new ArrayList<>();
        add(lines, high, false);
        add(lines, low, true);
        return lines;
    }

    /** The word stands where the next line of its side does not run through it. */
    private static void add(List<LimitLine> lines, List<Double> values, boolean isLow) {
        String word = isLow ? "low" : "high";
        for (int i = 0; i < values.size(); i++) {
            String key = "limit." + (i == 0 ? "" : "very-") + word;
            boolean below = isLow || i < values.size() - 1;
            lines.add(new LimitLine(values.get(i), WORDS.say(key), below));
        }
    }
}
