package org.plantdeck.plantruntime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plantruntime.settings.SettingsImport.Change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Settings leave as a file of their own, and come back as a whole or not at all. */
final class SettingsImportTest {

    private static final Setting<Integer> PORT =
            Setting.of("local-broker.port", Kind.port(), 1883, "port", "Where the broker listens");
    private static final Setting<String> PASSWORD =
            Setting.unset(
                    "local-broker.password", Kind.secret("a password"), "none", "text", "Who");
    private static final Setting<String> STORE =
            Setting.unset("historian.store", Kind.text("an address"), "files", "URL", "Where");
    private static final Setting<Double> LIMIT =
            Setting.of("bridge.alerts.high", Kind.number(0, 20), 4.5, "mm/s", "Limit of alerts");
    private static final Setting<List<String>> FAULTS =
            Setting.of("simulation.faults", Kind.texts("faults"), List.of(), "list", "Faults");
    private static final Catalogue CATALOGUE =
            new Catalogue(List.of(PORT, PASSWORD, STORE, LIMIT, FAULTS));

    @TempDir private Path directory;

    private Path file() {
        return directory.resolve("plantdeck.yaml");
    }

    private SettingsEditor editor() {
        SettingsStart start = SettingsStart.read(CATALOGUE, file(), List.of());
        SettingsEditor editor = new SettingsEditor(start, _ -> {});
        editor.read();
        return editor;
    }

    private void write(String yaml) throws IOException {
        Files.writeString(file(), yaml);
    }

    private String text() throws IOException {
        return Files.readString(file());
    }

    private static SettingLine line(SettingsState state, Setting<?> setting) {
        return state.lines().stream()
                .filter(it -> it.setting().equals(setting))
                .findFirst()
                .orElseThrow();
    }

    private static String refusal(Runnable act) {
        return catchThrowableOfType(SettingsFailure.class, act::run).sentence();
    }

    @Test
    void anExportHasWhatIsSetAndNoSecret() throws IOException {
        write(
                """
                local-broker: {port: 1999, password: hunter2}
                historian.store: jdbc:postgresql://joe:hunter2@db/history?password=hunter2&ssl=1
                simulation.faults: [a, 'b c']
                # local-broker.password was hunter2
                """);
        Path out = directory.resolve("out.yaml");
        editor().exportTo(out);

        assertThat(Files.readString(out))
                .doesNotContain("hunter2")
                .contains("local-broker.port: 1999\n", "simulation.faults: [a, 'b c']\n")
                .contains("#local-broker.password: # is set and left out")
                .contains("#historian.store: # is set and left out")
                .doesNotContain("bridge.alerts.high");
    }

    @Test
    void anImportMakesTheFileSayTheSameAndKeepsTheOldOneAndItsSecrets() throws IOException {
        String before =
                """
                # mine
                local-broker.port: 1999 # my port
                local-broker.password: hunter2
                bridge.alerts.high: 7
                """;
        write(before);
        Path source = directory.resolve("in.yaml");
        Files.writeString(source, "local-broker:\n  port: 2000\nsimulation.faults: [a]\n");
        SettingsEditor editor = editor();
        SettingsImport looked = editor.look(source);

        assertThat(text()).isEqualTo(before);
        assertThat(looked.changes())
                .containsExactly(
                        new Change("local-broker.port", "1999", "2000"),
                        new Change("bridge.alerts.high", "7", "4.5"),
                        new Change("simulation.faults", "", "a"));
        SettingsState state = editor.take(looked);
        assertThat(text())
                .isEqualTo(
                        """
                        # mine
                        local-broker.port: 2000 # my port
                        local-broker.password: hunter2
                        #bridge.alerts.high: 4.5
                        simulation.faults: [a]
                        """);
        assertThat(Files.readString(directory.resolve("plantdeck.yaml.before-import")))
                .isEqualTo(before);
        assertThat(state.canUndo()).isTrue();
        editor.undo();
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void anImportWithAMistakeChangesNothingAndNamesItsLine() throws IOException {
        write("local-broker.port: 1999\n");
        Path source = directory.resolve("in.yaml");
        Files.writeString(source, "bridge.alerts.high: 5\nlocal-broker.port: 0\n");
        SettingsEditor editor = editor();

        assertThat(refusal(() -> editor.look(source)))
                .startsWith(source + ", line 2: local-broker.port is 0, must be");
        assertThat(refusal(() -> editor.look(directory.resolve("none.yaml"))))
                .endsWith("none.yaml is not there");
        assertThat(text()).isEqualTo("local-broker.port: 1999\n");
        assertThat(directory.resolve("plantdeck.yaml.before-import")).doesNotExist();
    }

    @Test
    void anImportOfWhatWasLookedAtBeforeAnotherChangeIsRefused() throws IOException {
        write("local-broker.port: 1999\n");
        Path source = directory.resolve("in.yaml");
        Files.writeString(source, "local-broker.port: 2000\n");
        SettingsEditor editor = editor();
        SettingsImport looked = editor.look(source);
        editor.set(LIMIT, "5");

        assertThat(refusal(() -> editor.take(looked))).contains("look at the import again");
        assertThat(line(editor.read(), PORT).value()).isEqualTo("1999");
    }
}
