package org.plantdeck.historian.archive.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

class CodecsTest {

    private final ByteSink sink = new ByteSink();

    private int assertComesBack(long[] values) throws Damaged {
        sink.clear();
        new LongCodec().encode(values, values.length, sink);
        int bytes = sink.size();
        sink.seal();
        long[] back = new long[values.length];
        ByteSource in = ByteSource.checked(sink.toBytes());
        new LongCodec().decode(in, back, values.length);
        assertThat(back).isEqualTo(values);
        assertThat(in.hasMore()).isFalse();
        return bytes;
    }

    private int assertComesBack(double[] values) throws Damaged {
        long[] bits = Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
        sink.clear();
        int decimals = DoubleCodec.decimals(bits, bits.length);
        new DoubleCodec().encode(bits, bits.length, decimals, sink);
        int bytes = sink.size();
        long[] back = new long[bits.length];
        new DoubleCodec().decode(ByteSource.of(sink.toBytes()), back, bits.length);
        assertThat(back).isEqualTo(bits);
        return bytes;
    }

    private static long[] longs(int count, LongSupplier next) {
        return IntStream.range(0, count).mapToLong(_ -> next.getAsLong()).toArray();
    }

    private static double[] doubles(int count, DoubleSupplier next) {
        return IntStream.range(0, count).mapToDouble(_ -> next.getAsDouble()).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 63, 64, 65, 128, 129, 3_600})
    void wholeNumbersOfAnyWidthComeBack(int count) throws Damaged {
        Random random = new Random(count);
        for (int width = 0; width <= Long.SIZE; width++) {
            int shift = Long.SIZE - width;
            assertComesBack(longs(count, () -> shift == 64 ? 0 : random.nextLong() >>> shift));
            assertComesBack(longs(count, () -> shift == 64 ? 7 : random.nextLong() >> shift));
        }
        assertComesBack(longs(count, () -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE));
    }

    @Test
    void anEvenStepTakesAFewBytes() throws Damaged {
        long[] seconds =
                IntStream.range(0, 3_600).mapToLong(i -> 1_700_000_000_000L + i * 1_000L).toArray();
        assertThat(assertComesBack(seconds)).isLessThan(12);
        assertThat(assertComesBack(new long[3_600])).isLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6, 9, 12})
    void decimalsComeBackBitForBitInFewBytes(int decimals) throws Damaged {
        Random random = new Random(decimals);
        double power = Math.pow(10, decimals);
        double[] values = doubles(3_600, () -> Math.rint(random.nextGaussian() * 10) / power);
        assertThat(assertComesBack(values)).isLessThan(3_600 + 200);
    }

    @Test
    void anyNumberComesBackBitForBit() throws Damaged {
        Random random = new Random(5);
        double[] odd = {
            Double.NaN,
            Double.longBitsToDouble(0x7FF8_0000_0000_0001L),
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            -0.0,
            0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            1.0 / 3,
            0.1 + 0.2,
            9_007_199_254_740_992.0,
            1e300
        };
        assertComesBack(odd);
        for (int share : new int[] {2, 10, 100}) {
            assertComesBack(
                    doubles(
                            3_600,
                            () ->
                                    random.nextInt(share) == 0
                                            ? odd[random.nextInt(odd.length)]
                                            : Math.rint(random.nextDouble() * 1_000) / 10));
        }
        assertComesBack(doubles(1_000, () -> Double.longBitsToDouble(random.nextLong())));
    }

    @Test
    void numbersOfSinglePrecisionTakeHalfTheBytes() throws Damaged {
        Random random = new Random(6);
        double[] singles = doubles(3_600, () -> (float) (20 + random.nextDouble()));
        assertThat(assertComesBack(singles)).isLessThan(3_600 * 4);
    }

    @Test
    void aFlippedBitIsFound() {
        long[] values = longs(500, new Random(7)::nextLong);
        new LongCodec().encode(values, values.length, sink);
        sink.seal();
        byte[] bytes = sink.toBytes();
        for (int i = 0; i < bytes.length; i += 97) {
            bytes[i] ^= 0x10;
            assertThatThrownBy(() -> ByteSource.checked(bytes)).isInstanceOf(Damaged.class);
            bytes[i] ^= 0x10;
        }
        assertThatThrownBy(() -> ByteSource.checked(Arrays.copyOf(bytes, 3)))
                .isInstanceOf(Damaged.class);
    }

    @Test
    void bytesOfAnythingElseAreRefusedOrReadButNeverGoBeyondTheirEnd() {
        Random random = new Random(8);
        long[] into = new long[200];
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            try {
                new DoubleCodec().decode(ByteSource.of(bytes), into, 200);
            } catch (Damaged expected) {
                assertThat(expected).hasMessageMatching("[a-z].*");
            }
        }
    }
}
