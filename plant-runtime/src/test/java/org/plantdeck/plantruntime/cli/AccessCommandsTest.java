package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.access.AccessFiles;
import org.plantdeck.broker.access.Admission;
import org.plantdeck.broker.access.Attempt;
import org.plantdeck.broker.access.Authenticator;
import org.plantdeck.broker.access.GuestPolicy;
import org.plantdeck.broker.access.Identity;
import org.plantdeck.broker.access.Refusal;
import org.plantdeck.broker.access.Role;
import org.plantdeck.signal.PartFailure;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the commands about users and credentials do to a broker of the same data directory. */
final class AccessCommandsTest {

    private static final Pattern PASSWORD_LINE =
            Pattern.compile("(?m)^local-broker\\.password: \"([A-Za-z0-9_-]{32})\"$");

    @TempDir Path data;

    /**
     * What came of a command line.
     *
     * @param code the exit code
     * @param out standard output
     * @param err standard error
     */
    private record Outcome(int code, String out, String err) {}

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return execute(all.toArray(new String[0]));
    }

    private static Outcome execute(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = PlantDeckCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        int code = commandLine.execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private void assertRefused(Outcome outcome, String sentence) {
        assertThat(outcome.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(3);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }

    private Path passwordFile(String password) throws IOException {
        return Files.writeString(data.resolve("password.txt"), password + "\n");
    }

    private Admission connect(String user, String password) {
        return new Authenticator(
                        new AccessFiles(data),
                        GuestPolicy.DESK,
                        () -> Instant.parse("2026-11-21T10:00:00Z"))
                .authenticate(
                        new Attempt(
                                "x",
                                Optional.of(user),
                                Optional.of(password.getBytes(UTF_8)),
                                Optional.empty(),
                                InetAddress.getLoopbackAddress(),
                                false));
    }

    private static Admission admitted(String user, Role role) {
        return new Admission.Admitted(new Identity(user, role, "x", Optional.empty()));
    }

    private static final Admission REFUSED = new Admission.Refused(Refusal.BAD_CREDENTIALS);

    @Test
    void aUserOfAPasswordFileConnectsUntilRemoved() throws IOException {
        String file = passwordFile("bottles!").toString();
        assertThat(run("users", "add", "otto", "--role", "operator", "--password-file", file))
                .isEqualTo(new Outcome(0, "", ""));
        assertThat(connect("otto", "bottles!")).isEqualTo(admitted("otto", Role.OPERATOR));
        assertThat(connect("otto", "bottles!\n")).isEqualTo(REFUSED);

        assertThat(run("users", "remove", "otto")).isEqualTo(new Outcome(0, "", ""));
        assertThat(connect("otto", "bottles!")).isEqualTo(REFUSED);
    }

    @Test
    void aDrawnPasswordIsAllThatIsPrinted() {
        Outcome added = run("users", "add", "eve", "--role", "engineer", "--generate");
        assertThat(added.out()).matches("[A-Za-z0-9_-]{32}\\R");
        assertThat(connect("eve", added.out().strip())).isEqualTo(admitted("eve", Role.ENGINEER));

        Outcome changed = run("users", "passwd", "eve", "--generate");
        assertThat(connect("eve", added.out().strip())).isEqualTo(REFUSED);
        assertThat(connect("eve", changed.out().strip())).isEqualTo(admitted("eve", Role.ENGINEER));
    }

    @Test
    void theListHasALineAUser() {
        assertThat(run("users", "list")).isEqualTo(new Outcome(0, "", ""));
        run("users", "add", "eve", "--role", "engineer", "--generate");
        run("users", "add", "press-4", "--role", "device", "--no-password");

        assertThat(run("users", "list").out().lines().map(it -> it.replaceAll(" +", " ")))
                .containsExactly("eve engineer password", "press-4 device certificate");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() throws IOException {
        run("users", "add", "eve", "--role", "engineer", "--generate");

        assertRefused(
                run("users", "add", "eve", "--role", "admin", "--generate"),
                "there is a user eve already");
        assertRefused(run("users", "passwd", "ev", "--generate"), "there is no user ev;");
        assertRefused(run("users", "remove", "ev"), "there is no user ev;");
        assertRefused(
                run("users", "add", "x", "--role", "guest", "--generate"),
                "guest is no role of a user; must be one of operator, engineer, admin, device,"
                        + " part");
        assertRefused(run("users", "add", "x", "--generate"), "--role");
        assertRefused(
                run("users", "add", "Historian", "--role", "part", "--generate"),
                "\"Historian\" is a part's name");
        assertRefused(
                run("users", "add", "a/b", "--role", "device", "--generate"),
                "\"a/b\" is no user name");
        String file = passwordFile("short").toString();
        assertRefused(
                run("users", "passwd", "eve", "--password-file", file),
                "the password is too short");
        assertRefused(
                run("users", "passwd", "eve", "--password-file", file, "--generate"),
                "mutually exclusive");
        assertRefused(
                run("users", "passwd", "eve", "--password-file", data.resolve("no").toString()),
                "no cannot be read");
        assertRefused(execute("users"), "Missing required subcommand");
        assertRefused(run("credentials", "export", "plc9"), "\"plc9\" is no part; must be one of");
    }

    @Test
    void aBrokenUsersFileIsNamedWithItsLine() throws IOException {
        Files.writeString(new AccessFiles(data).users(), "# people\notto\n");

        assertRefused(run("users", "list"), "broker-users, line 2: a user is name:role:hash");
    }

    @Test
    void anExportedPasswordLetsAPartIn() throws IOException {
        String printed = run("credentials", "export", "plc1").out();
        Matcher password = PASSWORD_LINE.matcher(printed);

        assertThat(printed).contains("local-broker.username: PLC1\n");
        assertThat(password.find()).isTrue();
        assertThat(connect("PLC1", password.group(1))).isEqualTo(admitted("PLC1", Role.PART));
        assertThat(run("credentials", "export", "PLC1").out()).isEqualTo(printed);
        assertThat(run("credentials", "export", "bridge").out())
                .contains("local-broker.username: Bridge", "cloud-broker.username: Bridge");
        assertThat(run("credentials", "export", "cloud-analytics").out())
                .contains("cloud-broker.username: Analytics")
                .doesNotContain("local-broker");
    }

    @Test
    void anExportToAFileIsItsOwnersAloneAndReplacesNothing() throws IOException {
        Path file = data.resolve("for/plc1.yaml");
        assertThat(run("credentials", "export", "plc1", "--to", file.toString()))
                .isEqualTo(new Outcome(0, "", ""));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).isEqualTo(run("credentials", "export", "plc1").out());
        assertRefused(
                run("credentials", "export", "plc2", "--to", file.toString()),
                file + " is there already");
    }

    @Test
    void aPasswordIsAskedTwice() {
        Deque<String> answers = new ArrayDeque<>(List.of("bottles!", "bottles!", "a", "b"));

        assertThat(NewPassword.ask(question -> answers.pop().toCharArray())).isEqualTo("bottles!");
        assertThat(
                        catchThrowableOfType(
                                        PartFailure.class,
                                        () ->
                                                NewPassword.ask(
                                                        question -> answers.pop().toCharArray()))
                                .sentence())
                .isEqualTo("the two passwords differ; nothing has changed");
        assertThat(
                        catchThrowableOfType(
                                        PartFailure.class, () -> NewPassword.ask(question -> null))
                                .sentence())
                .isEqualTo("no password was given; nothing has changed");
    }
}
