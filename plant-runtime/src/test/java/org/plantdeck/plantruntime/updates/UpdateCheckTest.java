package org.plantdeck.plantruntime.updates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.SSLContext;

final class UpdateCheckTest {

    private static final String RUNNING = "1.9.0";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NONE = Duration.ofMillis(50);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void endServing() {
        end.countDown();
        server.stop(0);
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void serve(String path, int status, String body) {
        server.createContext(path, exchange -> answer(exchange, status, body));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void sendOn(String path, String to) {
        server.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Location", to);
                    answer(exchange, 302, "");
                });
    }

    private UpdateAnswer ask(String path) {
        return ask(url(path));
    }

    private static UpdateAnswer ask(URI url) {
        return new UpdateCheck(url, RUNNING, PATIENCE).ask();
    }

    @ParameterizedTest
    @CsvSource({"1.10.0", "2.0", "1.9.1-rc1", "1.9.0.1"})
    void aNewerVersionIsToldWithTheWayToIt(String version) {
        serve("/version.txt", 200, version + "\r\n  Ask the plant's IT  \nand more\n");

        assertThat(ask("/version.txt")).isEqualTo(new Newer(version, "Ask the plant's IT"));
    }

    @ParameterizedTest
    @CsvSource({"1.9.0", "1.8.99", "1.9.0-rc1", "1.9.0-SNAPSHOT", "0.10"})
    void anOlderOrTheSameVersionIsNoNews(String version) {
        serve("/version.txt", 200, version);

        assertThat(ask("/version.txt")).isEqualTo(new UpToDate(version));
    }

    @Test
    void aByteOrderMarkAndWhatCannotBeSeenAreLeftOut() {
        serve("/version.txt", 200, "\uFEFF2.0\nhere\u202E\u0007\n");

        assertThat(ask("/version.txt")).isEqualTo(new Newer("2.0", "here"));
    }

    @Test
    void theRequestCarriesNothingButTheAddressAndAFixedName() {
        CompletableFuture<HttpExchange> asked = new CompletableFuture<>();
        server.createContext(
                "/version.txt",
                exchange -> {
                    asked.complete(exchange);
                    exchange.getResponseHeaders().set("Set-Cookie", "who=you");
                    answer(exchange, 200, "1.9.0");
                });

        ask("/version.txt");
        ask("/version.txt");

        HttpExchange request = asked.join();
        assertThat(request.getRequestHeaders())
                .containsOnlyKeys("Host", "User-agent")
                .containsEntry("User-agent", List.of("PlantDeck"));
        assertThat(requests).containsExactly("GET /version.txt", "GET /version.txt");
        assertThat(readBody(request)).isEmpty();
    }

    private static byte[] readBody(HttpExchange exchange) {
        try {
            return exchange.getRequestBody().readAllBytes();
        } catch (IOException closed) {
            return new byte[0];
        }
    }

    @Test
    void theWayToAnotherAddressIsFollowedButNotOutOfHttps() {
        sendOn("/version.txt", "/newest.txt");
        serve("/newest.txt", 200, "2.0");

        assertThat(ask("/version.txt")).isEqualTo(new Newer("2.0", ""));
        assertThat(requests).containsExactly("GET /version.txt", "GET /newest.txt");
        try (HttpClient client = WebFile.client(PATIENCE)) {
            assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.NORMAL);
            assertThat(client.cookieHandler()).isEmpty();
            assertThat(client.authenticator()).isEmpty();
        }
    }

    @Test
    void aWayInACircleOrToADiskIsLeft() {
        sendOn("/circle", "/circle");
        sendOn("/disk", "file:///etc/hostname");

        for (String path : List.of("/circle", "/disk")) {
            assertThat(ask(path))
                    .isEqualTo(
                            new Unknown(
                                    url(path)
                                            + " could not be read: the server sends on to an"
                                            + " address that is not followed (HTTP 302); set"
                                            + " updates.url to where the file is now"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500, 204})
    void anotherAnswerIsNamed(int status) {
        serve("/version.txt", status, "");

        assertThat(ask("/version.txt"))
                .isEqualTo(
                        new Unknown(
                                url("/version.txt")
                                        + " could not be read: the server answers HTTP "
                                        + status
                                        + "; check updates.url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!DOCTYPE html>", "v1.2", "1.0 or so", "1..", "\n2.0", "newest"})
    void whatDoesNotBeginWithAVersionIsTold(String body) {
        serve("/version.txt", 200, body);

        assertThat(ask("/version.txt"))
                .isEqualTo(
                        new Unknown(
                                url("/version.txt")
                                        + " does not begin with a version such as 1.2.3; check"
                                        + " updates.url"));
    }

    @Test
    void noMoreIsTakenOfAFileWithoutEndThanAFileOfVersionsHas() {
        server.createContext("/version.txt", UpdateCheckTest::answerWithoutEnd);

        assertThat(ask("/version.txt"))
                .isEqualTo(
                        new Unknown(
                                url("/version.txt")
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
    void aServerThatDoesNotAnswerIsNotWaitedForLong() {
        server.createContext("/version.txt", _ -> awaitTheEnd());

        assertThat(new UpdateCheck(url("/version.txt"), RUNNING, NONE).ask())
                .isEqualTo(
                        new Unknown(
                                url("/version.txt")
                                        + " could not be read: no answer within 0 s; check the"
                                        + " network and updates.url"));
    }

    @Test
    void aCheckThatIsGivenUpComesToNothing() {
        UpdateCheck check = new UpdateCheck(url("/version.txt"), RUNNING, PATIENCE);
        server.createContext(
                "/version.txt",
                _ -> {
                    check.giveUp();
                    awaitTheEnd();
                });

        assertThat(check.ask())
                .isEqualTo(
                        new Unknown(
                                url("/version.txt")
                                        + " could not be read: the check was ended; check again"));
    }

    private void awaitTheEnd() {
        try {
            end.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        URI url = url("/version.txt");
        server.stop(0);

        assertThat(ask(url))
                .isEqualTo(
                        new Unknown(
                                url
                                        + " could not be read: "
                                        + url.getAuthority()
                                        + " takes no connections; check the network and"
                                        + " updates.url"));
    }

    /** A name that is too long for one is known nowhere, and nobody has to be asked for it. */
    @Test
    void aHostThatIsNotKnownIsNamed() {
        String host = "a".repeat(70) + ".invalid";

        assertThat(ask(URI.create("http://" + host + "/version.txt")))
                .isEqualTo(
                        new Unknown(
                                "http://"
                                        + host
                                        + "/version.txt could not be read: the host "
                                        + host
                                        + " is not known; check the network and updates.url"));
    }

    @Test
    void aServerWithoutACertificateIsNoSafeConnection() throws Exception {
        server.stop(0);
        SSLContext nothing = SSLContext.getInstance("TLS");
        nothing.init(null, null, null);
        HttpsServer https =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(nothing));
        server = https;
        server.start();
        URI url = URI.create(url("/version.txt").toString().replace("http:", "https:"));

        assertThat(ask(url))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        it ->
                                assertThat(it.sentence())
                                        .startsWith(
                                                url
                                                        + " could not be read: no safe connection"
                                                        + " to localhost (")
                                        .endsWith("); check its certificate"));
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
