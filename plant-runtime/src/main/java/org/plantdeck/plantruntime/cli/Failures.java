package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.desktop.SessionFailure;
import org.plantdeck.plantruntime.parts.StartFailure;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one to three lines on standard error, and with which exit code. */
final class Failures {

    /** The command line, the settings, or what they name, cannot be used. */
    static final int WRONG_SETTINGS = 2;

    /** Anything else. */
    static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static int ofCommandLine(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        say(
                command,
                String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong arguments"));
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr()
                .println("`" + command.getCommandSpec().qualifiedName() + " --help` shows how");
        return WRONG_SETTINGS;
    }

    static int ofExecution(Exception failure, CommandLine command, ParseResult parsed) {
        return switch (failure) {
            case SettingsFailure settings -> {
                say(command, settings.sentence());
                yield WRONG_SETTINGS;
            }
            case StartFailure start -> {
                say(command, start.sentence());
                yield start.isAboutSettings() ? WRONG_SETTINGS : FAILED;
            }
            case SessionFailure session -> {
                say(command, session.sentence());
                yield session.exitCode();
            }
            default -> {
                LOG.atError().setCause(failure).log("PlantDeck failed");
                say(command, "failed unexpectedly: " + failure);
                yield FAILED;
            }
        };
    }

    /** The same words for a desktop, which shows them in a dialog. */
    static SessionFailure ofSession(RuntimeException failure) {
        return switch (failure) {
            case SettingsFailure settings ->
                    new SessionFailure(settings.sentence(), WRONG_SETTINGS, settings);
            case StartFailure start ->
                    new SessionFailure(
                            start.sentence(),
                            start.isAboutSettings() ? WRONG_SETTINGS : FAILED,
                            start);
            default -> {
                LOG.atError().setCause(failure).log("PlantDeck failed");
                yield new SessionFailure("failed unexpectedly: " + failure, FAILED, failure);
            }
        };
    }

    private static void say(CommandLine command, String sentence) {
        command.getErr().println("plantdeck: " + sentence);
    }
}
