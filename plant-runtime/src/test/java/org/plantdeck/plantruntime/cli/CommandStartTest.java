package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.desktop.SessionStart;
import org.plantdeck.plantruntime.desktop.StartView;
import org.plantdeck.plantruntime.parts.FirstChoice;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PlantStart;

import picocli.CommandLine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What a desktop is told when its session cannot begin, and what helps. */
class CommandStartTest {

    @TempDir Path directory;

    private CommandStart start(boolean asks, String... arguments) {
        CommonOptions common = new CommonOptions();
        CommandLine line = new CommandLine(common);
        line.parseArgs(arguments);
        return new CommandStart(
                new RunningProcess.Launch(
                        "plantdeck",
                        _ -> Set.of(PartName.LOCAL_BROKER),
                        new PlantStart(List.of(), false)),
                common,
                asks);
    }

    private SessionFailure failure(SessionStart start) {
        return catchThrowableOfType(SessionFailure.class, () -> start.begin(StartView.NONE));
    }

    @Test
    void aPortThatIsTakenIsSaidByWhomAndAnotherHelps() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Path file = directory.resolve("plantdeck.yaml");
            Files.writeString(file, "local-broker.port: " + port + " # mine\n");
            SessionStart start = start(true, "--data", directory.toString());
            assertThat(firstChoice(start)).isFalse();

            SessionFailure failure = failure(start);
            assertThat(failure.exitCode()).isEqualTo(2);
            assertThat(failure.sentence())
                    .startsWith(file + ", line 1: local-broker.port " + port + " is taken by ")
                    .contains("(process " + ProcessHandle.current().pid() + ")")
                    .endsWith("which is free");
            var remedy = failure.remedy().orElseThrow();
            assertThat(remedy.offer()).startsWith("Set local-broker.port to ");
            remedy.act().run();
            assertThat(Files.readString(file))
                    .isEqualTo(
                            remedy.offer().replace("Set ", "").replace(" to ", ": ") + " # mine\n");
        }
    }

    @Test
    void aFileThatIsBrokenIsKeptAsideForTheDefaults() throws IOException {
        Path file = directory.resolve("plantdeck.yaml");
        Files.writeString(file, "local-broker: [1883\n");
        SessionFailure failure = failure(start(true, "--data", directory.toString()));
        assertThat(failure.sentence()).startsWith(file + ", line ");
        failure.remedy().orElseThrow().act().run();
        assertThat(file).doesNotExist();
        assertThat(directory.resolve("plantdeck.yaml.set-aside-1"))
                .hasContent("local-broker: [1883");

        SessionFailure ofTheLine =
                failure(start(true, "--data", directory.toString(), "--set", "no.such=1"));
        assertThat(ofTheLine.remedy()).isEmpty();
    }

    @Test
    void whatTheCommandLineSaysIsNotMendedInTheFile() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SessionStart start =
                    start(
                            true,
                            "--data",
                            directory.toString(),
                            "--set",
                            "local-broker.port=" + taken.getLocalPort());
            assertThat(failure(start).remedy()).isEmpty();
        }
    }

    @Test
    void whoAsksIsAskedOnceAndASecondStartOfTheSameMomentShowsTheFirst() throws Exception {
        SessionStart first = start(true, "--data", directory.toString());
        assertThat(firstChoice(start(false, "--data", directory.toString()))).isFalse();
        try (FirstChoice _ = first.firstChoice().orElseThrow()) {
            SessionStart second =
                    new EarlierStart(directory).orElse(start(true, "--data", directory.toString()));
            SessionFailure failure =
                    catchThrowableOfType(SessionFailure.class, second::firstChoice);
            assertThat(failure.isShownElsewhere()).isTrue();
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamedAlsoBehindAnEarlierStart() throws IOException {
        Path data = directory.resolve("file");
        Files.writeString(data, "no directory");
        SessionStart start = new EarlierStart(data).orElse(start(true, "--data", data.toString()));
        SessionFailure failure = catchThrowableOfType(SessionFailure.class, start::firstChoice);
        assertThat(failure.sentence())
                .startsWith("the data directory " + data + " cannot be written");
        assertThat(failure(start).sentence()).isEqualTo(failure.sentence());
    }

    private static boolean firstChoice(SessionStart start) {
        try {
            return start.firstChoice().isPresent();
        } catch (SessionFailure failure) {
            throw new AssertionError(failure);
        }
    }
}
