package org.plantdeck.broker.access;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

final class VerifiedPasswordsTest {

    private final VerifiedPasswords verified = new VerifiedPasswords(new SecureRandom());
    private final UserList before = UserList.read(Path.of("broker-users"), List.of());
    private final UserList after = UserList.read(Path.of("broker-users"), List.of());

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void whatWasVerifiedIsKnownForThatNameAndPasswordAlone() {
        verified.add(before, "anna", bytes("bottles!"));

        assertThat(verified.has(before, "anna", bytes("bottles!"))).isTrue();
        assertThat(verified.has(before, "anna", bytes("bottles"))).isFalse();
        assertThat(verified.has(before, "bert", bytes("bottles!"))).isFalse();
        assertThat(verified.has(before, "ann", bytes("abottles!"))).isFalse();
    }

    @Test
    void aChangedFileForgetsWhatWasVerified() {
        verified.add(before, "anna", bytes("bottles!"));
        assertThat(verified.has(after, "anna", bytes("bottles!"))).isFalse();

        verified.add(after, "bert", bytes("conveyor"));
        assertThat(verified.has(after, "anna", bytes("bottles!"))).isFalse();
        assertThat(verified.has(before, "anna", bytes("bottles!"))).isFalse();
    }

    @Test
    void theOldestAreForgottenBeyondTheCapacity() {
        for (int i = 0; i <= 10_000; i++) {
            verified.add(before, "user-" + i, bytes("bottles!"));
        }
        assertThat(verified.has(before, "user-0", bytes("bottles!"))).isFalse();
        assertThat(verified.has(before, "user-1", bytes("bottles!"))).isTrue();
    }
}
