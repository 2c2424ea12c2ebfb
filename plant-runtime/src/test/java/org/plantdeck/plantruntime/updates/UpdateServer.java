package org.plantdeck.plantruntime.updates;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.SSLContext;

/** A web server on loopback that answers as it is told and keeps what it was asked. */
final class UpdateServer implements AutoCloseable {

    private final String scheme;
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private UpdateServer(String scheme, HttpServer server) {
        this.scheme = scheme;
        this.server = server;
    }

    static UpdateServer open() throws IOException {
        return start(new UpdateServer("http", HttpServer.create(anyPort(), 0)));
    }

    static UpdateServer open(SSLContext tls) throws IOException {
        HttpsServer https = HttpsServer.create(anyPort(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls));
        return start(new UpdateServer("https", https));
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static UpdateServer start(UpdateServer made) {
        made.server.start();
        return made;
    }

    URI url(String path) {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + path);
    }

    /** Method and path of each, in the order they came. */
    List<String> requests() {
        return requests;
    }

    void handle(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    void serve(String path, int status, String body) {
        handle(path, exchange -> answer(exchange, status, body));
    }

    void sendOn(String path, String to) {
        handle(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Location", to);
                    answer(exchange, 302, "");
                });
    }

    void answer(HttpExchange exchange, int status, String body) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Says nothing until it is closed. */
    void awaitTheEnd() {
        try {
            end.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
