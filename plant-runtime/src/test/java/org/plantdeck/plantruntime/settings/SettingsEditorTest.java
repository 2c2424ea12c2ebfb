package org.plantdeck.plantruntime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plantruntime.settings.SettingLine.Origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What comes of changing plantdeck.yaml from a screen. */
final class SettingsEditorTest {

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

    private SettingsEditor editor(String... overrides) {
        return editor(_ -> {}, overrides);
    }

    private SettingsEditor editor(Consumer<Settings> check, String... overrides) {
        SettingsStart start = SettingsStart.read(CATALOGUE, file(), List.of(overrides));
        SettingsEditor editor = new SettingsEditor(start, check);
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
    void eachLineSaysWhatHoldsAndWhoSaysIt() throws IOException {
        write("local-broker.port: 1999\nlocal-broker.password: hunter2\n");
        SettingsState state = editor("bridge.alerts.high=6", "bridge.alerts.high= 7").read();

        assertThat(line(state, PORT))
                .isEqualTo(new SettingLine(PORT, Origin.FILE, "1999", "1999", false));
        assertThat(line(state, LIMIT))
                .isEqualTo(new SettingLine(LIMIT, Origin.COMMAND_LINE, "7", "", false));
        assertThat(line(state, STORE))
                .isEqualTo(new SettingLine(STORE, Origin.DEFAULT, "files", "", false));
        assertThat(state.toString()).doesNotContain("hunter2");
        assertThat(line(state, PASSWORD).value()).isEqualTo("***");
    }

    @Test
    void aChangeIsInTheFileAndWaitsForTheNextStart() throws IOException {
        write(SettingsTemplate.of(CATALOGUE));
        SettingsState state = editor().set(PORT, " 1999 ");

        assertThat(text())
                .contains("(port).\nlocal-broker.port: 1999\n")
                .doesNotContain("#local-broker.port");
        assertThat(line(state, PORT))
                .isEqualTo(new SettingLine(PORT, Origin.FILE, "1999", "1999", true));
        assertThat(state.waiting()).isEqualTo(1);
    }

    @Test
    void aSettingGoesBackToItsDefaultAsAFirstStartWritesIt() throws IOException {
        String template = SettingsTemplate.of(CATALOGUE);
        write(template);
        SettingsEditor editor = editor();
        for (Setting<?> each : List.of(PORT, PASSWORD, STORE, LIMIT, FAULTS)) {
            editor.set(each, "7");
            editor.reset(each);
        }
        assertThat(text()).isEqualTo(template);
    }

    @Test
    void whatIsOverriddenIsChangedInTheFileAndStaysOverridden() {
        SettingsState state = editor("local-broker.port=2000").set(PORT, "1999");

        assertThat(line(state, PORT))
                .isEqualTo(new SettingLine(PORT, Origin.COMMAND_LINE, "2000", "1999", false));
    }

    @Test
    void aWrongValueIsRefusedInTheWordsOfTheStart() throws IOException {
        write("local-broker.port: 1999\n");
        SettingsEditor editor = editor();

        String sentence = "local-broker.port is 0, must be a port from 1 to 65535";
        assertThat(editor.refusal(PORT, "0")).contains(sentence);
        assertThat(editor.refusal(PORT, "1")).isEmpty();
        assertThat(refusal(() -> editor.set(PORT, "0"))).isEqualTo(sentence);
        assertThat(text()).isEqualTo("local-broker.port: 1999\n");
    }

    @Test
    void whatWouldEndTheNextStartIsRefusedUnlessItWouldEndAnyway() throws IOException {
        write("local-broker.port: 1999\n");
        Consumer<Settings> check =
                it -> {
                    if (it.get(PORT) > 3000) {
                        throw it.wrong(PORT, "is too far");
                    }
                };
        SettingsEditor editor = editor(check);
        assertThat(refusal(() -> editor.set(PORT, "4000")))
                .endsWith("local-broker.port is too far");
        assertThat(text()).isEqualTo("local-broker.port: 1999\n");

        write("local-broker.port: 5000\n");
        assertThat(editor.read().trouble()).endsWith("local-broker.port is too far");
        assertThat(editor.set(LIMIT, "5").trouble()).isNotEmpty();
        assertThat(editor.set(PORT, "5").trouble()).isEmpty();
    }

    @Test
    void aFileThatSomebodyElseChangedIsNotOverwritten() throws IOException {
        write("local-broker.port: 1999\n");
        SettingsEditor editor = editor();
        write("local-broker.port: 2001\n# mine\n");

        assertThat(refusal(() -> editor.set(LIMIT, "5"))).contains("was changed by somebody else");
        assertThat(text()).isEqualTo("local-broker.port: 2001\n# mine\n");
        assertThat(line(editor.read(), PORT).value()).isEqualTo("2001");
        editor.set(LIMIT, "5");
        assertThat(text()).contains("# mine").contains("bridge.alerts.high: 5");
    }

    @Test
    void aFileThatMayNotBeWrittenStaysAndNothingIsLeftBesideIt() throws IOException {
        write("local-broker.port: 1999\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        SettingsEditor editor = editor();

        assertThat(refusal(() -> editor.set(PORT, "5")))
                .isEqualTo(file() + " cannot be written (permission denied); nothing was changed");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void whoMayReadTheFileStaysTheSame() throws IOException {
        write("local-broker.password: hunter2\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        editor().set(PORT, "5");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void changesAreTakenBackOneByOneUntilSomebodyElseChangesTheFile() throws IOException {
        write("# mine\n");
        SettingsEditor editor = editor();
        editor.set(PORT, "5");
        String first = text();
        assertThat(editor.set(LIMIT, "5").canUndo()).isTrue();

        editor.undo();
        assertThat(text()).isEqualTo(first);
        assertThat(editor.undo().canUndo()).isFalse();
        assertThat(text()).isEqualTo("# mine\n");

        editor.set(PORT, "5");
        write("# theirs\n");
        assertThat(editor.read().canUndo()).isFalse();
        assertThat(editor.undo().lines()).hasSize(5);
        assertThat(text()).isEqualTo("# theirs\n");
    }

    @Test
    void whereNoFileIsAChangeWritesOneAsAFirstStartDoes() throws IOException {
        editor().set(PORT, "5");

        assertThat(text())
                .isEqualTo(
                        SettingsTemplate.of(CATALOGUE)
                                .replace("#local-broker.port: 1883", "local-broker.port: 5"));
    }

    @Test
    void aLinkLeadsToTheFileThatIsChanged() throws IOException {
        Path real = Files.writeString(directory.resolve("real.yaml"), "local-broker.port: 4\n");
        Files.createSymbolicLink(file(), real);
        editor().set(PORT, "5");

        assertThat(file()).isSymbolicLink();
        assertThat(Files.readString(real)).isEqualTo("local-broker.port: 5\n");
    }
}
