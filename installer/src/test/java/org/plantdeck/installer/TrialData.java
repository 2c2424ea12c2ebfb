package org.plantdeck.installer;

import org.plantdeck.fixtures.FreePorts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Data directories for trials, with ports nobody else has. */
final class TrialData {

    private static final List<String> OTHER_PORTS =
            List.of("tls-port", "websocket-port", "secure-websocket-port");

    private TrialData() {}

    /** The settings of the brokers, as {@code key=value}. */
    static List<String> ports() {
        List<String> all = new ArrayList<>();
        for (String broker : List.of("local-broker", "cloud-broker")) {
            all.add(broker + ".port=" + FreePorts.one());
            OTHER_PORTS.forEach(it -> all.add(broker + "." + it + "=0"));
        }
        return all;
    }

    /** A directory whose plant begins some minutes ago. */
    static Path make(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder settings = new StringBuilder("simulation.history: 10m\n");
        ports().forEach(it -> settings.append(it.replace("=", ": ")).append('\n'));
        Files.writeString(folder.resolve("plantdeck.yaml"), settings);
        return folder;
    }
}
