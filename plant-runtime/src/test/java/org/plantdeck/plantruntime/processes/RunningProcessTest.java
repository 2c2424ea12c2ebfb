package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.fixtures.FreePorts;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes of the built classes, from start to end. */
@Timeout(120)
final class RunningProcessTest {

    @TempDir Path temporary;

    private Path data() {
        return temporary.resolve("data");
    }

    private ChildPlant start(String name, String... arguments) {
        return new ChildPlant(temporary.resolve(name + ".err"), arguments);
    }

    @Test
    void aPartSaysReadyAndNothingElseAndEndsInOrderWhenAsked() throws Exception {
        String port = "local-broker.port=" + FreePorts.one();
        try (ChildPlant broker =
                start("first", "run", "local-broker", "--data", data().toString(), "--set", port)) {
            assertThat(broker.line()).isEqualTo("ready");
            try (ChildPlant second =
                    start("second", "run", "local-broker", "--data", data().toString())) {
                assertThat(second.exitCode()).isEqualTo(2);
                assertThat(second.rest()).isEmpty();
                assertThat(second.errors())
                        .startsWith(
                                "plantdeck: local-broker of "
                                        + data()
                                        + " is held by process "
                                        + broker.pid()
                                        + " since ")
                        .hasLineCount(1);
            }
            broker.terminate();
            assertThat(broker.exitCode()).isIn(0, 143);
            assertThat(broker.rest()).isEmpty();
            assertThat(broker.errors().lines())
                    .allMatch(line -> line.matches("\\S+Z (INFO|WARN) \\S+ .*"))
                    .anyMatch(line -> line.contains("INFO runtime PlantDeck has ended"));
        }
        assertThat(Files.readString(data().resolve("logs/local-broker.log")))
                .contains("INFO runtime Ready");
    }

    @Test
    void aPortThatWasAskedForAndIsTakenIsRefusedWithItsName() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ChildPlant broker =
                        start(
                                "taken",
                                "run",
                                "cloud-broker",
                                "--data",
                                data().toString(),
                                "--log-level",
                                "error",
                                "--set",
                                "cloud-broker.port=" + taken.getLocalPort())) {
            assertThat(broker.exitCode()).isEqualTo(2);
            assertThat(broker.rest()).isEmpty();
            assertThat(broker.errors())
                    .contains("cloud-broker.port " + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    @Test
    void aKilledProcessLeavesNoLockBehind() throws Exception {
        String port = "local-broker.port=" + FreePorts.one();
        String[] arguments = {"run", "local-broker", "--data", data().toString(), "--set", port};
        try (ChildPlant first = start("first", arguments)) {
            assertThat(first.line()).isEqualTo("ready");
            first.kill();
            first.exitCode();
        }
        try (ChildPlant second = start("second", arguments)) {
            assertThat(second.line()).isEqualTo("ready");
        }
    }

    @Test
    void machinesGetOneJsonObjectAnEvent() throws Exception {
        try (ChildPlant broker =
                start(
                        "json",
                        "run",
                        "local-broker",
                        "--data",
                        data().toString(),
                        "--log-format",
                        "json",
                        "--set",
                        "local-broker.port=" + FreePorts.one())) {
            assertThat(broker.line()).isEqualTo("ready");
            broker.terminate();
            broker.exitCode();
            assertThat(broker.errors().lines())
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"));
        }
    }
}
