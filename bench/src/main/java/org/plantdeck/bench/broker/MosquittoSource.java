package org.plantdeck.bench.broker;

import org.plantdeck.bench.mqtt.Endpoint;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Mosquitto that is installed, with a configuration of ours. */
final class MosquittoSource implements SubjectSource {

    private static final String HOST = "127.0.0.1";

    private final Path program;
    private final String title;

    private MosquittoSource(Path program, String title) {
        this.program = program;
        this.title = title;
    }

    /** The installed one; empty where there is none. */
    static Optional<MosquittoSource> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(
                        Stream.of(path.split(Pattern.quote(File.pathSeparator), -1)),
                        // Where Debian has it and a user's path does not look.
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"))
                .map(folder -> Path.of(folder, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new MosquittoSource(program, version(program)));
    }

    /** Its help begins with: mosquitto version 2.0.11. */
    private static String version(Path program) {
        try {
            Process help =
                    new ProcessBuilder(program.toString(), "-h").redirectErrorStream(true).start();
            try (BufferedReader lines = help.inputReader()) {
                String first = lines.readLine();
                return first == null ? "mosquitto" : first.replace(" version", "").strip();
            }
        } catch (IOException e) {
            return "mosquitto";
        }
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String remark() {
        return title
                + ": no persistence, anonymous clients; queues as they come (max_queued_messages"
                + " 1000, max_inflight_messages 20), so it drops what a burst puts above them.";
    }

    @Override
    public Subject start() {
        Path folder = ChildBroker.freshFolder();
        int port = Ports.free();
        TlsPort tls = TlsPort.with(folder.resolve("certs"), Ports.free());
        Path file = folder.resolve("mosquitto.conf");
        try {
            Files.write(file, configuration(port, tls));
        } catch (IOException e) {
            throw new SubjectFailure("cannot write " + file, e);
        }
        return ChildBroker.start(
                new ChildBroker.Launch(
                        title,
                        List.of(program.toString(), "-c", file.toString()),
                        ".* running",
                        Endpoint.tcp(HOST, port),
                        tls.on(HOST)),
                folder);
    }

    private static List<String> configuration(int port, TlsPort tls) {
        List<String> lines =
                List.of(
                        "listener " + port + " " + HOST,
                        "listener " + tls.port() + " " + HOST,
                        "cafile " + tls.ca(),
                        "certfile " + tls.certificate(),
                        "keyfile " + tls.key(),
                        "tls_version tlsv1.3",
                        "allow_anonymous true",
                        "persistence false",
                        "connection_messages false",
                        "log_dest stderr",
                        "log_type error",
                        "log_type warning",
                        "log_type information");
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        // Started by root it would change to a user who cannot read its folder.
        return isRoot ? Stream.concat(lines.stream(), Stream.of("user root")).toList() : lines;
    }
}
