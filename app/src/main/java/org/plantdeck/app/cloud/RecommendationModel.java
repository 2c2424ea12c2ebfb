package org.plantdeck.app.cloud;

import org.plantdeck.app.insights.Dismissals;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the open insights recommend, and what that stands on. Threads: any; it holds nothing. */
final class RecommendationModel {

    private static final Words WORDS = Words.of(RecommendationModel.class);
    private static final String ENERGY = "kWh/day";

    /** Those that cost energy first, then by size: amounts of another unit do not compare. */
    private static final Comparator<Insight> BY_IMPACT =
            Comparator.comparing((Insight it) -> !it.advice().impactUnit().equals(ENERGY))
                    .thenComparing(it -> it.advice().impactUnit())
                    .thenComparing(
                            Comparator.comparingDouble((Insight it) -> it.advice().impact())
                                    .reversed())
                    .thenComparing(Insight::id);

    private RecommendationModel() {}

    /**
     * What is recommended.
     *
     * @param lines those to show, the one with the largest impact first
     * @param dismissed how many are hidden
     */
    record Recommendations(List<Line> lines, int dismissed) {}

    /**
     * A recommendation.
     *
     * @param insight what it comes from
     * @param title what to do
     * @param about what it is about, how sure it is and since when it is known
     * @param impact what it costs until then
     */
    record Line(Insight insight, String title, String about, String impact) {}

    /**
     * A number of the evidence.
     *
     * @param name what it is
     * @param value with its unit
     */
    record Evidence(String name, String value) {}

    /** What the open insights recommend, but for what was dismissed. */
    static Recommendations of(List<Insight> open, Dismissals dismissals) {
        List<Line> lines =
                open.stream()
                        .filter(it -> !dismissals.isDismissed(it))
                        .sorted(BY_IMPACT)
                        .map(RecommendationModel::line)
                        .toList();
        return new Recommendations(lines, open.size() - lines.size());
    }

    private static Line line(Insight insight) {
        double impact = insight.advice().impact();
        return new Line(
                insight,
                insight.advice().recommendation(),
                WORDS.say(
                        "about",
                        kind(insight),
                        Numbers.text(100 * insight.advice().confidence(), 0),
                        Times.dayAndMinute(insight.raisedAt())),
                Numbers.text(impact, impact < 10 ? 1 : 0) + " " + insight.advice().impactUnit());
    }

    private static String kind(Insight insight) {
        return switch (insight.kind()) {
            case COMPRESSOR_LEAK -> WORDS.say("kind.compressor-leak");
            case CAPACITOR_FAILURE -> WORDS.say("kind.capacitor-failure");
            case CLOGGED_FILTER -> WORDS.say("kind.clogged-filter");
        };
    }

    /** The interval an insight stands on. */
    static String interval(Insight insight) {
        return WORDS.say(
                "interval",
                Times.dayAndMinute(insight.evidence().from()),
                Times.dayAndMinute(insight.evidence().to()));
    }

    /** The numbers an insight stands on, in their order. */
    static List<Evidence> evidence(Insight insight) {
        Leaves numbers = insight.evidence().numbers();
        List<Evidence> lines = new ArrayList<>();
        numbers.forEach((path, value) -> {
            if (value instanceof Value.Real || value instanceof Value.Whole) {
                lines.add(evidence(path, value, numbers));
            }
        });
        return lines;
    }

    private static Evidence evidence(String path, Value value, Leaves numbers) {
        double number = value.asDouble();
        String unit = numbers.text("unit");
        return switch (path) {
            case "measured" -> said("number.measured", number, 2, unit);
            case "baseline" ->
                    said(
                            numbers.text("baseline_source").equals("learned")
                                    ? "number.baseline-learned"
                                    : "number.baseline-nominal",
                            number,
                            2,
                            unit);
            case "ratio" -> said("number.ratio", number, 2, "");
            case "limit" -> said("number.limit", number, 2, "");
            case "windows" -> said("number.windows", number, 0, "");
            case "load_share_percent" -> said("number.load-share", number, 1, "%");
            case "compressor_power_kw" -> said("number.compressor-power", number, 1, "kW");
            case "stages" -> said("number.stages", number, 1, "");
            case "bank_kvar" -> said("number.bank", number, 1, "kvar");
            case "power_factor" -> said("number.power-factor", number, 3, "");
            case "reactive_power_kvar" -> said("number.reactive-power", number, 1, "kvar");
            case "pressure_pa" -> said("number.pressure", number, 0, "Pa");
            case "flow_m3_per_s" -> said("number.flow", number, 2, "m³/s");
            case "fan_speed_percent" -> said("number.fan-speed", number, 1, "%");
            default -> new Evidence(unknown(path), Numbers.text(number, 3));
        };
    }

    private static Evidence said(String key, double number, int decimals, String unit) {
        return new Evidence(
                WORDS.say(key),
                unit.isEmpty()
                        ? Numbers.text(number, decimals)
                        : Numbers.text(number, decimals) + " " + unit);
    }

    /** A number another analytics gives is shown too, under its own name. */
    private static String unknown(String path) {
        String words = path.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
