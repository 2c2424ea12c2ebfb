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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code plantdeck bench historian}: the archive beside tables, in one run on this machine. */
@Command(
        name = "historian",
        description = {
            "Measures the historian's archive beside a narrow and a wide table of SQLite, and its"
                    + " CSV beside Jackson's.",
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
            for (Kind kind : Kind.values()) {
                HistorianWorks works =
                        new HistorianWorks(
                                kind,
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
                    table(results, out);
                    out.println();
                    csv(results, out);
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

    /** A line a work, a column a subject, and what plantdeck is of each other one. */
    private static void table(List<Result> results, PrintWriter out) {
        Set<String> works = new LinkedHashSet<>();
        results.stream()
                .map(Result::work)
                .filter(it -> !it.equals(CsvWorks.WORK))
                .forEach(works::add);
        out.printf(
                Locale.ROOT,
                "%-34s %-9s %14s %14s %14s %11s %11s%n",
                "work",
                "unit",
                "plantdeck",
                "narrow",
                "wide",
                "to narrow",
                "to wide");
        for (String work : works) {
            double ours = value(results, work, Kind.PLANTDECK.subject());
            double narrow = value(results, work, Kind.NARROW.subject());
            double wide = value(results, work, Kind.WIDE.subject());
            String unit =
                    results.stream()
                            .filter(it -> it.work().equals(work))
                            .findFirst()
                            .map(Result::unit)
                            .orElse("");
            out.printf(
                    Locale.ROOT,
                    "%-34s %-9s %,14.2f %,14.2f %,14.2f %11.3f %11.3f%n",
                    work,
                    unit,
                    ours,
                    narrow,
                    wide,
                    ours / narrow,
                    ours / wide);
        }
    }

    /** What has another peer. */
    private static void csv(List<Result> results, PrintWriter out) {
        double ours = value(results, CsvWorks.WORK, Kind.PLANTDECK.subject());
        double jackson = value(results, CsvWorks.WORK, CsvWorks.JACKSON);
        out.printf(
                Locale.ROOT,
                "%-34s %-9s %14s %14s %11s%n",
                "work",
                "unit",
                "plantdeck",
                "jackson",
                "to jackson");
        out.printf(
                Locale.ROOT,
                "%-34s %-9s %,14.0f %,14.0f %11.3f%n",
                CsvWorks.WORK,
                "rows/s",
                ours,
                jackson,
                ours / jackson);
    }

    private static double value(List<Result> results, String work, String subject) {
        return results.stream()
                .filter(it -> it.work().equals(work) && it.subject().equals(subject))
                .mapToDouble(Result::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
