package org.plantdeck.plantruntime.ports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program that has a port is named as far as the system tells. */
class PortOwnerTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProgramThatListensIsFoundByItsPort() throws IOException {
        long here = ProcessHandle.current().pid();
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(PortOwner.find(port)).contains("java (process " + here + ")");
            assertThat(new ProcSockets(Path.of("/proc")).listener(port)).hasValue(here);
        }
        assertThat(PortOwner.find(port)).isEmpty();
    }

    @Test
    void whatIsNoListenerOrMayNotBeSeenIsNotNamed(@TempDir Path proc) throws IOException {
        String line = "  0: 0100007F:%04X 00000000:0000 %s 0:0 0:0 0 0 0 4711 1 0 100 0 0 10 0%n";
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(
                proc.resolve("net/tcp"),
                "  sl  local_address rem_address st\n"
                        + line.formatted(1883, "0A")
                        + line.formatted(1884, "01"));
        assertThat(new ProcSockets(proc).listener(1883)).isEmpty();

        Path open = Files.createDirectories(proc.resolve("812/fd"));
        Files.createSymbolicLink(open.resolve("3"), Path.of("socket:[4711]"));
        assertThat(new ProcSockets(proc).listener(1883)).hasValue(812);
        assertThat(new ProcSockets(proc).listener(1884)).isEmpty();
    }

    @Test
    void whatLsofSaysIsRead() {
        assertThat(ListenerCommand.LSOF.read("p812\nf6\n", 1883)).hasValue(812);
        assertThat(ListenerCommand.LSOF.read("", 1883)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCommandThatSaysMuchIsReadToItsEndAndOneThatIsNotThereSaysNothing() {
        assertThat(ListenerCommand.said(List.of("seq", "1", "100000")))
                .hasSizeGreaterThan(500_000)
                .endsWith("100000\n");
        assertThat(ListenerCommand.said(List.of("there-is-no-such-command"))).isEmpty();
    }

    @Test
    void whatNetstatSaysIsReadInAnyLanguage() {
        String said =
                """

                Aktive Verbindungen

                  Proto  Lokale Adresse         Remoteadresse          Status           PID
                  TCP    127.0.0.1:51883        127.0.0.1:1883         HERGESTELLT     77
                  TCP    127.0.0.1:1883         127.0.0.1:51883        HERGESTELLT     812
                  TCP    0.0.0.0:11883          0.0.0.0:0              ABHÖREN         78
                  TCP    0.0.0.0:1883           0.0.0.0:0              ABHÖREN         812
                  TCP    [::]:1884              [::]:0                 ABHÖREN         813
                """;
        assertThat(ListenerCommand.NETSTAT.read(said, 1883)).hasValue(812);
        assertThat(ListenerCommand.NETSTAT.read(said, 1884)).hasValue(813);
        assertThat(ListenerCommand.NETSTAT.read(said, 883)).isEmpty();
    }
}
