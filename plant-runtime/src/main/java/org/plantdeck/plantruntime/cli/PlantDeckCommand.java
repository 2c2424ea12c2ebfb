package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.desktop.SessionStart;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import java.util.concurrent.Callable;

/** {@code plantdeck} alone: the whole plant with its desktop. */
@Command(
        name = "plantdeck",
        header = "A whole smart factory on one desk.",
        description = {
            "",
            "Without a sub-command the whole plant starts with its desktop; where there is no"
                    + " display, without one. Options follow the sub-command."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            HeadlessCommand.class,
            ScreenCommand.class,
            ScreenshotsCommand.class,
            RunCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            HistorianCommand.class,
            DemoDataCommand.class,
            UsersCommand.class,
            CredentialsCommand.class,
            CertsCommand.class,
            SettingsCommand.class,
            SupportBundleCommand.class,
            RehearseCommand.class
        })
public final class PlantDeckCommand implements Callable<Integer> {

    @Option(names = "--demo", description = "A first start begins the demo plant without asking.")
    private boolean demo;

    @Mixin private final CommonOptions common = new CommonOptions();
    @Mixin private final PlantOptions plant = new PlantOptions();

    /** Runs a command line and says the exit code of the process. Threads: the main one. */
    public static int execute(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new PlantDeckCommand());
        commandLine.setExpandAtFiles(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(Failures::ofCommandLine);
        commandLine.setExecutionExceptionHandler(Failures::ofExecution);
        commandLine.setExecutionStrategy(PlantDeckCommand::execute);
        return commandLine;
    }

    /** Options before a sub-command would be those of this command and be ignored: say so. */
    private static int execute(CommandLine.ParseResult parsed) {
        if (parsed.hasSubcommand() && !parsed.matchedOptions().isEmpty()) {
            String option = parsed.matchedOptions().getFirst().longestName();
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    option
                            + " follows the sub-command: plantdeck "
                            + parsed.subcommand().commandSpec().name()
                            + " "
                            + option
                            + " …");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    @Override
    public Integer call() {
        EarlierStart earlier = new EarlierStart(common.dataPath());
        if (earlier.isShown()) {
            System.err.println("plantdeck: " + earlier.sentence());
            return 0;
        }
        SessionStart start = new CommandStart(HeadlessCommand.wholePlant(plant), common, !demo);
        return Screens.open(
                desktop -> desktop.open(earlier.orElse(start)),
                noDisplay -> {
                    System.err.println("plantdeck: " + noDisplay + "; going on as headless");
                    return RunningProcess.run(HeadlessCommand.wholePlant(plant), common);
                });
    }
}
