package org.plantdeck.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

final class UserFileTest {

    static final HashCost CHEAP = new HashCost(8, 1);

    @TempDir Path directory;

    private Path path() {
        return new AccessFiles(directory).users();
    }

    private UserFile users() {
        return new UserFile(path(), CHEAP, Set.of("PLC1", "Historian"));
    }

    private static String refusal(ThrowingCallable doing) {
        return catchThrowableOfType(PartFailure.class, doing).sentence();
    }

    private static Optional<String> password(String text) {
        return Optional.of(text);
    }

    @Test
    void usersAreAddedListedChangedAndRemoved() throws IOException {
        users().add("anna", Role.OPERATOR, password("bottles!"));
        users().add("press-4", Role.DEVICE, Optional.empty());
        users().add("eve@plant", Role.ENGINEER, password("vibration"));
        assertThat(users().all())
                .containsExactly(
                        new User("anna", Role.OPERATOR, true),
                        new User("press-4", Role.DEVICE, false),
                        new User("eve@plant", Role.ENGINEER, true));
        String before = Files.readString(path());

        users().changePassword("anna", "conveyor");
        assertThat(Files.readString(path())).isNotEqualTo(before);
        users().remove("eve@plant");
        assertThat(users().all())
                .containsExactly(
                        new User("anna", Role.OPERATOR, true),
                        new User("press-4", Role.DEVICE, false));
        assertThat(Files.readString(path())).doesNotContain("conveyor", "bottles");
    }

    @Test
    void onlyTheOwnerMayReadTheFileFromItsFirstByteOn() throws IOException {
        users().add("anna", Role.OPERATOR, password("bottles!"));
        users().add("bert", Role.OPERATOR, password("bottles!"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder("broker-users", ".broker-users.lock");
    }

    @ParameterizedTest
    @CsvSource({
        "'', is no user name",
        "a b, is no user name",
        "a/b, is no user name",
        "+, is no user name",
        "a#, is no user name",
        "a:b, is no user name",
        "$SYS, is no user name",
        "müller, is no user name",
        "guest, the brokers give it a meaning",
        "Guest, the brokers give it a meaning",
        "rd, the brokers give it a meaning",
        "BS, the brokers give it a meaning",
        "PLC1, `plantdeck credentials export plc1` gives its password",
        "plc1, `plantdeck credentials export plc1` gives its password",
    })
    void aNameThatCannotBeAUsersIsRefused(String name, String why) {
        assertThat(refusal(() -> users().add(name, Role.OPERATOR, password("bottles!"))))
                .contains("\"" + name + "\"", why);
        assertThat(path()).doesNotExist();
    }

    @Test
    void aNameHasUpTo64Letters() {
        users().add("a".repeat(64), Role.OPERATOR, Optional.empty());
        assertThat(refusal(() -> users().add("a".repeat(65), Role.OPERATOR, Optional.empty())))
                .contains("up to 64 letters, digits and - _ . @");
    }

    @Test
    void aPartMayHaveACertificateButNoPasswordOfItsOwn() {
        users().add("PLC1", Role.PART, Optional.empty());
        assertThat(users().all()).containsExactly(new User("PLC1", Role.PART, false));
        assertThat(refusal(() -> users().add("Historian", Role.DEVICE, Optional.empty())))
                .contains("a part's name");
    }

    @Test
    void whatCannotBeDoneIsSaidWithWhatToDo() {
        users().add("anna", Role.OPERATOR, password("bottles!"));

        assertThat(refusal(() -> users().add("anna", Role.ADMIN, Optional.empty())))
                .isEqualTo(
                        "there is a user anna already; `plantdeck users passwd anna` sets another"
                                + " password");
        assertThat(refusal(() -> users().add("x", Role.GUEST, Optional.empty())))
                .isEqualTo(
                        "guest is no role of a user; must be one of operator, engineer, admin,"
                                + " device, part");
        assertThat(refusal(() -> users().remove("ann")))
                .isEqualTo("there is no user ann; `plantdeck users list` shows who there is");
        assertThat(refusal(() -> users().changePassword("ann", "bottles!")))
                .startsWith("there is no user ann;");
        assertThat(refusal(() -> users().changePassword("anna", "bottles")))
                .isEqualTo("the password is too short; it must have at least 8 letters");
        assertThat(refusal(() -> users().changePassword("anna", "x".repeat(1025))))
                .isEqualTo("the password is too long; it may have 1024 bytes");
    }

    @Test
    void whoAddAtOnceLoseNothing() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String name = "user-" + i;
                all.add(pool.submit(() -> users().add(name, Role.DEVICE, Optional.empty())));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(users().all())
                .extracting(User::name)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "user-" + i).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anna:operator      | a user is name:role:hash",
                "anna:boss:-        | \"boss\" is no role of a user; must be one of operator,",
                "anna:guest:-       | \"guest\" is no role of a user",
                "guest:operator:-   | \"guest\" can be no user's name",
                "a b:operator:-     | \"a b\" is no user name",
                "bert:admin:-       | bert stands here a second time",
                "anna:operator:pass | what stands for the password of anna is no Argon2id hash",
                "anna:operator:$argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"
                        + " | what stands for the password of anna is no Argon2id hash",
            })
    void aBrokenLineIsNamedWithItsNumber(String line, String why) throws IOException {
        Files.writeString(path(), "# people\nbert:operator:-\n\n" + line + "\n");

        assertThat(refusal(() -> users().all())).startsWith(path() + ", line 4: " + why);
        assertThat(refusal(() -> users().add("carl", Role.ADMIN, Optional.empty())))
                .contains(", line 4: ");
    }

    @Test
    void commentsStayWhereTheyAre() throws IOException {
        Files.writeString(path(), "# shift A\nbert:operator:-\n# shift B\n");
        users().add("carl", Role.ADMIN, Optional.empty());
        users().remove("bert");

        assertThat(Files.readString(path())).isEqualTo("# shift A\n# shift B\ncarl:admin:-\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bottles!", "Flaschenzug-Öl", "    spaces    "})
    void aHashIsOfItsPasswordAlone(String password) {
        byte[] bytes = password.getBytes(UTF_8);
        PasswordHash hash = PasswordHash.of(bytes, CHEAP, new SecureRandom());
        PasswordHash read = PasswordHash.parse(hash.text()).orElseThrow();

        assertThat(read.text()).isEqualTo(hash.text()).startsWith("$argon2id$v=19$m=8,t=1,p=1$");
        assertThat(read.isOf(bytes)).isTrue();
        assertThat(read.isOf((password + " ").getBytes(UTF_8))).isFalse();
        assertThat(read.isOf(new byte[0])).isFalse();
        assertThat(PasswordHash.of(bytes, CHEAP, new SecureRandom()).text())
                .isNotEqualTo(hash.text());
    }

    /** Made by the reference program: {@code echo -n password | argon2 somesalt -id -t 2 -m 8}. */
    @Test
    void aHashOfTheReferenceProgramIsVerified() {
        PasswordHash hash =
                PasswordHash.parse(
                                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                                        + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
                        .orElseThrow();

        assertThat(hash.isOf("password".getBytes(UTF_8))).isTrue();
        assertThat(hash.isOf("passwort".getBytes(UTF_8))).isFalse();
    }
}
