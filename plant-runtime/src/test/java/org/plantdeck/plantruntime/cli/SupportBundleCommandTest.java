package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** What is in a support bundle, and above all what is not. */
final class SupportBundleCommandTest {

    /** Stands in everything that nobody else is to have. */
    private static final String SECRET = "S3cretMarker";

    @TempDir private Path folder;
    private Path data;
    private Path out;

    @BeforeEach
    void aDataDirectoryWithSecretsInEveryCorner() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        out = folder.resolve("bundle.zip");
        for (String file :
                List.of(
                        "historian.db",
                        "historian.db-wal",
                        "bridge.db",
                        "analytics.db",
                        "broker-users",
                        "broker-credentials",
                        "broker-rules",
                        "certs/ca.key.pem",
                        "certs/ca.crt.pem",
                        "certs/press.p12",
                        "history/day-2026-11-22.db",
                        "local-broker/broker.mv",
                        "plant/snapshot.json",
                        "logs/keys.pem",
                        "logs/deeper/x.log",
                        "desktop/trend-sets.json",
                        "password.txt",
                        "plantdeck.yaml.before-import")) {
            write(file, SECRET + " 7.1 bar\n");
        }
        write(
                "plantdeck.yaml",
                """
                # the password is %1$s
                local-broker.password: %1$s
                cloud-broker:
                  certificate-password: '%1$s'
                #cloud-broker.password: %1$s
                historian.store: jdbc:postgresql://joe:%1$s@db/history?password=%1$s
                bridge.keep: 2h
                """
                        .formatted(SECRET));
        write(
                "logs/plantdeck.log",
                """
                2026-11-21T10:00:07.123Z WARN bridge Lost url=ssl://joe:%1$s@h:8883
                2026-11-21T10:00:08.123Z WARN bridge Login of joe with %1$s failed
                """
                        .formatted(SECRET));
        write("logs/plantdeck.1.log", "2026-11-20T10:00:07.123Z INFO bridge Older\n");
        Files.createSymbolicLink(data.resolve("logs/link.log"), data.resolve("historian.db"));
    }

    private void write(String name, String text) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Outcome run() {
        return Outcome.of("support-bundle", "--data", data.toString(), "--out", out.toString());
    }

    private Map<String, String> entries() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(out.toFile())) {
            for (var entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                entries.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void itHoldsWhatHelpsAndNothingThatIsSecretOrRecorded() throws IOException {
        Outcome outcome = run();

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo(out + "\n");
        Map<String, String> entries = entries();
        assertThat(entries)
                .containsOnlyKeys(
                        "README.txt",
                        "versions.txt",
                        "settings.yaml",
                        "statuses.txt",
                        "disk.txt",
                        "logs/plantdeck.log",
                        "logs/plantdeck.1.log");
        assertThat(entries.values()).noneMatch(it -> it.contains(SECRET) || it.contains("7.1 bar"));
        assertThat(entries.get("settings.yaml"))
                .contains("bridge.keep: 2h", "#local-broker.password: # is set and left out");
        assertThat(entries.get("logs/plantdeck.log"))
                .contains("Lost url=ssl://***@h:8883", "Login of joe with *** failed");
        assertThat(entries.get("versions.txt"))
                .contains("PlantDeck       0.1", "Java  ", "JavaFX  ", "system  ");
        assertThat(entries.get("statuses.txt")).contains("Nobody said anything");
        assertThat(entries.get("disk.txt"))
                .contains("room, free", "MB  historian.db\n", "MB  history/\n", "MB  certs/\n")
                .doesNotContain("ca.key.pem");
        assertThat(folder.resolve("bundle.zip.part")).doesNotExist();
    }

    @Test
    void settingsThatAreWrongDoNotKeepItFromBeingMade() throws IOException {
        write("plantdeck.yaml", "local-broker.port: 0\nlocal-broker.password: " + SECRET + "\n");

        assertThat(run().code()).isZero();
        assertThat(entries().get("settings.yaml"))
                .contains("local-broker.port is 0, must be")
                .doesNotContain(SECRET);
    }

    @Test
    void aDirectoryThatIsNotThereIsNotMade() throws IOException {
        data = folder.resolve("none");

        assertThat(run().code()).isZero();
        assertThat(entries().get("disk.txt")).contains("There is no data directory");
        assertThat(data).doesNotExist();
    }

    @Test
    void nothingIsLeftOfOneThatCannotBeWritten() throws IOException {
        out = Files.createDirectories(folder.resolve("taken.zip/full")).getParent();
        Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(out + " cannot be written (");
        assertThat(folder.resolve("taken.zip.part")).doesNotExist();
        out = folder.resolve("no/such/folder.zip");
        assertThat(run().err()).contains("cannot be written (");
    }
}
