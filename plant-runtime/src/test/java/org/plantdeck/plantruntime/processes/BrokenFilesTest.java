package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.access.AccessFiles;
import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.fixtures.FreePorts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A broker that cannot start says why and what to do, in one line and with exit code 2. */
@Timeout(240)
final class BrokenFilesTest {

    @TempDir private Path temporary;

    private Path data() {
        return temporary.resolve("data");
    }

    private Path certificate(String file) {
        return data().resolve("certs").resolve(file);
    }

    /** Makes the certificates as a first start does, at some time. */
    private void issue(Instant then) throws IOException {
        Files.createDirectories(data());
        var _ = CertificateStore.open(data().resolve("certs"), InstantSource.fixed(then));
    }

    private String refusal() throws Exception {
        return refusal(FreePorts.one());
    }

    /** What the start of a broker with TLS says. */
    private String refusal(int tlsPort) throws Exception {
        String[] words = {
            "run",
            "local-broker",
            "--data",
            data().toString(),
            "--log-level",
            "warn",
            "--set",
            "local-broker.port=" + FreePorts.one(),
            "--set",
            "local-broker.tls-port=" + tlsPort
        };
        try (ChildPlant broker = new ChildPlant(temporary.resolve("broker.err"), words)) {
            assertThat(broker.rest()).isEmpty();
            assertThat(broker.exitCode()).as(broker.errors()).isEqualTo(2);
            assertThat(broker.errors()).startsWith("plantdeck: ").hasLineCount(1);
            return broker.errors().strip();
        }
    }

    @Test
    void aBrokenRuleFileIsNamedWithItsLineAndWhatARuleIs() throws Exception {
        Files.createDirectories(data());
        Path rules = new AccessFiles(data()).rules();
        Files.writeString(rules, "# who may what\nguest may dance test/#\n");

        assertThat(refusal())
                .startsWith("plantdeck: local-broker: " + rules + ", line 2: ")
                .contains("; a rule is `role ROLE`");
    }

    @Test
    void aBrokenUsersFileIsNamedWithItsLine() throws Exception {
        Files.createDirectories(data());
        Path users = new AccessFiles(data()).users();
        Files.writeString(users, "anna:boss:-\n");

        assertThat(refusal())
                .startsWith("plantdeck: local-broker: " + users + ", line 1: ")
                .contains("must be one of operator, engineer, admin");
    }

    @Test
    void aKeyThatCannotBeReadIsNamed() throws Exception {
        issue(Instant.now());
        Files.delete(certificate("server.key.pem"));
        Files.createDirectory(certificate("server.key.pem"));

        assertThat(refusal())
                .startsWith(
                        "plantdeck: local-broker: "
                                + certificate("server.key.pem")
                                + " cannot be read (")
                .endsWith("; put a readable copy in its place");
    }

    @Test
    void aKeyThatIsNoneIsNamed() throws Exception {
        issue(Instant.now());
        Files.writeString(certificate("server.key.pem"), "no key\n");

        assertThat(refusal())
                .startsWith(
                        "plantdeck: local-broker: "
                                + certificate("server.key.pem")
                                + " holds no private key in PEM form; put one there that begins");
    }

    @Test
    void aCertificateFromElsewherePastItsEndIsNamedWithTheDay() throws Exception {
        issue(Instant.now());
        elsewhere(Instant.now().minus(Duration.ofDays(826)));

        assertThat(refusal())
                .matches(
                        "plantdeck: local-broker: \\S+server\\.crt\\.pem expired on"
                            + " \\d{4}-\\d\\d-\\d\\d; put its successor there, or .*plantdeck certs"
                            + " renew server.*");
    }

    /** Puts a certificate there that another CA made some time. */
    private void elsewhere(Instant then) throws IOException {
        Path other = temporary.resolve("other");
        var _ = CertificateStore.open(other, InstantSource.fixed(then));
        for (String file : List.of("server.crt.pem", "server.key.pem")) {
            Files.delete(certificate(file));
            Files.copy(other.resolve(file), certificate(file));
        }
    }

    @Test
    void anAuthorityPastItsEndIsNamed() throws Exception {
        issue(Instant.now().minus(Duration.ofDays(3_700)));

        assertThat(refusal())
                .startsWith(
                        "plantdeck: local-broker: " + certificate("ca.crt.pem") + " expired on ")
                .endsWith(" away, and the next start makes a new CA");
    }

    @Test
    void aPortWithTlsThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(refusal(port))
                    .startsWith("plantdeck: local-broker.tls-port " + port + " ")
                    .endsWith("; end what uses it or set another port");
        }
    }
}
