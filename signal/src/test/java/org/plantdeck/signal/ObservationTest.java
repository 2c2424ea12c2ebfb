package org.plantdeck.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class ObservationTest {

    private static final Instant ARRIVAL = Instant.parse("2026-11-22T08:00:00Z");

    private static Decoded<Observation> decode(byte[] body) {
        return Observation.decode("a/b", body, "head.ts", () -> ARRIVAL);
    }

    private static Observation sound(String body) {
        if (decode(body.getBytes(StandardCharsets.UTF_8))
                instanceof Decoded.Sound<Observation>(Observation observation)) {
            return observation;
        }
        throw new AssertionError(body + " is not sound");
    }

    private static String reason(byte[] body) {
        if (decode(body) instanceof Decoded.Malformed<Observation>(String reason)) {
            return reason;
        }
        throw new AssertionError("it is sound");
    }

    private static String reason(String body) {
        return reason(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachLeafIsAValueAndTheOneThatSaysTheTimeIsNot() {
        Observation observation =
                sound("{\"head\":{\"ts\":\"2026-01-01T01:00:00.5+01:00\",\"id\":7},\"v\":[1,2]}");

        assertThat(observation.topic()).isEqualTo("a/b");
        assertThat(observation.measuredAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00.500Z"));
        assertThat(observation.values())
                .isEqualTo(Leaves.builder().put("head.id", 7).put("v", "[1,2]").build());
    }

    @ParameterizedTest
    @CsvSource({
        "1766000000, 2025-12-17T19:33:20Z",
        "1766000000.25, 2025-12-17T19:33:20.250Z",
        "1766000000250, 2025-12-17T19:33:20.250Z",
        "0, 1970-01-01T00:00:00Z",
        "-1, 1969-12-31T23:59:59Z"
    })
    void secondsAndMillisecondsSince1970AreTimes(String number, Instant time) {
        assertThat(sound("{\"head\":{\"ts\":" + number + "},\"v\":1}").measuredAt())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"23.5, 23.5", "true, true", "open, open", "' spare part ', spare part"})
    void whatIsNoObjectIsOneValueThatCameWhenItArrived(String body, String text) {
        Observation observation = sound(body);

        assertThat(observation.measuredAt()).isEqualTo(ARRIVAL);
        assertThat(observation.values().paths()).containsExactly("value");
        assertThat(observation.values().get("value").asText()).isEqualTo(text);
    }

    @Test
    void whatCannotBeRecordedSaysWhy() {
        String noTime =
                "head.ts is neither an ISO-8601 time with an offset or Z nor seconds or"
                        + " milliseconds since 1970";
        assertThat(reason("{\"head\":{\"ts\":\"noon\"},\"v\":1}")).isEqualTo(noTime);
        assertThat(reason("{\"head\":{\"ts\":1e300},\"v\":1}")).isEqualTo(noTime);
        assertThat(reason("{\"head\":{\"ts\":null},\"v\":1}")).isEqualTo(noTime);
        assertThat(reason("{\"v\":")).startsWith("the body is not JSON: ");
        assertThat(reason("")).isEqualTo("the body holds no value");
        assertThat(reason("null")).isEqualTo("the body holds no value");
        assertThat(reason("{}")).isEqualTo("the body holds no value");
        assertThat(reason(new byte[] {(byte) 0xFF, 1}))
                .isEqualTo("the body is neither JSON nor text");
        assertThat(reason("x\u0000y")).isEqualTo("the body is neither JSON nor text");
        assertThat(reason("x".repeat(1_001))).startsWith("the body is not JSON: ");
    }
}
