package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.settings.Nearest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code plantdeck run PART…}: some parts alone in this process. */
@Command(
        name = "run",
        description = {
            "One or more parts alone in this process, against the brokers of the settings.",
            "Parts: local-broker, cloud-broker, plant, plc1, plc2, plc3, historian, bridge,"
                    + " cloud-analytics."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Parameters(paramLabel = "PART", arity = "1..*", description = "The parts to run.")
    private List<String> words = new ArrayList<>();

    @Mixin private final CommonOptions common = new CommonOptions();
    @Mixin private final PlantOptions plant = new PlantOptions();

    @Override
    public Integer call() {
        Set<PartName> names = EnumSet.noneOf(PartName.class);
        for (String word : words) {
            names.add(PartName.of(word).orElseThrow(() -> wrong(unknown(word))));
        }
        if (!names.contains(PartName.PLANT) && !plant.given().isEmpty()) {
            throw wrong(
                    plant.given()
                            + " is about the plant, which is not among the parts to run; add plant"
                            + " or leave it out");
        }
        String first = words.getFirst();
        return RunningProcess.run(
                new RunningProcess.Launch(first, _ -> names, plant.start()), common);
    }

    private static String unknown(String word) {
        return word
                + " is not a part; "
                + Nearest.of(word, PartName.words())
                        .map(it -> "did you mean " + it + "? ")
                        .orElse("")
                + "Parts are "
                + String.join(", ", PartName.words());
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
