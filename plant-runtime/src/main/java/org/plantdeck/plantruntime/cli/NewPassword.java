package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.broker.access.GeneratedCredentials;
import org.plantdeck.signal.PartFailure;

import picocli.CommandLine.Option;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where a new password comes from: a file, chance, or who sits at the terminal. */
class NewPassword {

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Takes the first line of a file as the password.")
    private @Nullable Path file;

    @Option(names = "--generate", description = "Draws a password and prints it, this once.")
    private boolean generate;

    /**
     * Hands a password over, and when it has been taken prints it where chance has drawn it.
     *
     * @throws PartFailure where there is none to be had, or as it is refused
     */
    final void give(Consumer<String> taker, Consumer<String> printer) {
        if (generate) {
            String drawn = GeneratedCredentials.draw(new SecureRandom());
            taker.accept(drawn);
            printer.accept(drawn);
        } else {
            taker.accept(file == null ? ask(terminal()) : firstLine(file));
        }
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw new PartFailure(file + " cannot be read as text (" + e.getMessage() + ")", e);
        }
    }

    /** Asks without showing what is typed. */
    private static Function<String, char @Nullable []> terminal() {
        Console console =
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .orElseThrow(() ->
                                new PartFailure(
                                        "there is no terminal to ask for the password on; use"
                                                + " --password-file FILE or --generate"));
        return question -> console.readPassword("%s: ", question);
    }

    /**
     * Asks twice.
     *
     * @param ask asks one question; null where whoever is asked has gone
     */
    static String ask(Function<String, char @Nullable []> ask) {
        char[] first = ask.apply("Password");
        char[] second = first == null ? null : ask.apply("The same again");
        if (first == null || second == null) {
            throw new PartFailure("no password was given; nothing has changed");
        }
        if (!Arrays.equals(first, second)) {
            throw new PartFailure("the two passwords differ; nothing has changed");
        }
        return new String(first);
    }
}
