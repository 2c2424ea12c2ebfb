package org.plantdeck.broker.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.util.Set;

final class MachineNamesTest {

    private static InetAddress address(String text) throws Exception {
        return InetAddress.getByName(text);
    }

    @Test
    void aHostIsKnownByItsFullAndItsShortName() {
        assertThat(MachineNames.withLoopback("Press-Hall.Example.org", Set.of()).hosts())
                .containsExactlyInAnyOrder(
                        "localhost", "press-hall.example.org", "press-hall", "press-hall.local");
    }

    @Test
    void aHostNameThatIsNoDnsNameIsLeftOut() {
        assertThat(MachineNames.withLoopback("press_hall", Set.of()).hosts())
                .containsExactly("localhost");
        assertThat(MachineNames.withLoopback("", Set.of()).hosts()).containsExactly("localhost");
    }

    @Test
    void addressesOfVersion4AreDnsNamesTooAndZonesAreCutOff() throws Exception {
        MachineNames names =
                MachineNames.withLoopback(
                        "localhost", Set.of(address("192.168.1.20"), address("fd00::7")));

        assertThat(names.addresses())
                .containsExactlyInAnyOrder(
                        address("127.0.0.1"),
                        address("::1"),
                        address("192.168.1.20"),
                        address("fd00::7"));
        assertThat(names.dnsNames()).containsExactly("localhost", "127.0.0.1", "192.168.1.20");
    }

    @Test
    void thisMachineHasLoopbackAtLeast() throws Exception {
        assertThat(MachineNames.ofThisMachine().hosts()).contains("localhost");
        assertThat(MachineNames.ofThisMachine().addresses())
                .contains(address("127.0.0.1"), address("::1"));
    }
}
