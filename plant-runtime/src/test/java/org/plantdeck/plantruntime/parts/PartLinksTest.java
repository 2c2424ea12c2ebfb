package org.plantdeck.plantruntime.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.certs.CertificateStore;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.Login;
import org.plantdeck.mqttlink.TlsFiles;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.PartLock;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsReader;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What is set for brokers elsewhere, and what a start says of it. */
final class PartLinksTest {

    private static final String URL = "local-broker.url=ssl://broker.example:8883";
    private static final String BUNDLE = "only for this test";

    private DataDirectory directory;
    private Instant now = Instant.now();

    @BeforeEach
    void openDirectory(@TempDir Path path) {
        directory = DataDirectory.open(path);
    }

    private Settings settings(String... overrides) {
        return SettingsReader.read(
                AllSettings.catalogue(), directory.settingsFile(), List.of(overrides));
    }

    private LinkFactory links(String... overrides) {
        return PartLinks.of(settings(overrides), directory, InstantSource.fixed(now), "test");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String... overrides) {
        return assertThatThrownBy(() -> links(overrides)).isInstanceOf(SettingsFailure.class);
    }

    private CertificateStore certificates() {
        return CertificateStore.open(directory.certificates(), InstantSource.system());
    }

    @Test
    void theDataDirectorysOwnCaIsTrustedBesideJavasWhereNoneIsSet() {
        TrustKeys trust = BrokerKeys.LOCAL.trust();
        assertThat(trust.files(settings(URL), directory))
                .isEqualTo(new TlsFiles(List.of(), true, Optional.empty()));

        Path own = certificates().caCertificate();

        assertThat(trust.files(settings(URL), directory))
                .isEqualTo(new TlsFiles(List.of(own), true, Optional.empty()));
    }

    @Test
    void filesThatAreSetAreLookedForInTheDataDirectory() {
        TlsFiles files =
                BrokerKeys.CLOUD
                        .trust()
                        .files(
                                settings(
                                        "cloud-broker.ca-file=company.pem",
                                        "cloud-broker.certificate-file=/keys/plant.p12",
                                        "cloud-broker.certificate-password=word"),
                                directory);

        assertThat(files)
                .isEqualTo(
                        new TlsFiles(
                                List.of(directory.path().resolve("company.pem")),
                                false,
                                Optional.of(
                                        new TlsFiles.Bundle(Path.of("/keys/plant.p12"), "word"))));
        assertThat(files.toString()).doesNotContain("word");
    }

    @Test
    void soundFilesAreTaken() {
        CertificateStore certificates = certificates();
        Path bundle = certificates.issue("plant", BUNDLE.toCharArray()).bundle();

        assertThat(
                        links(
                                URL,
                                "local-broker.ca-file=certs/ca.crt.pem",
                                "local-broker.certificate-file=" + bundle,
                                "local-broker.certificate-password=" + BUNDLE))
                .isNotNull();
    }

    @Test
    void aFileThatCannotBeUsedIsNamedWithItsSetting() throws IOException {
        Path text = Files.writeString(directory.path().resolve("text.pem"), "no certificate");
        Path bundle = certificates().issue("plant", BUNDLE.toCharArray()).bundle();

        assertRefused(URL, "local-broker.ca-file=missing.pem")
                .hasMessage(
                        "--set local-broker.ca-file=missing.pem: local-broker.ca-file cannot be"
                                + " used: "
                                + directory.path().resolve("missing.pem")
                                + " is not there");
        assertRefused(URL, "local-broker.ca-file=text.pem")
                .hasMessageEndingWith(
                        text + " holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
        assertRefused(
                        URL,
                        "local-broker.certificate-file=" + bundle,
                        "local-broker.certificate-password=wrong")
                .hasMessageContaining("local-broker.certificate-file cannot be used")
                .hasMessageEndingWith(bundle + " does not open with the password that is set");
        now = now.plus(Duration.ofDays(5000));
        assertRefused(URL, "local-broker.ca-file=certs/ca.crt.pem")
                .hasMessageContaining("ca.crt.pem expired on ");
    }

    @Test
    void filesForTlsAreRefusedWhereTheUrlHasNone() {
        assertRefused(
                        "cloud-broker.url=ws://broker.example",
                        "cloud-broker.certificate-file=plant.p12")
                .hasMessageEndingWith(
                        "cloud-broker.certificate-file is for TLS, and"
                                + " ws://broker.example:80/mqtt has none; begin that with ssl:// or"
                                + " wss://");
    }

    @Test
    void aBrokerOfThisDataDirectoryKnowsItsPartsByAUrlWithTlsToo() {
        String url = "local-broker.url=ssl://localhost:8883";
        LinkSettings link =
                LinkSettings.of(
                        URI.create("ssl://localhost:8883"),
                        "Historian",
                        LinkSettings.Session.CLEAN);
        PartLogins logins = new PartLogins(settings(url), directory);
        PartLogins named = new PartLogins(settings(url, "local-broker.username=otto"), directory);

        assertThat(logins.of(link)).isEmpty();

        try (PartLock lock = directory.lock("local-broker")) {
            assertThat(lock).isNotNull();
            assertThat(logins.of(link)).map(Login::user).contains("Historian");
            assertThat(named.of(link)).map(Login::user).contains("otto");
        }
    }

    @Test
    void oneBrokerCannotBeBoth() {
        assertRefused(URL, URL.replace("local", "cloud"))
                .hasMessageContaining("they must be two brokers");
    }
}
