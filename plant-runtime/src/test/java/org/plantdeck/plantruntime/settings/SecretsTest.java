package org.plantdeck.plantruntime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Passwords are not shown, wherever they stand. */
final class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "jdbc:postgresql://joe:pa#s@db/h | jdbc:postgresql://***@db/h",
                "ssl://token@h:1 and ws://a:b@h | ssl://***@h:1 and ws://***@h",
                "jdbc:x://db/h?user=joe&password=p&ssl=1 |"
                        + " jdbc:x://db/h?user=joe&password=***&ssl=1",
                "https://h/x?access_token=abc; | https://h/x?access_token=***;",
                "x?sslPassword=a b | x?sslPassword=*** b",
                "tcp://127.0.0.1:1883 at 12@h | tcp://127.0.0.1:1883 at 12@h",
                "pressure=7.1 password of joe | pressure=7.1 password of joe",
            })
    void credentialsInAddressesAreMasked(String text, String masked) {
        assertThat(Secrets.inAddresses(text)).isEqualTo(masked);
    }

    @Test
    void wordsThatAreSecretAreMaskedUnlessTheyAreInEveryText() {
        assertThat(Secrets.masked("login hunter2 failed of ab", List.of("hunter2", "ab")))
                .isEqualTo("login *** failed of ab");
    }
}
