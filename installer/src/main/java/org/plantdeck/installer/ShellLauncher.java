package org.plantdeck.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The launcher of a Linux image: a script in place of jpackage's program, which at each start asks
 * rpm and dpkg whose file it is, and where rpm is there it makes a database in the user's home.
 * Threads: one.
 */
final class ShellLauncher {

    private static final String SCRIPT =
            """
            #!/bin/sh
            # Starts PlantDeck with the Java and the cache that came with it, from wherever it is.
            script=$(readlink -f "$0")
            home=${script%/bin/*}
            app=$home/lib/app
            # Options of another Java would leave the cache unused.
            unset JDK_JAVA_OPTIONS
            exec "$home/lib/runtime/bin/java" OPTIONS \\
                -cp "CLASS_PATH" \\
                MAIN "$@"
            """;

    private final List<String> options;
    private final List<String> jars;
    private final String main;

    /**
     * @param options for Java; {@code $app} in them is the folder of the jars
     * @param jars names of the jars, in the order of the class path
     * @param main class that is started
     */
    ShellLauncher(List<String> options, List<String> jars, String main) {
        this.options = List.copyOf(options);
        this.jars = List.copyOf(jars);
        this.main = main;
    }

    /** Replaces a launcher; everybody may start it. */
    void write(Path launcher) throws IOException {
        String quoted =
                options.stream().map(it -> '"' + it + '"').collect(Collectors.joining(" \\\n    "));
        String classPath = jars.stream().map(it -> "$app/" + it).collect(Collectors.joining(":"));
        Files.deleteIfExists(launcher);
        Files.writeString(
                launcher,
                SCRIPT.replace("OPTIONS \\", quoted + " \\")
                        .replace("CLASS_PATH", classPath)
                        .replace("MAIN", main));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
