package org.plantdeck.bench.broker;

import org.plantdeck.bench.mqtt.Endpoint;
import org.plantdeck.plantruntime.PlantDeck;
import org.plantdeck.plantruntime.datadir.DataDirectory;

import java.nio.file.Path;
import java.util.List;

/** Our local broker, as {@code plantdeck run local-broker} starts it, from this class path. */
final class PlantDeckSource implements SubjectSource {

    private static final String HOST = "127.0.0.1";

    @Override
    public String title() {
        return "plantdeck";
    }

    @Override
    public String remark() {
        return "plantdeck: run local-broker in a fresh data directory, no WebSocket, its other"
                + " settings as they come.";
    }

    @Override
    public Subject start() {
        Path folder = ChildBroker.freshFolder();
        int port = Ports.free();
        TlsPort tls = TlsPort.with(new DataDirectory(folder).certificates(), Ports.free());
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlantDeck.class.getName(),
                        "run",
                        "local-broker",
                        "--data",
                        folder.toString(),
                        "--set",
                        "local-broker.port=" + port,
                        "--set",
                        "local-broker.tls-port=" + tls.port(),
                        "--set",
                        "local-broker.websocket-port=0",
                        "--set",
                        "local-broker.secure-websocket-port=0");
        return ChildBroker.start(
                new ChildBroker.Launch(
                        title(), command, "ready", Endpoint.tcp(HOST, port), tls.on(HOST)),
                folder);
    }
}
