package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class ManPageTest {

    private static final Path PAGE = Path.of("../installer/src/main/linux/plantdeck.1");

    @Test
    void itListsEveryCommandThereIsAndNoOther() throws Exception {
        String page = Files.readString(PAGE);
        String commands = page.substring(page.indexOf(".SH COMMANDS"), page.indexOf(".PP\n"));
        List<String> listed =
                Pattern.compile("^\\.BI? ([a-z-]+)", Pattern.MULTILINE)
                        .matcher(commands)
                        .results()
                        .map((MatchResult it) -> it.group(1))
                        .toList();
        List<String> known =
                PlantDeckCommand.commandLine().getSubcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(it -> !it.usageMessage().hidden())
                        .map(CommandLine.Model.CommandSpec::name)
                        .toList();
        assertThat(listed).containsExactlyElementsOf(known);
    }
}
