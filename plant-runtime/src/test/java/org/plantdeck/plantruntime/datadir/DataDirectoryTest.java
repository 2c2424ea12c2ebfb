package org.plantdeck.plantruntime.datadir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

final class DataDirectoryTest {

    @TempDir Path temporary;

    private DataDirectory directory() {
        return DataDirectory.open(temporary.resolve("deep/inside"));
    }

    private String refusal(DataDirectory directory, String part) {
        return catchThrowableOfType(SettingsFailure.class, () -> directory.lock(part)).sentence();
    }

    private Process otherProcess(DataDirectory directory, String part) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsAPart.class.getName(),
                        directory.path().toString(),
                        part)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitHeld(Process other) throws IOException {
        BufferedReader said = other.inputReader();
        assertThat(said.readLine()).startsWith("held by " + other.pid());
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThat(
                        catchThrowableOfType(
                                        SettingsFailure.class,
                                        () -> DataDirectory.open(file.resolve("data")))
                                .sentence())
                .startsWith("the data directory " + file.resolve("data") + " cannot be written (")
                .endsWith("choose another with --data DIR or PLANTDECK_DATA");
    }

    @Test
    void aPartIsHeldOnceAndFreeAfterItsLockCloses() {
        DataDirectory directory = directory();
        PartLock lock = directory.lock("historian");

        assertThat(directory.isHeld("historian")).isTrue();
        assertThat(directory.isHeld("bridge")).isFalse();
        assertThat(refusal(new DataDirectory(directory.path()), "historian"))
                .startsWith(
                        "historian of "
                                + directory.path()
                                + " is held by process "
                                + ProcessHandle.current().pid()
                                + " since 2");
        lock.close();
        lock.close();
        assertThat(directory.isHeld("historian")).isFalse();
        directory.lock("historian").close();
    }

    @Test
    void aSecondProcessIsToldWhoHoldsThePartAndAKilledOneLetsItGo() throws Exception {
        DataDirectory directory = directory();
        Process other = otherProcess(directory, "bridge");
        try {
            awaitHeld(other);

            assertThat(directory.isHeld("bridge")).isTrue();
            assertThat(refusal(directory, "bridge"))
                    .contains("is held by process " + other.pid() + " since 2")
                    .endsWith("; end that one or choose another directory with --data DIR")
                    .doesNotContain("\n");
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.isHeld("bridge")).isFalse();
        directory.lock("bridge").close();
    }

    @Test
    void aLookAtAPartDoesNotLetGoOfIt() throws Exception {
        DataDirectory directory = directory();
        try (PartLock held = directory.lock("plant")) {
            assertThat(held).isNotNull();
            assertThat(directory.isHeld("plant")).isTrue();
            Process other = otherProcess(directory, "plant");

            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isNotZero();
        }
    }

    @Test
    void anEndpointIsSeenWhileItsBrokerLives() {
        DataDirectory directory = directory();
        URI endpoint = URI.create("tcp://127.0.0.1:1885");
        assertThat(directory.endpoint("local-broker")).isEmpty();

        try (PartLock held = directory.lock("local-broker")) {
            assertThat(held).isNotNull();
            directory.writeEndpoint("local-broker", endpoint);
            assertThat(directory.endpoint("local-broker")).contains(endpoint);
        }
        assertThat(directory.endpoint("local-broker")).isEmpty();
        assertThat(directory.lastEndpoint("local-broker")).contains(endpoint);
    }
}
