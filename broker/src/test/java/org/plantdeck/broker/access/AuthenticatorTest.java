package org.plantdeck.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class AuthenticatorTest {

    private static final InetAddress DESK = address(127, 0, 0, 1);
    private static final InetAddress HALL = address(10, 0, 0, 7);

    @TempDir Path directory;

    private final Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private AccessFiles files;
    private Authenticator authenticator;

    static InetAddress address(int... bytes) {
        byte[] raw = {(byte) bytes[0], (byte) bytes[1], (byte) bytes[2], (byte) bytes[3]};
        try {
            return InetAddress.getByAddress(raw);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void aPlantWithPeople() {
        files = new AccessFiles(directory);
        users().add("anna", Role.OPERATOR, Optional.of("bottles!"));
        authenticator = authenticator(GuestPolicy.DESK);
    }

    private UserFile users() {
        return new UserFile(files.users(), UserFileTest.CHEAP, Set.of());
    }

    private Authenticator authenticator(GuestPolicy guests) {
        return new Authenticator(files, guests, () -> now);
    }

    private static Attempt guest(InetAddress from, boolean openListener) {
        return new Attempt(
                "g", Optional.empty(), Optional.empty(), Optional.empty(), from, openListener);
    }

    static Attempt password(String user, String password, InetAddress from) {
        return new Attempt(
                "some-id",
                Optional.of(user),
                Optional.of(password.getBytes(UTF_8)),
                Optional.empty(),
                from,
                true);
    }

    private static Attempt certificate(String clientId, String name) {
        return new Attempt(
                clientId, Optional.empty(), Optional.empty(), Optional.of(name), HALL, true);
    }

    private static Admission refused(Refusal why) {
        return new Admission.Refused(why);
    }

    private static Admission admitted(String user, Role role, String clientId) {
        return new Admission.Admitted(new Identity(user, role, clientId, Optional.empty()));
    }

    private Admission tryAs(String user, String password, InetAddress from) {
        return authenticator.authenticate(password(user, password, from));
    }

    @Test
    void theRightPasswordAdmitsWithTheRoleOfTheFile() {
        for (int i = 0; i < 3; i++) {
            assertThat(tryAs("anna", "bottles!", HALL))
                    .isEqualTo(admitted("anna", Role.OPERATOR, "some-id"));
        }
    }

    @Test
    void manyThatConnectAtOnceCostOneHash() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Admission>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(pool.submit(() -> tryAs("anna", "bottles!", HALL)));
            }
            for (Future<Admission> one : all) {
                assertThat(one.get()).isInstanceOf(Admission.Admitted.class);
            }
        }
        assertThat(authenticator.hashed()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordAnUnknownNameAndNoPasswordAreRefusedAlikeAndCounted() {
        assertThat(tryAs("anna", "bottles", HALL)).isEqualTo(refused(Refusal.BAD_CREDENTIALS));
        assertThat(tryAs("ann", "bottles!", HALL)).isEqualTo(refused(Refusal.BAD_CREDENTIALS));
        Attempt nameAlone =
                new Attempt(
                        "x", Optional.of("anna"), Optional.empty(), Optional.empty(), DESK, false);
        assertThat(authenticator.authenticate(nameAlone))
                .isEqualTo(refused(Refusal.BAD_CREDENTIALS));
        assertThat(authenticator.refusals())
                .containsEntry(Refusal.BAD_CREDENTIALS, 3L)
                .containsEntry(Refusal.GUESTS_NOT_ALLOWED, 0L);
    }

    @Test
    void aGuestIsAdmittedFromTheDeskWhileNobodyElseCanConnect() {
        assertThat(authenticator.authenticate(guest(DESK, false)))
                .isEqualTo(new Admission.Admitted(Identity.guest("g")));
        assertThat(authenticator.authenticate(guest(DESK, true)))
                .isEqualTo(refused(Refusal.GUESTS_NOT_ALLOWED));
        assertThat(authenticator.authenticate(guest(HALL, true)))
                .isEqualTo(refused(Refusal.GUESTS_NOT_ALLOWED));
    }

    @Test
    void aSettingLetsGuestsInFromEverywhereOrFromNowhere() {
        assertThat(authenticator(GuestPolicy.EVERYWHERE).authenticate(guest(HALL, true)))
                .isEqualTo(new Admission.Admitted(Identity.guest("g")));
        assertThat(authenticator(GuestPolicy.NOBODY).authenticate(guest(DESK, false)))
                .isEqualTo(refused(Refusal.GUESTS_NOT_ALLOWED));
    }

    @Test
    void nobodyIsAGuestByName() {
        assertThat(tryAs("guest", "", DESK)).isEqualTo(refused(Refusal.BAD_CREDENTIALS));
    }

    @Test
    void aPartIsAdmittedByItsGeneratedPassword() {
        String password = GeneratedCredentials.open(files.credentials()).password("PLC1");

        assertThat(tryAs("PLC1", password, HALL)).isEqualTo(admitted("PLC1", Role.PART, "some-id"));
        assertThat(tryAs("PLC2", password, HALL)).isEqualTo(refused(Refusal.BAD_CREDENTIALS));
    }

    @Test
    void aCertificateIsADeviceUnlessTheUsersFileSaysOtherwise() {
        users().add("cell-2", Role.ENGINEER, Optional.empty());

        assertThat(authenticator.authenticate(certificate("x", "press 4")))
                .isEqualTo(
                        new Admission.Admitted(
                                new Identity("press 4", Role.DEVICE, "x", Optional.of("press 4"))));
        assertThat(authenticator.authenticate(certificate("x", "cell-2")))
                .isEqualTo(
                        new Admission.Admitted(
                                new Identity("cell-2", Role.ENGINEER, "x", Optional.of("cell-2"))));
        assertThat(tryAs("cell-2", "-", HALL)).isEqualTo(refused(Refusal.BAD_CREDENTIALS));
    }

    @Test
    void theNameOfAPartOnACertificateAloneMakesNoPart() {
        GeneratedCredentials.open(files.credentials()).password("PLC1");

        assertThat(authenticator.authenticate(certificate("PLC1", "PLC1")))
                .isEqualTo(
                        new Admission.Admitted(
                                new Identity("PLC1", Role.DEVICE, "PLC1", Optional.of("PLC1"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "#", "a/b", "$SYS", "guest", "rd", "BS", "a\nb"})
    void aCertificateWhoseNameIsNoLevelOfATopicIsRefused(String name) {
        assertThat(authenticator.authenticate(certificate("x", name)))
                .isEqualTo(refused(Refusal.UNUSABLE_CERTIFICATE_NAME));
    }

    @Test
    void theNameOfAPartOrUserIsNobodyElsesClientId() {
        String password = GeneratedCredentials.open(files.credentials()).password("PLC1");

        for (String name : List.of("PLC1", "anna")) {
            Attempt asGuest =
                    new Attempt(
                            name,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            DESK,
                            false);
            assertThat(authenticator.authenticate(asGuest))
                    .isEqualTo(refused(Refusal.CLIENT_ID_OF_ANOTHER));
            assertThat(authenticator.authenticate(certificate(name, "dev-1")))
                    .isEqualTo(refused(Refusal.CLIENT_ID_OF_ANOTHER));
        }
        Attempt itself =
                new Attempt(
                        "PLC1",
                        Optional.of("PLC1"),
                        Optional.of(password.getBytes(UTF_8)),
                        Optional.empty(),
                        DESK,
                        false);
        assertThat(authenticator.authenticate(itself))
                .isEqualTo(admitted("PLC1", Role.PART, "PLC1"));
    }

    @Test
    void whatTheUsersFileSaysNowHoldsAtTheNextConnect() {
        assertThat(tryAs("anna", "bottles!", HALL)).isInstanceOf(Admission.Admitted.class);
        users().changePassword("anna", "conveyor");
        assertThat(tryAs("anna", "bottles!", HALL)).isEqualTo(refused(Refusal.BAD_CREDENTIALS));
        assertThat(tryAs("anna", "conveyor", HALL))
                .isEqualTo(admitted("anna", Role.OPERATOR, "some-id"));
        users().remove("anna");
        assertThat(tryAs("anna", "conveyor", HALL)).isEqualTo(refused(Refusal.BAD_CREDENTIALS));
    }

    @Test
    void aUsersFileThatIsBrokenWhileRunningLeavesTheUsersBefore() throws IOException {
        Files.writeString(files.users(), "anna:boss:-\n");

        assertThat(tryAs("anna", "bottles!", HALL)).isInstanceOf(Admission.Admitted.class);
        assertThat(authenticator.complaint().orElseThrow())
                .startsWith(files.users() + ", line 1: \"boss\" is no role of a user")
                .endsWith("; what held before stays");
        assertThat(
                        catchThrowableOfType(
                                        PartFailure.class, () -> authenticator(GuestPolicy.DESK))
                                .sentence())
                .startsWith(files.users() + ", line 1:");
    }

    @Test
    void whoIsRemovedOrGivenAnotherRoleIsNotStillTheSame() {
        Identity anna = new Identity("anna", Role.OPERATOR, "a", Optional.empty());
        Identity press = new Identity("press-4", Role.DEVICE, "p", Optional.of("press-4"));
        GeneratedCredentials.open(files.credentials()).password("PLC1");

        assertThat(authenticator.isStill(anna)).isTrue();
        assertThat(authenticator.isStill(press)).isTrue();
        assertThat(authenticator.isStill(Identity.guest("g"))).isTrue();
        assertThat(authenticator.isStill(new Identity("PLC1", Role.PART, "PLC1", Optional.empty())))
                .isTrue();
        users().remove("anna");
        users().add("press-4", Role.ADMIN, Optional.empty());
        assertThat(authenticator.isStill(anna)).isFalse();
        assertThat(authenticator.isStill(press)).isFalse();
    }
}
