package org.plantdeck.broker.certs;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** The sentences an operator reads: what it is about, and what to do. */
final class CertificateFailuresTest {

    private static final char[] PASSWORD = "correct horse".toCharArray();

    @TempDir Path temporary;

    private Plant plant(String name) {
        return new Plant(temporary.resolve(name));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../x", "a/b", "a\\b", "-x", ".x", "a b", "ü", "a\nb", "a+"})
    void aNameThatMeansSomethingElsewhereIsRefused(String name) throws IOException {
        CertificateStore store = plant("certs").open();

        assertThat(Plant.sentence(() -> store.issue(name, PASSWORD)))
                .contains("cannot be the name of a certificate: use 1 to 64 letters")
                .doesNotContain("\n");
        assertThat(Files.notExists(temporary.resolve("x.key.pem"))).isTrue();
    }

    @Test
    void aNameHasAtMost64Letters() {
        CertificateStore store = plant("certs").open();
        store.issue("a".repeat(64), PASSWORD);

        assertThat(Plant.sentence(() -> store.issue("a".repeat(65), PASSWORD)))
                .contains("1 to 64 letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca", "server", "CA", "Server"})
    void thePlantsOwnNamesAreRefused(String name) {
        CertificateStore store = plant("certs").open();
        String refusal = name + " is the name of a certificate of PlantDeck itself: choose another";

        assertThat(Plant.sentence(() -> store.issue(name, PASSWORD))).startsWith(refusal);
        assertThat(Plant.sentence(() -> store.revoke(name))).startsWith(refusal);
        assertThat(Plant.sentence(() -> store.renew(name, PASSWORD))).startsWith(refusal);
    }

    @Test
    void aNameThatIsTakenSaysRenewOrRevoke() {
        CertificateStore store = plant("certs").open();
        store.issue("press1", PASSWORD);

        assertThat(Plant.sentence(() -> store.issue("press1", PASSWORD)))
                .isEqualTo(
                        "press1 has a certificate already; plantdeck certs renew press1 replaces"
                                + " it, plantdeck certs revoke press1 ends it");
        assertThat(Plant.sentence(() -> store.issue("Press1", PASSWORD)))
                .startsWith("Press1 is too much like press1");
    }

    @Test
    void aFileSomebodyPutThereIsNotOverwritten() throws IOException {
        Plant plant = plant("certs");
        CertificateStore store = plant.open();
        Files.writeString(plant.file("press1.key.pem"), "mine");

        assertThat(Plant.sentence(() -> store.issue("press1", PASSWORD)))
                .startsWith(plant.file("press1.key.pem") + " is there already and none that");
        assertThat(plant.file("press1.key.pem")).hasContent("mine");
    }

    @Test
    void aNameWithoutACertificateCanNeitherBeRevokedNorRenewed() {
        CertificateStore store = plant("certs").open();
        store.issue("press1", PASSWORD);
        store.revoke("press1");

        assertThat(Plant.sentence(() -> store.revoke("press2")))
                .isEqualTo(
                        "there is no certificate for press2; plantdeck certs list shows those"
                                + " there are");
        String again =
                "the certificate of press1 is revoked already; plantdeck certs issue press1 makes"
                        + " a new one";
        assertThat(Plant.sentence(() -> store.revoke("press1"))).isEqualTo(again);
        assertThat(Plant.sentence(() -> store.renew("press1", PASSWORD))).isEqualTo(again);
    }

    @Test
    void aKeyThatIsMissingNoPemDamagedOrLockedIsNamed() throws Exception {
        Plant plant = plant("certs");
        CertificateStore store = plant.open();
        Path key = plant.file("server.key.pem");
        String sound = Files.readString(key);

        Files.delete(key);
        assertThat(Plant.sentence(store::serverIdentity))
                .isEqualTo(
                        key + " cannot be read (it is not there); put it back or correct the path");
        Files.writeString(key, "no key\n");
        assertThat(Plant.sentence(store::serverIdentity))
                .isEqualTo(
                        key
                                + " holds no private key in PEM form; put one there that begins"
                                + " with -----BEGIN PRIVATE KEY-----");
        Files.writeString(key, sound.substring(0, sound.length() / 2));
        assertThat(Plant.sentence(store::serverIdentity)).startsWith(key + " is damaged");
        Files.writeString(key, sound.replaceFirst("[A-Z]{6}", "!!!!!!"));
        assertThat(Plant.sentence(store::serverIdentity)).startsWith(key + " is damaged");
        Files.write(key, locked(plant));
        assertThat(Plant.sentence(store::serverIdentity))
                .startsWith(key + " is locked with a passphrase; put the key there without one");
    }

    private static byte[] locked(Plant plant) throws Exception {
        return Pem.of(
                new JcaPKCS8Generator(
                        Pem.key(plant.file("ca.key.pem")),
                        new JceOpenSSLPKCS8EncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                                .setProvider(
                                        new org.bouncycastle.jce.provider.BouncyCastleProvider())
                                .setPassword(PASSWORD)
                                .build()));
    }

    @Test
    void aFileThatMayNotBeReadOrWrittenSaysWhoMustBeAllowedTo() {
        Path file = temporary.resolve("server.key.pem");
        AccessDeniedException denied = new AccessDeniedException(file.toString());

        assertThat(OwnerFiles.unreadable(file, denied).sentence())
                .isEqualTo(
                        file
                                + " cannot be read (permission denied); give the account that runs"
                                + " PlantDeck the right to read it");
        assertThat(OwnerFiles.unwritable(file, denied).sentence())
                .isEqualTo(
                        file
                                + " cannot be written (permission denied); make room and give the"
                                + " account that runs PlantDeck the right to write there, or choose"
                                + " another directory with --data DIR");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThat(Plant.sentence(plant("file/certs")::open))
                .startsWith(file.resolve("certs") + " cannot be written (")
                .endsWith("choose another directory with --data DIR");
    }

    @Test
    void aKeyOfAnotherCertificateIsNamedWithBothFiles() throws IOException {
        Plant plant = plant("certs");
        CertificateStore store = plant.open();
        IssuedFiles press1 = store.issue("press1", PASSWORD);

        copy(press1.key(), plant.file("server.key.pem"));
        assertThat(Plant.sentence(store::serverIdentity))
                .isEqualTo(
                        plant.file("server.key.pem")
                                + " is not the key of "
                                + plant.file("server.crt.pem")
                                + "; put the one there that belongs to it, or let plantdeck certs"
                                + " renew server make a new pair of PlantDeck's own");
        store.renewServer();
        assertThat(store.serverIdentity().certificate()).isEqualTo(plant.certificate("server"));

        copy(press1.key(), plant.file("ca.key.pem"));
        assertThat(Plant.sentence(() -> store.issue("press2", PASSWORD)))
                .startsWith(plant.file("ca.key.pem") + " is not the key of ");
    }

    @Test
    void aCertificateFromElsewhereThatExpiredIsNotReplacedButNamed() throws IOException {
        Plant elsewhere = plant("elsewhere");
        elsewhere.open();
        Plant plant = plant("certs");
        plant.open();
        copy(elsewhere.file("server.crt.pem"), plant.file("server.crt.pem"));
        copy(elsewhere.file("server.key.pem"), plant.file("server.key.pem"));
        String expired =
                " expired on 2029-02-24; put its successor there, or use PlantDeck's own: plantdeck"
                        + " certs renew server makes a new one";

        assertThat(plant.open().serverIdentity().certificate())
                .isEqualTo(elsewhere.certificate("server"));
        plant.clock.pass(Duration.ofDays(900));
        CertificateStore store = plant.open();
        assertThat(Plant.sentence(store::serverIdentity))
                .isEqualTo(plant.file("server.crt.pem") + expired);
        Path certificate = elsewhere.file("server.crt.pem");
        Path key = elsewhere.file("server.key.pem");
        assertThat(Plant.sentence(() -> store.serverIdentity(certificate, key)))
                .isEqualTo(certificate + expired);
        store.renewServer();
        store.serverIdentity();
    }

    @Test
    void aCaThatExpiredOrIsGoneSaysHowToBeginAnew() throws IOException {
        Plant plant = plant("certs");
        plant.open();

        plant.clock.pass(Duration.ofDays(4_000));
        assertThat(Plant.sentence(plant::open))
                .startsWith(plant.file("ca.crt.pem") + " expired on 2036-11-21")
                .endsWith("and the next start makes a new CA");
        Files.delete(plant.file("ca.crt.pem"));
        assertThat(Plant.sentence(plant::open))
                .startsWith(plant.file("ca.crt.pem") + " is not there, but server.crt.pem is");
    }

    @Test
    void aBrokerRunsWithoutTheKeyOfTheCaAndNothingIsHalfRevoked() throws IOException {
        Plant plant = plant("certs");
        plant.open().issue("press1", PASSWORD);
        Files.delete(plant.file("ca.key.pem"));
        CertificateStore store = plant.open();

        store.serverIdentity();
        assertThat(Plant.sentence(() -> store.revoke("press1")))
                .startsWith(plant.file("ca.key.pem") + " is not there, and nothing can be issued");
        assertThat(store.list().getLast().revokedAt()).isEmpty();
    }

    @Test
    void aDamagedRegisterIsNamedWithItsLine() throws IOException {
        Plant plant = plant("certs");
        plant.open();
        Path register = plant.file("issued.json");

        Files.writeString(register, "{\n\"certificates\": [{]\n");
        assertThat(Plant.sentence(plant::open))
                .startsWith(register + " is damaged: line 2 is not JSON");
        Files.writeString(register, "");
        assertThat(Plant.sentence(plant::open))
                .startsWith(register + " is damaged: it holds no list of certificates");
        Files.writeString(register, "{\"certificates\":[{\"name\":\"a\",\"serial\":\"x\"}]}");
        assertThat(Plant.sentence(plant::open)).contains("the serial of \"a\" is no number");
        Files.writeString(register, "{\"certificates\":[{\"name\":\"a\",\"serial\":\"1\"}]}");
        assertThat(Plant.sentence(plant::open)).contains("a time of \"a\" is none");
    }

    @Test
    void aListThatTheCaDidNotSignIsNotBelieved() throws IOException {
        Plant another = plant("another");
        another.open();
        Plant plant = plant("certs");
        plant.open();

        copy(another.file("crl.pem"), plant.file("crl.pem"));
        assertThat(Plant.sentence(plant::open))
                .startsWith(plant.file("crl.pem") + " was not signed by the CA of this folder");
        Files.write(plant.file("crl.pem"), "nothing".getBytes(US_ASCII));
        assertThat(Plant.sentence(plant::open))
                .startsWith(plant.file("crl.pem") + " holds no list of revoked certificates");
    }
}
