package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.certs.IssuedCertificate;

import picocli.CommandLine;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code plantdeck certs} says and leaves behind. */
final class CertsCommandTest {

    @TempDir Path data;

    private record Outcome(int code, String out, String err) {}

    private Outcome certs(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = PlantDeckCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        int code =
                commandLine.execute(
                        Stream.of(
                                        Stream.of("certs"),
                                        Stream.of(arguments),
                                        Stream.of("--data", data.toString()))
                                .flatMap(it -> it)
                                .toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }

    private void assertRefused(Outcome outcome, String sentence) {
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    private KeyStore bundle(String name, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(data.resolve("certs/" + name + ".p12"))) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    @Test
    void issueSaysWhatItMadeAndAPasswordThatOpensTheBundle() throws Exception {
        Outcome issued = certs("issue", "press1");

        assertThat(issued.code()).isZero();
        List<String> lines = issued.out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith("issued press1, valid until 2")
                .endsWith(data.resolve("certs/press1.crt.pem") + ", press1.key.pem and press1.p12");
        String password = lines.getLast().replaceFirst(".*not shown again: ", "");
        assertThat(bundle("press1", password).getCertificateChain("press1")).hasSize(2);
        assertThat(Files.exists(data.resolve("certs/press1.key.pem"))).isTrue();
    }

    @Test
    void aPasswordFromAFileIsUsedAndNotPrinted() throws Exception {
        Path file = Files.writeString(data.resolve("secret"), "correct horse\nsecond line\n");

        Outcome issued = certs("issue", "press1", "--password-file", file.toString());

        assertThat(issued.out().lines()).hasSize(1);
        assertThat(issued.out()).doesNotContain("correct horse");
        assertThat(bundle("press1", "correct horse").size()).isEqualTo(1);
    }

    @Test
    void aCertificateIsRenewedRevokedAndListed() {
        certs("issue", "press1");

        assertThat(certs("renew", "press1").out()).startsWith("renewed press1, valid until 2");
        assertThat(certs("revoke", "press1").out())
                .startsWith("revoked press1, serial ")
                .endsWith(": " + data.resolve("certs/crl.pem") + System.lineSeparator());
        assertThat(certs("renew", "server").out()).startsWith("renewed server, valid until 2");
        assertThat(certs("list").out().lines().map(it -> it.replaceAll(" .*", "")))
                .containsExactly("name", "ca", "server", "press1", "press1");
    }

    @Test
    void theTableSaysWhatIsValidRevokedAndExpired() {
        Instant end = Instant.parse("2029-02-24T12:00:00Z");
        BigInteger serial = new BigInteger("7f00000000000000000000000000000a", 16);
        IssuedCertificate one = new IssuedCertificate("press1", serial, end, Optional.empty());
        Optional<Instant> revokedAt = Optional.of(Instant.parse("2026-11-22T12:00:00Z"));
        IssuedCertificate other = new IssuedCertificate("press2", serial, end, revokedAt);

        assertThat(CertsListCommand.table(List.of(one, other), end))
                .containsExactly(
                        "name    serial                            valid until  state",
                        "press1  7f00000000000000000000000000000a  2029-02-24   valid",
                        "press2  7f00000000000000000000000000000a  2029-02-24   revoked"
                                + " 2026-11-22");
        assertThat(CertsListCommand.table(List.of(one), end.plusSeconds(1)).getLast())
                .endsWith("expired");
    }

    @Test
    void whatCannotBeDoneIsOneSentence() throws IOException {
        Path empty = Files.createFile(data.resolve("empty"));

        assertRefused(certs("list"), "there are no certificates in " + data.resolve("certs"));
        assertRefused(certs("revoke", "press1"), "there are no certificates in");
        assertRefused(certs("issue", "../x"), "\"../x\" cannot be the name of a certificate");
        assertRefused(certs("issue", "ca"), "ca is the name of a certificate of PlantDeck itself");
        assertRefused(certs("revoke", "press1"), "there is no certificate for press1");
        assertRefused(
                certs("issue", "press1", "--password-file", empty.toString()),
                "is empty; put a password in its first line");
        assertRefused(
                certs("issue", "press1", "--password-file", data.resolve("none").toString()),
                "cannot be read (it is not there)");
        assertRefused(certs("issue", "press1", "--set", "no.such=1"), "no.such is not a setting");
        assertRefused(certs("issue"), "NAME");
    }

    @Test
    void certsAloneSaysWhatThereIs() {
        StringWriter err = new StringWriter();
        CommandLine commandLine = PlantDeckCommand.commandLine();
        commandLine.setErr(new PrintWriter(err, true));

        assertThat(commandLine.execute("certs")).isEqualTo(2);
        assertThat(err.toString()).contains("certs needs one of issue, list, revoke and renew");
    }
}
