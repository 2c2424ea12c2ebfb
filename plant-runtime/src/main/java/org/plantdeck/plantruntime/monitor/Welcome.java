package org.plantdeck.plantruntime.monitor;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where to look, for a person at the terminal. Threads: any. */
public final class Welcome {

    private Welcome() {}

    /**
     * The lines.
     *
     * @param version of the program
     * @param local the broker of the factory
     * @param cloud the broker of the cloud
     * @param notes what is not as usual, such as a port that was taken
     * @param data the data directory
     */
    public static List<String> lines(
            String version, URI local, URI cloud, List<String> notes, Path data) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "PlantDeck " + version,
                                ("  factory  " + local + "   " + look(local, "factory/#"))
                                        .stripTrailing(),
                                ("  cloud    " + cloud + "   " + look(cloud, "cloud/#"))
                                        .stripTrailing(),
                                "  statuses on both   status/#"));
        notes.forEach(note -> lines.add("  note     " + note));
        lines.add("  data     " + data + "   (historian.db, analytics.db, logs/)");
        lines.add("  end      Ctrl+C");
        return List.copyOf(lines);
    }

    private static String look(URI broker, String filter) {
        String look =
                "mosquitto_sub -h %s -p %d -t '%s' -v"
                        .formatted(broker.getHost(), broker.getPort(), filter);
        return switch (broker.getScheme()) {
            case "tcp" -> look;
            case "ssl" -> look + " --cafile FILE";
            default -> "";
        };
    }
}
