package org.plantdeck.mqttlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.broker.certs.IssuedFiles;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class TlsFilesTest {

    private static final String PASSWORD = "only for this test";

    @TempDir private Path folder;

    private CertificateStore certificates;
    private IssuedFiles press;
    private Instant now = Instant.now();

    @BeforeEach
    void makeCertificates() {
        certificates = CertificateStore.open(folder.resolve("certs"), InstantSource.system());
        press = certificates.issue("press1", PASSWORD.toCharArray());
    }

    private static TlsFiles trusting(Path file) {
        return new TlsFiles(List.of(file), true, Optional.empty());
    }

    private static TlsFiles showing(Path file, String password) {
        return new TlsFiles(List.of(), true, Optional.of(new TlsFiles.Bundle(file, password)));
    }

    private AbstractThrowableAssert<?, ?> assertUseless(TlsFiles files) {
        return assertThatThrownBy(() -> files.context(now)).isInstanceOf(PartFailure.class);
    }

    @Test
    void soundFilesMakeAContext() {
        assertThat(trusting(certificates.caCertificate()).context(now).getProtocol())
                .isEqualTo("TLS");
        assertThat(showing(press.bundle(), PASSWORD).context(now).getProtocol()).isEqualTo("TLS");
    }

    @Test
    void aFileThatIsMissingOrSomethingElseIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        Path missing = folder.resolve("missing.pem");

        assertUseless(trusting(missing)).hasMessage(missing + " is not there");
        assertUseless(trusting(text))
                .hasMessage(
                        text + " holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
        assertUseless(showing(missing, PASSWORD)).hasMessage(missing + " is not there");
        assertUseless(showing(text, PASSWORD))
                .hasMessageStartingWith(text + " cannot be read as PKCS #12 or PEM: ");
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() {
        TlsFiles files = showing(press.bundle(), "wrong");
        assertUseless(files)
                .hasMessage(press.bundle() + " does not open with the password that is set");
        assertThat(files.toString()).doesNotContain("wrong");
    }

    @Test
    void whatIsPastItsEndIsRefusedWithTheDay() {
        now = now.plus(Duration.ofDays(4000));
        assertUseless(trusting(certificates.caCertificate()))
                .hasMessageMatching(".*ca.crt.pem expired on 20..-..-..; put its successor there");
        assertUseless(showing(press.bundle(), PASSWORD))
                .hasMessageMatching(".*press1.p12 expired on 20..-..-..; put its successor there");
    }
}
