package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.Thinning.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which tags are thinned, and how; without a rule a tag is not. Threads: any.
 *
 * @param rules of those that fit a tag the first counts
 */
public record ThinningRules(List<Rule> rules) {

    /** Nothing is thinned. */
    public static final ThinningRules NONE = new ThinningRules(List.of());

    /**
     * One of them.
     *
     * @param tags full names, such as {@code lab/scale/weight}; {@code +} stands for any one level
     *     and {@code #} at the end for any that follow, as in a topic filter
     */
    public record Rule(String tags, Thinning thinning) {

        boolean fits(String name) {
            String[] wanted = tags.split("/", -1);
            String[] levels = name.split("/", -1);
            for (int i = 0; i < wanted.length; i++) {
                if (wanted[i].equals("#")) {
                    return true;
                }
                if (i == levels.length
                        || (!wanted[i].equals("+") && !wanted[i].equals(levels[i]))) {
                    return false;
                }
            }
            return wanted.length == levels.length;
        }
    }

    public ThinningRules {
        rules = List.copyOf(rules);
    }

    /**
     * Reads rules such as {@code lab/scale/# deadband 0.5} or {@code lab/oven/temperature
     * swinging-door 0.2}.
     *
     * @throws IllegalArgumentException naming one that is none, and what one looks like
     */
    public static ThinningRules parse(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", -1);
            Kind kind = words.length == 3 ? kind(words[1]) : Kind.NONE;
            double tolerance = words.length == 3 ? number(words[2]) : Double.NaN;
            if (kind == Kind.NONE || !(tolerance > 0) || Double.isInfinite(tolerance)) {
                throw new IllegalArgumentException(
                        "historian.thinning has \""
                                + line
                                + "\", which is no rule: name of the tags, deadband or"
                                + " swinging-door, and a number above 0, such as lab/# deadband"
                                + " 0.5");
            }
            rules.add(new Rule(words[0], new Thinning(kind, tolerance)));
        }
        return new ThinningRules(rules);
    }

    private static Kind kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "deadband" -> Kind.DEADBAND;
            case "swinging-door" -> Kind.SWINGING_DOOR;
            default -> Kind.NONE;
        };
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** How a tag is thinned. */
    public Thinning of(String name) {
        return rules.stream()
                .filter(it -> it.fits(name))
                .map(Rule::thinning)
                .findFirst()
                .orElse(Thinning.NONE);
    }
}
