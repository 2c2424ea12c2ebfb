package org.plantdeck.signal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a message of any topic says, for topics that are not of the plant. Threads: any.
 *
 * @param topic the topic it came on
 * @param measuredAt when it was measured
 * @param values its leaves
 */
public record Observation(String topic, Instant measuredAt, Leaves values) {

    /** The key of what is no object, such as the body {@code 23.5}. */
    public static final String VALUE = "value";

    /** A number below this counts seconds since 1970, from it on milliseconds: until year 5138. */
    private static final BigDecimal MILLIS_FROM = BigDecimal.valueOf(100_000_000_000L);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799_999L);

    /**
     * Reads a body: a JSON object by its leaves, any other JSON and plain text as one leaf named
     * {@link #VALUE}.
     *
     * @param timeKey the path of the leaf that says when it was measured: ISO-8601 with an offset
     *     or Z, or seconds or milliseconds since 1970
     * @param arrivedAt is asked where the body says no time
     */
    public static Decoded<Observation> decode(
            String topic, byte[] body, String timeKey, Supplier<Instant> arrivedAt) {
        return JsonBodies.decodeAny(
                body,
                node -> {
                    Leaves all =
                            node.isObject()
                                    ? Leaves.of(node)
                                    : Leaves.builder().put(VALUE, Leaves.valueOf(node)).build();
                    Leaves.Builder values = Leaves.builder();
                    all.forEach((path, value) -> {
                        if (!path.equals(timeKey)) {
                            values.put(path, value);
                        }
                    });
                    Instant at =
                            all.has(timeKey) ? time(timeKey, all.get(timeKey)) : arrivedAt.get();
                    return new Observation(topic, at, values.build());
                });
    }

    private static Instant time(String key, Value value) {
        Optional<Instant> time =
                switch (value) {
                    case Value.Text(String text) -> IsoTime.parse(text);
                    case Value.Whole(long number) -> counted(BigDecimal.valueOf(number));
                    case Value.Real(double number) when Double.isFinite(number) ->
                            counted(BigDecimal.valueOf(number));
                    default -> Optional.empty();
                };
        return time.orElseThrow(() ->
                new JsonBodies.BadBody(
                        key
                                + " is neither an ISO-8601 time with an offset or Z nor seconds or"
                                + " milliseconds since 1970"));
    }

    private static Optional<Instant> counted(BigDecimal number) {
        BigDecimal millis =
                number.abs().compareTo(MILLIS_FROM) < 0 ? number.multiply(THOUSAND) : number;
        return millis.abs().compareTo(LATEST) > 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(millis.longValue()));
    }
}
