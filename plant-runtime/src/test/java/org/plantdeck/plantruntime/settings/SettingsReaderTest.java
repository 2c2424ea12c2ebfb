package org.plantdeck.plantruntime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

final class SettingsReaderTest {

    private static final Setting<Integer> PORT =
            Setting.of("local-broker.port", Kind.port(), 1883, "port", "Where the broker listens");
    private static final Setting<Duration> PERIOD =
            Setting.of(
                    "bridge.aggregation-interval",
                    Kind.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
                    Duration.ofSeconds(10),
                    "duration",
                    "Length of a window");
    private static final Setting<List<String>> FAULTS =
            Setting.of("simulation.faults", Kind.texts("faults"), List.of(), "list", "Faults");
    private static final Setting<Double> LIMIT =
            Setting.of(
                    "bridge.alerts.vibration", Kind.number(0, 20), 4.5, "mm/s", "Limit of alerts");
    private static final Catalogue CATALOGUE = new Catalogue(List.of(PORT, PERIOD, LIMIT, FAULTS));

    @TempDir Path directory;

    private Path file() {
        return directory.resolve("plantdeck.yaml");
    }

    private Settings read(String yaml, String... overrides) throws IOException {
        Files.writeString(file(), yaml);
        return SettingsReader.read(CATALOGUE, file(), List.of(overrides));
    }

    private String failure(String yaml, String... overrides) {
        return catchThrowableOfType(SettingsFailure.class, () -> read(yaml, overrides)).sentence();
    }

    @Test
    void whereNothingIsSetTheDefaultsHold() {
        Settings settings = SettingsReader.read(CATALOGUE, file(), List.of());

        assertThat(settings.get(PORT)).isEqualTo(1883);
        assertThat(settings.isSet(PORT)).isFalse();
        assertThat(settings.find(PORT)).isEmpty();
    }

    @Test
    void nestedAndDottedKeysMeanTheSame() throws IOException {
        Settings nested =
                read("local-broker:\n  port: 1999\nbridge:\n  alerts:\n    vibration: 6\n");
        assertThat(nested.get(PORT)).isEqualTo(1999);
        assertThat(nested.get(LIMIT)).isEqualTo(6.0);

        Settings dotted = read("local-broker.port: 1999\nbridge:\n  alerts.vibration: 6\n");
        assertThat(dotted.get(PORT)).isEqualTo(1999);
        assertThat(dotted.get(LIMIT)).isEqualTo(6.0);
        assertThat(dotted.isSet(LIMIT)).isTrue();
    }

    @Test
    void theCommandLineComesBeforeTheFileAndTheLastOfItHolds() throws IOException {
        Settings settings =
                read(
                        "bridge.aggregation-interval: 20s",
                        "bridge.aggregation-interval=30s",
                        "bridge.aggregation-interval=40s");

        assertThat(settings.get(PERIOD)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aListIsReadFromTheFileAndFromTheCommandLine() throws IOException {
        assertThat(read("simulation:\n  faults:\n    - belt-slip:0.3\n    - filter\n").get(FAULTS))
                .containsExactly("belt-slip:0.3", "filter");
        assertThat(read("", "simulation.faults=belt-slip:0.3,filter").get(FAULTS))
                .containsExactly("belt-slip:0.3", "filter");
    }

    @Test
    void anEmptyFileAndOneOfCommentsAndEmptyGroupsSetNothing() throws IOException {
        assertThat(read("").isSet(PORT)).isFalse();
        assertThat(read("# nothing\n").isSet(PORT)).isFalse();
        assertThat(read("local-broker:\n#  port: 1999\n").isSet(PORT)).isFalse();
    }

    @Test
    void anUnknownKeyIsNamedWithItsLineAndTheNearest() {
        assertThat(failure("bridge.aggregation-interval: 10s\nlocal-broker:\n  prot: 1\n"))
                .isEqualTo(
                        file()
                                + ", line 3: local-broker.prot is not a setting; did you mean"
                                + " local-broker.port? `plantdeck settings` lists them all");
        assertThat(failure("", "qqqqqqqqqqqqqqqqqq=1"))
                .isEqualTo(
                        "--set qqqqqqqqqqqqqqqqqq=1: qqqqqqqqqqqqqqqqqq is not a setting;"
                                + " `plantdeck settings` lists them all");
        assertThat(failure("", "port=1")).contains("did you mean local-broker.port?");
    }

    @Test
    void aWrongValueIsNamedWithWhatItMustBe() {
        assertThat(failure("local-broker.port: 70000"))
                .isEqualTo(
                        file()
                                + ", line 1: local-broker.port is 70000, must be a port from 1 to"
                                + " 65535");
        assertThat(failure("", "bridge.aggregation-interval=10"))
                .isEqualTo(
                        "--set bridge.aggregation-interval=10: bridge.aggregation-interval is 10,"
                                + " must be a duration from 1s to 1h, written like 500ms, 10s, 5m,"
                                + " 24h or 7d");
        assertThat(failure("local-broker.port:")).contains("local-broker.port is empty, must be");
        assertThat(failure("local-broker.port: [1, 2]")).contains("is a list, must be a port");
    }

    @Test
    void aGroupIsNoSettingOfItsOwn() {
        assertThat(failure("local-broker: 5")).contains("local-broker is a group of settings");
    }

    @Test
    void malformedYamlIsNamedByLineAndColumn() {
        assertThat(failure("local-broker:\n\tport: 1\n"))
                .startsWith(file() + ", line 2, column 1: this is not YAML (")
                .doesNotContain("\n");
        assertThat(failure("local-broker: {port: 1\n")).contains("this is not YAML");
        assertThat(failure("just words\n")).contains("line 1: write settings as `key: value`");
        assertThat(failure("- a\n- b\n")).contains("write settings as `key: value`");
        assertThat(failure("simulation.faults: [[a]]")).contains("list of plain values");
        assertThat(failure("local-broker.port: 1\n---\nlocal-broker.port: 2\n"))
                .contains("line 3: a second document begins");
    }

    @Test
    void aKeyThatIsSetTwiceIsRefused() {
        assertThat(failure("local-broker.port: 1\nlocal-broker:\n  port: 2\n"))
                .isEqualTo(
                        file()
                                + ", line 3: local-broker.port is set already ("
                                + file()
                                + ", line 1); remove one of the two");
    }

    @Test
    void anOverrideWithoutAnEqualsSignIsShownHow() {
        assertThat(failure("", "local-broker.port"))
                .isEqualTo(
                        "--set local-broker.port: write it as key=value, such as"
                                + " local-broker.port=1883");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.createDirectory(file());

        assertThat(
                        catchThrowableOfType(
                                        SettingsFailure.class,
                                        () -> SettingsReader.read(CATALOGUE, file(), List.of()))
                                .sentence())
                .startsWith(file() + " cannot be read (");
    }

    @Test
    void theFileOfAFirstStartNamesEverySettingAndSetsNothing() throws IOException {
        String template = SettingsTemplate.of(CATALOGUE);

        assertThat(template)
                .contains("# Where the broker listens (port).\n#local-broker.port: 1883\n");
        Settings settings = read(template);
        assertThat(CATALOGUE.all()).noneMatch(settings::isSet);
        Settings uncommented = read(template.replaceAll("(?m)^#(\\S)", "$1"));
        assertThat(uncommented.get(PORT)).isEqualTo(1883);
        assertThat(uncommented.get(PERIOD)).isEqualTo(Duration.ofSeconds(10));
    }
}
