package org.plantdeck.app.parts;

import org.plantdeck.app.live.PartNow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Turns the counts parts report into rates, from one report to the next. Threads: one. */
final class RateMeter {

    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(String instance, double count, Instant at, OptionalDouble perSecond) {}

    /**
     * The rate of a count.
     *
     * @param figure the path of the count among the part's figures
     * @return a second; empty before the part's second report
     */
    OptionalDouble perSecond(PartNow part, String figure) {
        OptionalDouble count = part.status().health().figures().number(figure);
        String component = part.status().component();
        if (count.isEmpty()) {
            return OptionalDouble.empty();
        }
        Instant at = part.status().timestamp();
        Seen before = seen.get(component);
        if (before == null || !before.instance().equals(part.status().instance())) {
            before =
                    new Seen(
                            part.status().instance(),
                            count.getAsDouble(),
                            at,
                            OptionalDouble.empty());
            seen.put(component, before);
        }
        double seconds = Duration.between(before.at(), at).toMillis() / 1000.0;
        if (seconds <= 0) {
            return before.perSecond();
        }
        OptionalDouble rate = OptionalDouble.of((count.getAsDouble() - before.count()) / seconds);
        seen.put(component, new Seen(before.instance(), count.getAsDouble(), at, rate));
        return rate;
    }
}
