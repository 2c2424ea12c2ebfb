package org.plantdeck.signal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class ReadingCodecTest {

    private static final String ENERGY =
            """
            {"timestamp":"2026-11-21T10:00:07.000Z","plc_id":"PLC2","power_consumption":111.4,\
            "voltages":{"L1":402.1,"L2":399.8,"L3":401.3},"currents":{"L1":185.2,"L2":182.7,"L3":187.1},\
            "power_factor":0.867,"frequency":50.02,"energy_total":12847.3,"grid_status":"normal",\
            "efficiency":86.7,"run":"a1b2c3d4","sequence":42}\
            """;

    private static Decoded<Reading> decode(String body) {
        return ReadingCodec.decode(FactorySource.ENERGY, body.getBytes(UTF_8));
    }

    private static String reason(Decoded<Reading> decoded) {
        return ((Decoded.Malformed<Reading>) decoded).reason();
    }

    @Test
    void aBodyOfTheContractIsReadAndWrittenBackByteForByte() {
        Reading reading = ((Decoded.Sound<Reading>) decode(ENERGY)).value();
        assertThat(reading.run()).isEqualTo("a1b2c3d4");
        assertThat(reading.sequence()).isEqualTo(42);
        assertThat(reading.measuredAt()).isEqualTo(Instant.parse("2026-11-21T10:00:07Z"));
        assertThat(reading.values().number("voltages.L2")).hasValue(399.8);
        assertThat(new String(ReadingCodec.encode(reading), UTF_8)).isEqualTo(ENERGY);
    }

    @Test
    void keysNobodyKnowsAreKept() {
        Reading reading =
                ((Decoded.Sound<Reading>) decode(ENERGY.replace("\"run\"", "\"thd\":3.1,\"run\"")))
                        .value();
        assertThat(reading.values().number("thd")).hasValue(3.1);
    }

    @Test
    void wholeNumbersAreNumbersToo() {
        assertThat(decode(ENERGY.replace("111.4", "111"))).isInstanceOf(Decoded.Sound.class);
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "power_factor":0.867    | "power_factor":"high" | power_factor is missing or not a number
                    "power_factor":0.867,   | ''                    | power_factor is missing or not a number
                    "grid_status":"normal"  | "grid_status":1       | grid_status is missing or not a text
                    "sequence":42           | "sequence":0          | sequence is missing or not a whole number from 1
                    "run":"a1b2c3d4",       | ''                    | run is missing or not a text
                    10:00:07.000Z           | ten o'clock           | timestamp is not an ISO-8601 time with an offset or Z
                    PLC2                    | PLC9                  | plc_id is not PLC2
                    """)
    void aBodyThatLacksAKeyOfTheContractIsRefusedByName(
            String part, String instead, String reason) {
        assertThat(ENERGY).contains(part);
        assertThat(reason(decode(ENERGY.replace(part, instead)))).isEqualTo(reason);
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        assertThat(reason(decode("[1,2]"))).isEqualTo("the body is not a JSON object");
        assertThat(reason(decode("{\"run\":"))).startsWith("the body is not JSON");
        assertThat(reason(decode(""))).isEqualTo("the body is not a JSON object");
        assertThat(reason(decode("{} x"))).startsWith("the body is not JSON");
        assertThat(reason(decode("{\"run\":\"a\",\"run\":\"b\"}")))
                .startsWith("the body is not JSON: Duplicate");
    }
}
