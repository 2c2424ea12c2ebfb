package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;

import java.util.Random;

class NumeralsTest {

    private final byte[] bytes = new byte[2 * Numerals.LENGTH_MAX];

    private String text(double value) {
        return new String(bytes, 3, Numerals.put(value, bytes, 3) - 3, US_ASCII);
    }

    private String text(long value) {
        return new String(bytes, 3, Numerals.put(value, bytes, 3) - 3, US_ASCII);
    }

    private void assertAlike(double value) {
        assertThat(text(value)).isEqualTo(Double.toString(value));
        assertThat(text(-value)).isEqualTo(Double.toString(-value));
    }

    @Test
    void edgesReadAsDoubleWritesThem() {
        for (double value :
                new double[] {
                    0.0,
                    1.0,
                    10.0,
                    0.1,
                    0.001,
                    0.0010000000000000002,
                    0.000999,
                    9.5e-4,
                    0.3,
                    0.1 + 0.2,
                    105.0,
                    100.25,
                    9_999_999.0,
                    9_999_999.999,
                    9_999_999.999999,
                    Math.nextDown(1e7),
                    1e7,
                    1.0000001e7,
                    0.000001,
                    1.000001,
                    123_456.000001,
                    2.2250738585072014E-308,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    2e-3,
                    1.0 / 3
                }) {
            assertAlike(value);
        }
    }

    @Test
    void decimalsAsAPlantPublishesThemReadAsDoubleWritesThem() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            long digits = random.nextLong(10_000_000_000_000L) >> random.nextInt(43);
            for (double scale : new double[] {1, 10, 100, 1e3, 1e4, 1e6, 1e7}) {
                double value = digits / scale;
                if (!text(value).equals(Double.toString(value))) {
                    assertAlike(value);
                }
            }
        }
    }

    @Test
    void anyBitsReadAsDoubleWritesThem() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double near = Math.exp(random.nextDouble(-9, 18));
            if (!text(any).equals(Double.toString(any))
                    || !text(near).equals(Double.toString(near))) {
                assertAlike(any);
                assertAlike(near);
            }
        }
    }

    @Test
    void wholeNumbersReadAsLongWritesThem() {
        Random random = new Random(13);
        for (long value :
                new long[] {
                    0,
                    9,
                    10,
                    -1,
                    999_999_999_999_999_999L,
                    1_000_000_000_000_000_000L,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    Long.MIN_VALUE + 1
                }) {
            assertThat(text(value)).isEqualTo(Long.toString(value));
        }
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            assertThat(text(value)).isEqualTo(Long.toString(value));
        }
    }
}
