package org.plantdeck.plantruntime.updates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.plantruntime.updates.UpdateAnswer.Newer;
import org.plantdeck.plantruntime.updates.UpdateAnswer.Unknown;
import org.plantdeck.plantruntime.updates.UpdateAnswer.UpToDate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a file of versions says, from the web and from a disk. */
final class UpdateCheckTest {

    private static final String RUNNING = "1.9.0";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private UpdateServer server;

    @BeforeEach
    void serve() throws IOException {
        server = UpdateServer.open();
    }

    @AfterEach
    void endServing() {
        server.close();
    }

    private UpdateAnswer ask(String path) {
        return ask(server.url(path));
    }

    private static UpdateAnswer ask(URI url) {
        return new UpdateCheck(url, RUNNING, PATIENCE).ask();
    }

    @ParameterizedTest
    @CsvSource({"1.10.0", "2.0", "1.9.1-rc1", "1.9.0.1"})
    void aNewerVersionIsToldWithTheWayToIt(String version) {
        server.serve("/version.txt", 200, version + "\r\n  Ask the plant's IT  \nand more\n");

        assertThat(ask("/version.txt")).isEqualTo(new Newer(version, "Ask the plant's IT"));
    }

    @ParameterizedTest
    @CsvSource({"1.9.0", "1.8.99", "1.9.0-rc1", "1.9.0-SNAPSHOT", "0.10"})
    void anOlderOrTheSameVersionIsNoNews(String version) {
        server.serve("/version.txt", 200, version);

        assertThat(ask("/version.txt")).isEqualTo(new UpToDate(version));
    }

    @Test
    void aByteOrderMarkAndWhatCannotBeSeenAreLeftOut() {
        server.serve("/version.txt", 200, "\uFEFF2.0\nhere\u202E\u0007\n");

        assertThat(ask("/version.txt")).isEqualTo(new Newer("2.0", "here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!DOCTYPE html>", "v1.2", "1.0 or so", "1..", "\n2.0", "newest"})
    void whatDoesNotBeginWithAVersionIsTold(String body) {
        server.serve("/version.txt", 200, body);

        assertThat(ask("/version.txt"))
                .isEqualTo(
                        new Unknown(
                                server.url("/version.txt")
                                        + " does not begin with a version such as 1.2.3; check"
                                        + " updates.url"));
    }

    @Test
    void noMoreIsTakenOfAFileWithoutEndThanAFileOfVersionsHas() {
        server.handle("/version.txt", UpdateCheckTest::answerWithoutEnd);

        assertThat(ask("/version.txt"))
                .isEqualTo(
                        new Unknown(
                                server.url("/version.txt")
                                        + " is longer than 4 KB and so no file of versions; check"
                                        + " updates.url"));
    }

    /** It ends when nobody listens any more. */
    private static void answerWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] line = "2.0\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            while (true) {
                exchange.getResponseBody().write(line);
            }
        } catch (IOException left) {
            // that is how it ends
        }
    }

    @Test
    void aFileOfThisComputerIsReadToo(@TempDir Path folder) {
        Path file = write(folder.resolve("version.txt"), "2.0\nthe shelf\n");

        assertThat(ask(file.toUri())).isEqualTo(new Newer("2.0", "the shelf"));
    }

    @Test
    void aFileThatIsNotThereOrTooLongOrNoneIsNamed(@TempDir Path folder) {
        URI none = folder.resolve("none.txt").toUri();
        URI large = write(folder.resolve("large.txt"), "2.0\n".repeat(2_000)).toUri();

        assertThat(ask(none))
                .isEqualTo(
                        new Unknown(
                                none
                                        + " could not be read: there is no such file; check"
                                        + " updates.url"));
        assertThat(ask(large))
                .isEqualTo(
                        new Unknown(
                                large
                                        + " is longer than 4 KB and so no file of versions; check"
                                        + " updates.url"));
        assertThat(ask(folder.toUri()))
                .isEqualTo(
                        new Unknown(
                                folder.toUri()
                                        + " could not be read: it is not a file; check"
                                        + " updates.url"));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
