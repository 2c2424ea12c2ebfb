package org.plantdeck.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** As the locale of the tests, en-GB, writes them. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "105.04, 1, 105.0",
        "105.06, 1, 105.1",
        "14919.6, 0, '14,920'",
        "0.8763, 3, 0.876",
        "-12.34, 1, −12.3",
        "7, 2, 7.00",
    })
    void aNumberHasItsDecimalsAndTheSeparatorsOfTheLocale(double value, int decimals, String text) {
        assertThat(Numbers.text(value, decimals)).isEqualTo(text);
    }

    @Test
    void whatIsNoNumberIsADash() {
        assertThat(Numbers.text(Double.NaN, 1)).isEqualTo("–");
        assertThat(Numbers.text(Double.POSITIVE_INFINITY, 1)).isEqualTo("–");
    }

    @Test
    void aHalfIsRoundedUp() {
        assertThat(Numbers.text(0.5, 0)).isEqualTo("1");
        assertThat(Numbers.text(2.5, 0)).isEqualTo("3");
        assertThat(Numbers.text(0.125, 2)).isEqualTo("0.13");
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Numbers.text(-0.04, 1)).isEqualTo("0.0");
        assertThat(Numbers.text(-0.0, 0)).isEqualTo("0");
        assertThat(Numbers.text(-0.06, 1)).isEqualTo("−0.1");
    }

    @Test
    void wholeNumbersAreGrouped() {
        assertThat(Numbers.text(43_575L)).isEqualTo("43,575");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 MB",
        "2500000, 2.5 MB",
        "118165504, 118 MB",
        "999400000, 999 MB",
        "1234567890, 1.2 GB",
    })
    void sizesAreInMegabytesOrGigabytes(double bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void anotherLocaleHasItsOwnSeparators() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            String text =
                    CompletableFuture.supplyAsync(
                                    () -> Numbers.text(14919.5, 1), Thread::startVirtualThread)
                            .join();
            assertThat(text).isEqualTo("14.919,5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
