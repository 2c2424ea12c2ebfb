package org.plantdeck.broker.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How often a password may be guessed, by name and by address. */
final class GuessedPasswordsTest {

    private static final InetAddress DESK = AuthenticatorTest.address(127, 0, 0, 1);
    private static final InetAddress HALL = AuthenticatorTest.address(10, 0, 0, 7);

    @TempDir Path directory;

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private AccessFiles files;
    private Authenticator authenticator;

    @BeforeEach
    void aPlantWithPeople() {
        files = new AccessFiles(directory);
        new UserFile(files.users(), UserFileTest.CHEAP, Set.of())
                .add("anna", Role.OPERATOR, Optional.of("bottles!"));
        authenticator = new Authenticator(files, GuestPolicy.DESK, () -> now);
    }

    private Admission tryAs(String user, String password, InetAddress from) {
        return authenticator.authenticate(AuthenticatorTest.password(user, password, from));
    }

    private static Admission refused(Refusal why) {
        return new Admission.Refused(why);
    }

    @Test
    void afterFiveWrongPasswordsANameIsNotTriedForAMinuteFromThere() {
        for (int i = 0; i < 5; i++) {
            assertThat(tryAs("anna", "guess-" + i, HALL))
                    .isEqualTo(refused(Refusal.BAD_CREDENTIALS));
            now = now.plusSeconds(1);
        }
        assertThat(tryAs("anna", "bottles!", HALL)).isEqualTo(refused(Refusal.TOO_MANY_FAILURES));
        assertThat(tryAs("anna", "bottles!", DESK)).isInstanceOf(Admission.Admitted.class);
        now = now.plusSeconds(58);
        assertThat(tryAs("anna", "bottles!", HALL)).isEqualTo(refused(Refusal.TOO_MANY_FAILURES));
        now = now.plusSeconds(1);
        assertThat(tryAs("anna", "bottles!", HALL)).isInstanceOf(Admission.Admitted.class);
        assertThat(authenticator.refusals()).containsEntry(Refusal.TOO_MANY_FAILURES, 2L);
    }

    @Test
    void aFewWrongPasswordsAnHourSlowNobody() {
        for (int i = 0; i < 50; i++) {
            assertThat(tryAs("anna", "guess", HALL)).isEqualTo(refused(Refusal.BAD_CREDENTIALS));
            now = now.plus(Duration.ofSeconds(16));
        }
    }

    @Test
    void whoGuessesManyNamesFromOneAddressIsSlowedAndPartsAreNot() {
        String password = GeneratedCredentials.open(files.credentials()).password("PLC1");
        for (int i = 0; i < 20; i++) {
            assertThat(tryAs("name-" + i, "guess", HALL))
                    .isEqualTo(refused(Refusal.BAD_CREDENTIALS));
        }
        assertThat(tryAs("anna", "bottles!", HALL)).isEqualTo(refused(Refusal.TOO_MANY_FAILURES));
        assertThat(tryAs("anna", "bottles!", DESK)).isInstanceOf(Admission.Admitted.class);
        assertThat(tryAs("PLC1", password, HALL)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void ofManyThatGuessAtOnceNoMoreAreTried() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Admission>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String guess = "guess-" + i;
                all.add(pool.submit(() -> tryAs("anna", guess, HALL)));
            }
            for (Future<Admission> one : all) {
                assertThat(one.get()).isInstanceOf(Admission.Refused.class);
            }
        }
        assertThat(authenticator.refusals())
                .containsEntry(Refusal.BAD_CREDENTIALS, 5L)
                .containsEntry(Refusal.TOO_MANY_FAILURES, 59L);
    }
}
