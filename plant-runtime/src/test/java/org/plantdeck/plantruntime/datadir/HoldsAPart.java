package org.plantdeck.plantruntime.datadir;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own for tests: takes a part, says so, and holds it until its input ends. */
final class HoldsAPart {

    private HoldsAPart() {}

    public static void main(String[] arguments) throws IOException {
        try (PartLock lock = new DataDirectory(Path.of(arguments[0])).lock(arguments[1])) {
            System.out.println("held by " + ProcessHandle.current().pid() + " " + (lock != null));
            while (System.in.read() >= 0) {
                // until the other end closes
            }
        }
    }
}
