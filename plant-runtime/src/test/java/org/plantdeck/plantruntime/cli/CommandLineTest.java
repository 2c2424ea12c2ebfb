package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.settings.Setting;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the command line says before anything is started. */
final class CommandLineTest {

    @TempDir Path data;

    /**
     * What came of a command line.
     *
     * @param code the exit code
     * @param out standard output
     * @param err standard error
     */
    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = PlantDeckCommand.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        int code = commandLine.execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private void assertRefused(Outcome outcome, String sentence) {
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void theVersionIsTheOneThatWasBuilt() {
        assertThat(run("--version").out()).matches("PlantDeck \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void helpNamesEverySubCommand() {
        Outcome outcome = run("--help");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("headless", "run", "export", "historian", "demo-data", "settings");
    }

    @Test
    void settingsPrintsALineAKeyThatStartsWithTheKey() {
        Outcome outcome = run("settings");

        assertThat(outcome.code()).isZero();
        List<String> keys =
                AllSettings.catalogue().all().stream().<String>map(Setting::key).toList();
        assertThat(outcome.out().lines().map(line -> line.split(" ", 2)[0]).toList())
                .isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"headless", "run", "export"})
    void theCommonOptionsFollowEverySubCommandThatStartsOrReads(String command) {
        assertThat(run(command, "--help").out())
                .contains("--data", "--set", "--log-format", "--log-level");
    }

    @Test
    void anOptionBeforeTheSubCommandIsNotSilentlyIgnored() {
        assertRefused(
                run("--data", data.toString(), "headless"),
                "--data follows the sub-command: plantdeck headless --data …");
    }

    @Test
    void anUnknownSubCommandOptionOrPartIsNamed() {
        assertRefused(run("headles"), "headles");
        assertRefused(run("headless", "--fast"), "--fast");
        assertRefused(run("run"), "PART");
        assertRefused(run("run", "historain"), "did you mean historian?");
    }

    @Test
    void faultsAndAFreshStartNeedThePlant() {
        assertRefused(run("run", "plc1", "--fault", "belt-slip"), "--fault is about the plant");
        assertRefused(run("run", "historian", "--fresh"), "--fresh is about the plant");
    }

    @Test
    void wrongSettingsAreRefusedBeforeAnythingStarts() throws IOException {
        String dir = data.toString();
        assertRefused(
                run("headless", "--data", dir, "--set", "local-broker.prot=1"),
                "local-broker.prot is not a setting; did you mean local-broker.port?");
        assertRefused(
                run("run", "historian", "--data", dir, "--set", "plc1.qos=3"),
                "plc1.qos is 3, must be a whole number from 0 to 2");
        assertRefused(run("headless", "--data", dir, "--log-format", "xml"), "log.format is xml");
        assertRefused(
                run(
                        "headless",
                        "--data",
                        dir,
                        "--set",
                        "local-broker.port=1900",
                        "--set",
                        "cloud-broker.port=1900"),
                "is 1900 as");
        Files.writeString(data.resolve("plantdeck.yaml"), "local-broker:\n  port: [\n");
        assertRefused(run("headless", "--data", dir), "line 3, column 1: this is not YAML");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        assertRefused(
                run("headless", "--data", file.resolve("x").toString()),
                "the data directory " + file.resolve("x") + " cannot be written");
    }

    @Test
    void aFirstStartLeavesASettingsFileThatSetsNothing() throws IOException {
        run("headless", "--data", data.toString(), "--set", "no.such=1");

        String written = Files.readString(data.resolve("plantdeck.yaml"));
        assertThat(written).contains("#local-broker.port: 1883");
        assertThat(written.lines()).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }
}
