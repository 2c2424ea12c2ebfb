package org.plantdeck.plantruntime.processes;

import org.jspecify.annotations.Nullable;
import org.plantdeck.broker.certs.CertificateStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Mosquitto of the test's own, with TLS. It runs as an ordinary user: as the one of the test or,
 * where that is root, as the one Mosquitto changes to, who may read the files here.
 */
final class Mosquitto implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Path folder;
    private final CertificateStore certificates;
    private final List<String> configuration = new ArrayList<>();
    private @Nullable Process process;

    /**
     * @param folder its own, made here
     * @param certificates what it shows is copied from there, and it trusts their CA
     */
    Mosquitto(Path folder, CertificateStore certificates) throws IOException {
        this.folder = Files.createDirectory(folder);
        this.certificates = certificates;
        readable(folder);
        configuration.addAll(List.of("allow_anonymous false", "max_queued_messages 100000"));
    }

    /** Lets in one user with a password. */
    Mosquitto withUser(String name, String password) throws Exception {
        Path users = folder.resolve("users");
        Peers.run("mosquitto_passwd", "-b", "-c", users.toString(), name, password);
        readable(users);
        configuration.add("password_file " + users);
        return this;
    }

    /**
     * Opens a port with TLS.
     *
     * @param lines what else holds on that port
     */
    Mosquitto listen(int port, String... lines) throws IOException {
        configuration.addAll(
                List.of(
                        "listener " + port + " 127.0.0.1",
                        "cafile " + copy("ca.crt.pem"),
                        "certfile " + copy("server.crt.pem"),
                        "keyfile " + copy("server.key.pem")));
        configuration.addAll(List.of(lines));
        return this;
    }

    /** Opens a port with TLS to those who show a certificate of the CA, by its common name. */
    Mosquitto listenToHolders(int port, String... lines) throws IOException {
        listen(port, lines);
        configuration.addAll(
                List.of(
                        "require_certificate true",
                        "use_identity_as_username true",
                        "crlfile " + copy("crl.pem")));
        return this;
    }

    void start() throws IOException {
        Path file = Files.write(folder.resolve("mosquitto.conf"), configuration);
        readable(file);
        process =
                new ProcessBuilder(Peers.find("mosquitto"), "-c", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mosquitto.log").toFile())
                        .start();
    }

    private Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        Files.copy(
                certificates.caCertificate().resolveSibling(name),
                copy,
                StandardCopyOption.REPLACE_EXISTING);
        readable(copy);
        return copy;
    }

    /** Whom Mosquitto changes to, may read it. */
    static void readable(Path path) throws IOException {
        Files.setPosixFilePermissions(
                path,
                PosixFilePermissions.fromString(
                        Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }
}
