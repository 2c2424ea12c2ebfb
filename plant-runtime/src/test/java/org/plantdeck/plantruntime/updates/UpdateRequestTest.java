package org.plantdeck.plantruntime.updates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.plantruntime.updates.UpdateAnswer.Newer;
import org.plantdeck.plantruntime.updates.UpdateAnswer.Unknown;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.net.ssl.SSLContext;

/** How a file of versions is asked for, and what is said where no answer comes. */
final class UpdateRequestTest {

    private static final String RUNNING = "1.9.0";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NONE = Duration.ofMillis(50);

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

    @Test
    void theRequestCarriesNothingButTheAddressAndAFixedName() {
        CompletableFuture<HttpExchange> asked = new CompletableFuture<>();
        server.handle(
                "/version.txt",
                exchange -> {
                    asked.complete(exchange);
                    exchange.getResponseHeaders().set("Set-Cookie", "who=you");
                    server.answer(exchange, 200, "1.9.0");
                });

        ask("/version.txt");
        ask("/version.txt");

        HttpExchange request = asked.join();
        assertThat(request.getRequestHeaders())
                .containsOnlyKeys("Host", "User-agent")
                .containsEntry("User-agent", List.of("PlantDeck"));
        assertThat(server.requests()).containsExactly("GET /version.txt", "GET /version.txt");
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
        server.sendOn("/version.txt", "/newest.txt");
        server.serve("/newest.txt", 200, "2.0");

        assertThat(ask("/version.txt")).isEqualTo(new Newer("2.0", ""));
        assertThat(server.requests()).containsExactly("GET /version.txt", "GET /newest.txt");
        try (HttpClient client = WebFile.client(PATIENCE)) {
            assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.NORMAL);
            assertThat(client.cookieHandler()).isEmpty();
            assertThat(client.authenticator()).isEmpty();
        }
    }

    @Test
    void aWayInACircleOrToADiskIsLeft() {
        server.sendOn("/circle", "/circle");
        server.sendOn("/disk", "file:///etc/hostname");

        for (String path : List.of("/circle", "/disk")) {
            assertThat(ask(path))
                    .isEqualTo(
                            new Unknown(
                                    server.url(path)
                                            + " could not be read: the server sends on to an"
                                            + " address that is not followed (HTTP 302); set"
                                            + " updates.url to where the file is now"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500, 204})
    void anotherAnswerIsNamed(int status) {
        server.serve("/version.txt", status, "");

        assertThat(ask("/version.txt"))
                .isEqualTo(
                        new Unknown(
                                server.url("/version.txt")
                                        + " could not be read: the server answers HTTP "
                                        + status
                                        + "; check updates.url"));
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLong() {
        server.handle("/version.txt", _ -> server.awaitTheEnd());

        assertThat(new UpdateCheck(server.url("/version.txt"), RUNNING, NONE).ask())
                .isEqualTo(
                        new Unknown(
                                server.url("/version.txt")
                                        + " could not be read: no answer within 0 s; check the"
                                        + " network and updates.url"));
    }

    @Test
    void aCheckThatIsGivenUpComesToNothing() {
        UpdateCheck check = new UpdateCheck(server.url("/version.txt"), RUNNING, PATIENCE);
        server.handle(
                "/version.txt",
                _ -> {
                    check.giveUp();
                    server.awaitTheEnd();
                });

        assertThat(check.ask())
                .isEqualTo(
                        new Unknown(
                                server.url("/version.txt")
                                        + " could not be read: the check was ended; check again"));
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        URI url = server.url("/version.txt");
        server.close();

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
        SSLContext nothing = SSLContext.getInstance("TLS");
        nothing.init(null, null, null);
        try (UpdateServer bare = UpdateServer.open(nothing)) {
            URI url = bare.url("/version.txt");
            assertThat(ask(url))
                    .isInstanceOfSatisfying(
                            Unknown.class,
                            it ->
                                    assertThat(it.sentence())
                                            .startsWith(
                                                    url
                                                            + " could not be read: no safe"
                                                            + " connection to localhost (")
                                            .endsWith("); check its certificate"));
        }
    }
}
