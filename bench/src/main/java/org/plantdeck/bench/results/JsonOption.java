package org.plantdeck.bench.results;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where every benchmark shows its report: as a table, as JSON, or both. Threads: one. */
public final class JsonOption {

    private static final String STANDARD_OUTPUT = "-";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description =
                    "Writes the results as JSON too; with - to standard output, and no table.")
    private String json = "";

    /** So that a run is not lost to a folder that is not there. */
    public void requireFolder() {
        if (json.isEmpty() || json.equals(STANDARD_OUTPUT)) {
            return;
        }
        Path folder = Path.of(json).toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "--json " + json + ": its folder is not there");
        }
    }

    /**
     * Shows a report where it was asked for.
     *
     * @param table prints it for a person
     * @throws IOException naming the file that cannot be written
     */
    public void show(Report report, Consumer<PrintWriter> table) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json.equals(STANDARD_OUTPUT)) {
            out.println(JsonForm.of(report));
            return;
        }
        table.accept(out);
        if (!json.isEmpty()) {
            try {
                Files.writeString(Path.of(json), JsonForm.of(report) + "\n");
            } catch (IOException e) {
                throw new IOException("cannot write " + json + ": " + e.getMessage(), e);
            }
        }
    }
}
