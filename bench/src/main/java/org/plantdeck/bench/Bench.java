package org.plantdeck.bench;

import org.plantdeck.bench.broker.BrokerCommand;
import org.plantdeck.bench.store.HistorianCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Starts the benchmarks from the command line: {@code plantdeck bench …}. */
@Command(
        name = "plantdeck bench",
        header = "Benchmarks of PlantDeck beside its peers.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BrokerCommand.class, HistorianCommand.class})
public final class Bench {

    private static final int WRONG = 2;
    private static final int FAILED = 1;

    private Bench() {}

    /** Runs a benchmark and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs a command line, with or without the word bench before it; says the exit code. */
    static int execute(String... arguments) {
        boolean isNamed = arguments.length > 0 && arguments[0].equals("bench");
        CommandLine commandLine = new CommandLine(new Bench());
        commandLine.setOut(utf8(FileDescriptor.out));
        commandLine.setErr(utf8(FileDescriptor.err));
        commandLine.setParameterExceptionHandler(
                (wrong, _) -> said(wrong.getCommandLine(), firstLine(wrong), WRONG));
        commandLine.setExecutionExceptionHandler(
                (failure, command, _) -> said(command, firstLine(failure), FAILED));
        return commandLine.execute(
                isNamed ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
    }

    /** Whatever the terminal's locale: units and aims are not all ASCII. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    private static int said(CommandLine command, String sentence, int exitCode) {
        command.getErr().println("plantdeck: " + sentence);
        return exitCode;
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }
}
