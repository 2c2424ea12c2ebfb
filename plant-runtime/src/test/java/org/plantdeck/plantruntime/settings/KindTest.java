package org.plantdeck.plantruntime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class KindTest {

    private static final Kind<Duration> UP_TO_A_YEAR =
            Kind.duration(Duration.ZERO, Duration.ofDays(365));

    @ParameterizedTest
    @CsvSource({
        "10s, PT10S", "500ms, PT0.5S", "7d, P7D", "PT10S, PT10S", "1h30m, PT1H30M",
        "1.5 h, PT1H30M", "0s, PT0S", "2 min, PT2M", "P1D, PT24H", "0.1s, PT0.1S"
    })
    void aDurationIsReadAsPeopleAndMachinesWriteIt(String text, Duration expected) {
        assertThat(UP_TO_A_YEAR.read(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "ten seconds", "-5s", "10x", "s", "P", "366d", "1s 2", "1e3s"})
    void whatIsNoDurationOrOutOfRangeIsRefused(String text) {
        assertThat(UP_TO_A_YEAR.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7d", "24h", "90m", "10s", "250ms", "0s", "1001ms"})
    void aDurationIsWrittenAsItIsRead(String text) {
        assertThat(UP_TO_A_YEAR.read(text).map(UP_TO_A_YEAR::write)).contains(text);
    }

    @Test
    void aPortHasTwoEnds() {
        assertThat(Kind.port().read("1")).contains(1);
        assertThat(Kind.port().read("65535")).contains(65_535);
        assertThat(Kind.port().read("0")).isEmpty();
        assertThat(Kind.port().read("65536")).isEmpty();
        assertThat(Kind.port().read("18.5")).isEmpty();
        assertThat(Kind.port().requirement()).isEqualTo("a port from 1 to 65535");
    }

    @Test
    void aNumberIsFiniteAndInItsRange() {
        Kind<Double> kind = Kind.number(0.1, 100);
        assertThat(kind.read("0.1")).contains(0.1);
        assertThat(kind.read("100")).contains(100.0);
        assertThat(kind.read("NaN")).isEmpty();
        assertThat(kind.read("100.01")).isEmpty();
        assertThat(kind.requirement()).isEqualTo("a number from 0.1 to 100");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://10.0.0.7:1999, tcp://10.0.0.7:1999",
        "mqtt://plant.example/, tcp://plant.example:1883",
        "tcp://[::1], tcp://[::1]:1883",
        "ssl://plant.example, ssl://plant.example:8883",
        "MQTTS://10.0.0.7:8884/, ssl://10.0.0.7:8884",
        "ws://plant.example, ws://plant.example:80/mqtt",
        "ws://plant.example/, ws://plant.example:80/",
        "ws://[::1]:9001, ws://[::1]:9001/mqtt",
        "wss://plant.example, wss://plant.example:443/mqtt",
        "wss://plant.example:9443/site/a%20b, wss://plant.example:9443/site/a%20b"
    })
    void aBrokersAddressIsBroughtToOneForm(String text, URI expected) {
        assertThat(Kind.brokerUrl().read(text)).contains(expected);
        assertThat(Kind.brokerUrl().read(expected.toString())).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.7",
                "http://host:80",
                "tcp://",
                "tcp://host:99999",
                "tcp://h:1/x",
                "ssl://h:1/mqtt",
                "ssl://[::1]:8883",
                "wss://[::1]:443/mqtt",
                "ws://h/mqtt?token=x",
                "tcp://user:word@h:1",
                "mqtt+ssl://h",
                "ws://h:0",
                "a b"
            })
    void whatIsNoBrokersAddressIsRefused(String text) {
        assertThat(Kind.brokerUrl().read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://plant.example/version.txt",
                "HTTP://10.0.0.7:8080/a%20b",
                "http://[::1]/",
                "file:///srv/version.txt"
            })
    void theAddressOfAFileIsReadAsItIsWritten(String text) {
        assertThat(Kind.fileUrl().read(text)).contains(URI.create(text));
        assertThat(Kind.fileUrl().read(text).map(Kind.fileUrl()::write)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plant.example/version.txt",
                "https://",
                "https://user:word@plant.example/",
                "https://plant.example/?who=me",
                "https://plant.example/#here",
                "https://plant.example:0/",
                "https://plant.example:70000/",
                "ftp://plant.example/",
                "file://server/version.txt",
                "file:version.txt",
                "file:",
                "a b"
            })
    void whatIsNoAddressOfAFileIsRefused(String text) {
        assertThat(Kind.fileUrl().read(text)).isEmpty();
    }

    @Test
    void wordsInstantsAndListsAreRead() {
        assertThat(Kind.word(List.of("text", "json")).read("JSON")).contains("json");
        assertThat(Kind.word(List.of("text", "json")).read("xml")).isEmpty();
        assertThat(Kind.instant().read("2026-11-21T11:00:00+01:00"))
                .contains(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(Kind.instant().read("yesterday")).isEmpty();
        assertThat(Kind.texts("faults").read("a:1, b ,")).contains(List.of("a:1", "b"));
        assertThat(Kind.text("a name").read(" ")).isEmpty();
    }
}
