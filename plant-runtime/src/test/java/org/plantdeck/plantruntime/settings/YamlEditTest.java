package org.plantdeck.plantruntime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.plantruntime.parts.AllSettings;

import java.nio.file.Path;
import java.util.List;

/** A setting is changed, and every other line of the file stays as it was. */
final class YamlEditTest {

    private static final Catalogue CATALOGUE = AllSettings.catalogue();
    private static final Path FILE = Path.of("plantdeck.yaml");
    private static final YamlEdit EDIT = new YamlEdit(CATALOGUE, FILE);

    private static Setting<?> setting(String key) {
        return CATALOGUE.named(key).orElseThrow();
    }

    private static String set(String text, String key, String value) {
        return EDIT.set(text, setting(key), value);
    }

    private static String reset(String text, String key) {
        return EDIT.reset(text, setting(key));
    }

    @Test
    void theTemplatesLineIsUncommentedInItsPlace() {
        String template = SettingsTemplate.of(CATALOGUE);

        assertThat(set(template, "plc2.qos", "2"))
                .isEqualTo(template.replace("#plc2.qos: 1\n", "plc2.qos: 2\n"));
        assertThat(set(template, "local-broker.url", "tcp://plant:1883"))
                .isEqualTo(
                        template.replace(
                                "#local-broker.url: # follows local-broker.port\n",
                                "local-broker.url: tcp://plant:1883\n"));
        assertThat(
                        reset(
                                set(template, "historian.thinning", "a/# deadband 1"),
                                "historian.thinning"))
                .isEqualTo(template);
    }

    @Test
    void aValueIsReplacedWhereItStandsWithWhatIsSaidBehindIt() {
        assertThat(
                        set(
                                "local-broker:\n  port: 1999   # mine\n  bind: x\n",
                                "local-broker.port",
                                "5"))
                .isEqualTo("local-broker:\n  port: 5   # mine\n  bind: x\n");
        assertThat(set("local-broker: {port: 1999, bind: x} # f\n", "local-broker.port", "5"))
                .isEqualTo("local-broker: {port: 5, bind: x} # f\n");
        assertThat(set("bridge:\n  alerts.co2-high: 900\n", "bridge.alerts.co2-high", "950"))
                .isEqualTo("bridge:\n  alerts.co2-high: 950\n");
        assertThat(set("plc1.qos: 1\r\nplc2.qos: 1\r\n", "plc3.qos", "0"))
                .isEqualTo("plc1.qos: 1\r\nplc2.qos: 1\r\nplc3.qos: 0\r\n");
        assertThat(set("desktop.operator: \"😀 é\" # who\n", "desktop.operator", "a: b #c 'd'"))
                .isEqualTo("desktop.operator: 'a: b #c ''d''' # who\n");
    }

    @Test
    void aListOnSeveralLinesLosesNoComment() {
        String list =
                """
                simulation:
                  # before
                  faults: # why
                    - belt-slip # one

                    # between
                    - clogged-filter
                  # after
                  speed: 2
                """;

        assertThat(set(list, "simulation.faults", "stuck-sensor, noisy-sensor"))
                .isEqualTo(
                        """
                        simulation:
                          # before
                          # why
                          # one
                          # between
                          faults: [stuck-sensor, noisy-sensor]
                          # after
                          speed: 2
                        """);
        assertThat(reset(list, "simulation.faults"))
                .contains("  # between\n  #faults: \n  # after\n  speed: 2\n");
    }

    @Test
    void aSettingLeavesItsGroupOrItsBraces() {
        assertThat(reset("plc1:\n  qos: 2 # fast\n", "plc1.qos"))
                .isEqualTo("plc1:\n  #qos: 1 # fast\n");
        assertThat(reset("plc1: {qos: 2, publish-interval: 2s}\n", "plc1.qos"))
                .isEqualTo("plc1: {publish-interval: 2s}\n");
        assertThat(reset("plc1: {publish-interval: 2s, qos: 2}\n", "plc1.qos"))
                .isEqualTo("plc1: {publish-interval: 2s}\n");
        assertThat(reset("{plc1.qos: 2}\n", "plc1.qos")).isEqualTo("{}\n");
    }

    @Test
    void aRemarkBehindADefaultStays() {
        assertThat(set("#plc1.qos: 1 # mine\n", "plc1.qos", "2")).isEqualTo("plc1.qos: 2 # mine\n");
        assertThat(set("# plc1.qos: 1\n", "plc1.qos", "2")).isEqualTo("plc1.qos: 2\n");
    }

    @Test
    void aCommentWithinAGroupIsNotUncommentedThere() {
        assertThat(set("plc1:\n  qos: 2\n  #plc2.qos: 1\n", "plc2.qos", "2"))
                .isEqualTo("plc1:\n  qos: 2\n  #plc2.qos: 1\nplc2.qos: 2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{plc1.qos: 2}\n",
                "plc1.qos: 2\n...\n",
            })
    void whatCannotBeChangedInPlaceIsLeftToThePerson(String text) {
        SettingsFailure failure =
                catchThrowableOfType(SettingsFailure.class, () -> set(text, "plc3.qos", "2"));

        assertThat(failure.sentence()).contains("plc3.qos is written in a way that is not changed");
    }

    @Test
    void aTextThatIsWrongIsNotChanged() {
        assertThat(
                        catchThrowableOfType(
                                        SettingsFailure.class,
                                        () -> set("plc1.qos: 7\n", "plc2.qos", "2"))
                                .sentence())
                .startsWith("plantdeck.yaml, line 1: plc1.qos is 7, must be");
    }

    @Test
    void whateverIsChangedIsReadAgainAndNothingElseHasChanged() {
        RandomYaml random = new RandomYaml(CATALOGUE, 7);
        for (int i = 0; i < 1_500; i++) {
            String text = random.text();
            Settings before = SettingsReader.readText(CATALOGUE, FILE, text);
            Setting<?> changed = random.setting();
            String value = random.value(changed);
            String next = EDIT.set(text, changed, value);

            Settings after = SettingsReader.readText(CATALOGUE, FILE, next);
            assertThat(after.find(changed).map(Object.class::cast))
                    .as("%s = %s in%n%s", changed.key(), value, next)
                    .isEqualTo(changed.kind().read(value).map(Object.class::cast));
            isTheSameButFor(changed, before, after, next);
            assertThat(random.comments()).allMatch(next::contains);

            String back = EDIT.reset(next, changed);
            Settings reset = SettingsReader.readText(CATALOGUE, FILE, back);
            assertThat(reset.isSet(changed)).isFalse();
            isTheSameButFor(changed, before, reset, back);
            assertThat(random.comments()).allMatch(back::contains);
        }
    }

    private static void isTheSameButFor(
            Setting<?> changed, Settings before, Settings after, String text) {
        List<Setting<?>> others =
                CATALOGUE.all().stream().filter(it -> !it.key().equals(changed.key())).toList();
        assertThat(others)
                .as(text)
                .allMatch(it -> after.text(it).equals(before.text(it)) && after.agree(before, it));
    }
}
