package org.plantdeck.broker.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The names in the certificate of the brokers, and when it is replaced. */
final class ServerCertificateTest {

    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    @TempDir Path temporary;

    private Plant plant() {
        return new Plant(temporary.resolve("data").resolve("certs"));
    }

    @Test
    void theServerCertificateHasTheMachinesNamesAndLoopbackInBothForms() throws Exception {
        Plant plant = plant();
        plant.open();

        assertThat(plant.certificate("server").getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(DNS, "localhost"),
                        List.of(DNS, "press-hall"),
                        List.of(DNS, "press-hall.local"),
                        List.of(DNS, "127.0.0.1"),
                        List.of(ADDRESS, "127.0.0.1"),
                        List.of(ADDRESS, "0:0:0:0:0:0:0:1"));
    }

    @Test
    void theBrokersOwnCertificateIsRenewedByAStartInItsLastMonth() {
        Plant plant = plant();
        plant.open();
        BigInteger first = plant.certificate("server").getSerialNumber();

        plant.clock.pass(Duration.ofDays(794));
        plant.open();
        assertThat(plant.certificate("server").getSerialNumber()).isEqualTo(first);

        plant.clock.pass(Duration.ofDays(2));
        plant.open();
        BigInteger second = plant.certificate("server").getSerialNumber();
        assertThat(second).isNotEqualTo(first);

        plant.clock.pass(Duration.ofDays(1_000));
        plant.open().serverIdentity();
        assertThat(plant.certificate("server").getSerialNumber()).isNotEqualTo(second);
    }

    @Test
    void aRenewedServerCertificateHasTheNamesOfToday() throws Exception {
        Plant plant = plant();
        plant.open();
        CertificateStore moved =
                CertificateStore.open(
                        plant.folder,
                        plant.clock,
                        () -> MachineNames.withLoopback("packing.example", Set.of()));

        moved.renewServer();

        assertThat(plant.certificate("server").getSubjectAlternativeNames())
                .contains(List.of(DNS, "packing.example"), List.of(DNS, "packing.local"))
                .doesNotContain(List.of(DNS, "press-hall"));
    }

    @Test
    void nothingIsValidLongerThanItsCa() {
        Plant plant = plant();
        plant.open();
        plant.clock.pass(Duration.ofDays(3_640));

        IssuedCertificate late = plant.open().issue("press1", PASSWORD).issued();
        BigInteger server = plant.certificate("server").getSerialNumber();
        plant.open();

        assertThat(late.validUntil()).isEqualTo(Plant.NOON.plus(3_652, ChronoUnit.DAYS));
        assertThat(plant.certificate("server").getSerialNumber()).isEqualTo(server);
    }
}
