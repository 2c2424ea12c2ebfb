package org.plantdeck.historian.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Imports a file and ends its process at once, without any order, at a report of its progress. Its
 * arguments: the database, the file, the step and the number of its report.
 */
final class KilledImporter {

    static final int CODE = 137;

    private KilledImporter() {}

    public static void main(String[] arguments) {
        var step = ImportProgress.Step.valueOf(arguments[2]);
        int[] reports = {Integer.parseInt(arguments[3])};
        ImportGround.into(Path.of(arguments[0]))
                .run(
                        ImportRequest.of(Path.of(arguments[1])),
                        () -> Optional.of(() -> {}),
                        (at, _, _, _) -> {
                            if (at == step && --reports[0] == 0) {
                                Runtime.getRuntime().halt(CODE);
                            }
                            return true;
                        });
    }

    /** The exit code of one that is run. */
    static int run(Path database, Path file, ImportProgress.Step step, int report)
            throws Exception {
        List<String> command =
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledImporter.class.getName(),
                        database.toString(),
                        file.toString(),
                        step.name(),
                        String.valueOf(report));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("killed.log").toFile())
                .start()
                .waitFor();
    }
}
