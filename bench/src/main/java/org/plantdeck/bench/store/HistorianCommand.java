package org.plantdeck.bench.store;

import org.plantdeck.bench.results.JsonOption;
import org.plantdeck.bench.results.Report;
import org.plantdeck.bench.results.Result;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code plantdeck bench historian}: the archive beside tables, in one run on this machine. */
@Command(
        name = "historian",
        description = {
            "Measures the historian's archive beside a narrow and a wide table of SQLite, and its"
                    + " CSV beside Jackson's; where it was built with -Pbench-peers, beside DuckDB"
                    + " and QuestDB too.",
            "A whole run takes less than four minutes; do nothing else on the machine meanwhile."
        },
        mixinStandardHelpOptions = true)
public final class HistorianCommand implements Callable<Integer> {

    private static final Duration OWN_READINGS = Duration.ofHours(4);

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Mixin private final JsonOption json = new JsonOption();

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "On whose disk to write; without it that of temporary files.")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public Integer call() throws Exception {
        json.requireFolder();
        List<Result> results = new ArrayList<>();
        Path own = Files.createTempDirectory(folder, "plantdeck-bench");
        PrintWriter progress = spec.commandLine().getErr();
        try {
            PlantHours hours = PlantHours.of(OWN_READINGS);
            for (Subject subject : Subject.all()) {
                HistorianWorks works =
                        new HistorianWorks(
                                subject,
                                own,
                                result -> {
                                    results.add(result);
                                    progress.println(line(result));
                                });
                for (int points : HistorianWorks.POINTS_A_COMMIT) {
                    works.durable(points);
                }
                works.bytes(hours);
                works.week();
            }
            new CsvWorks()
                    .run(result -> {
                        results.add(result);
                        progress.println(line(result));
                    });
        } finally {
            try (Stream<Path> left = Files.walk(own)) {
                for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Report report = new Report(Optional.empty(), results, Map.of(), List.of());
        json.show(
                report,
                out -> {
                    SubjectTable.of(results, it -> !it.equals(CsvWorks.WORK)).print(out, false);
                    out.println();
                    SubjectTable.of(results, CsvWorks.WORK::equals).print(out, true);
                });
        return 0;
    }

    private static String line(Result result) {
        return String.format(
                Locale.ROOT,
                "%-10s %-34s %,.3f %s",
                result.subject(),
                result.work(),
                result.value(),
                result.unit());
    }
}
