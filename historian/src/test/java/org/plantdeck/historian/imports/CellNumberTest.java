package org.plantdeck.historian.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.Value;

import java.util.Locale;
import java.util.Random;

class CellNumberTest {

    private static Value read(String text, char mark) {
        return CellNumber.read(("<" + text + ">").toCharArray(), 1, text.length() + 1, mark);
    }

    @Test
    void everyDoubleIsTheOneThatWasWritten() {
        Random random = new Random(7);
        for (int i = 0; i < 40_000; i++) {
            double value =
                    i % 2 == 0
                            ? Double.longBitsToDouble(random.nextLong())
                            : (random.nextInt() >> random.nextInt(31))
                                    / StrictMath.pow(10, 1 + random.nextInt(9));
            if (!Double.isNaN(value)) {
                String text = Double.toString(value);
                assertThat(read(text, '.')).isEqualTo(Value.of(value));
                assertThat(read(text.replace('.', ','), ',')).isEqualTo(Value.of(value));
            }
        }
        for (int i = 0; i < 20_000; i++) {
            String text =
                    String.format(
                            Locale.ROOT,
                            "%d.%0" + (1 + random.nextInt(17)) + "d",
                            random.nextInt(1_000_000),
                            random.nextInt(1_000));
            assertThat(read(text, '.')).isEqualTo(Value.of(Double.parseDouble(text)));
        }
    }

    @Test
    void whatHasNoDecimalsIsWhole() {
        assertThat(read("0", '.')).isEqualTo(Value.of(0L));
        assertThat(read("+17", '.')).isEqualTo(Value.of(17L));
        assertThat(read("-9223372036854775808", '.')).isEqualTo(Value.of(Long.MIN_VALUE));
        assertThat(read("9223372036854775808", '.')).isEqualTo(Value.of(0x1p63));
        assertThat(read("1e3", '.')).isEqualTo(Value.of(1000.0));
        assertThat(read("-0.0", '.')).isEqualTo(Value.of(-0.0));
        assertThat(read("NaN", '.')).isEqualTo(Value.of(Double.NaN));
        assertThat(read("-Infinity", '.')).isEqualTo(Value.of(Double.NEGATIVE_INFINITY));
    }

    @Test
    void whatIsNoNumberIsNone() {
        for (String text :
                new String[] {
                    "", "-", ".", "1.2.3", "1,5", "1f", "0x10", "1e", "12 3", "e5", "--1"
                }) {
            assertThat(read(text, '.')).as(text).isEqualTo(Value.absent());
        }
    }
}
