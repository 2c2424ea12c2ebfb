package org.plantdeck.bench.broker;

import org.plantdeck.bench.results.JsonOption;
import org.plantdeck.bench.results.Report;
import org.plantdeck.bench.results.Result;
import org.plantdeck.bench.results.TableForm;
import org.plantdeck.plantruntime.settings.Nearest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** {@code plantdeck bench broker}: the local broker beside a peer, in one run on this machine. */
@Command(
        name = "broker",
        description = {
            "Measures the local broker, beside a peer if one is named, and prints a table.",
            "A whole run takes less than four minutes; do nothing else on the machine meanwhile."
        },
        mixinStandardHelpOptions = true)
public final class BrokerCommand implements Callable<Integer> {

    private static final Duration BUDGET = Duration.ofSeconds(220);
    private static final int FAILED = 1;
    private static final String MOSQUITTO = "mosquitto";

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Option(
            names = "--peer",
            paramLabel = "PEER",
            description =
                    "Whom to measure beside: mosquitto (started for it, where it is installed), or"
                            + " tcp://host:port of a broker that runs.")
    private String peer = "";

    @Mixin private final JsonOption json = new JsonOption();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "This work alone, by a name of the table; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each work is measured, as far as there is time (2).")
    private int rounds = 2;

    @Override
    public Integer call() throws IOException {
        if (rounds < 1) {
            throw wrong("--rounds " + rounds + " must be at least 1");
        }
        List<Work> works = works();
        Optional<SubjectSource> other = peer();
        json.requireFolder();
        Contest contest =
                new Contest(
                        new Contest.Rules(works, rounds, BUDGET),
                        Works.warmUp(),
                        line -> spec.commandLine().getErr().println(line));
        Report report = contest.hold(new PlantDeckSource(), other);
        json.show(report, out -> TableForm.of(report).forEach(out::println));
        return report.results().stream().anyMatch(Result::isMeasured) ? 0 : FAILED;
    }

    private List<Work> works() {
        List<Work> all = Works.all();
        if (only.isEmpty()) {
            return all;
        }
        Set<String> known = new TreeSet<>();
        all.forEach(work -> known.addAll(Works.names(work)));
        for (String name : only) {
            if (!known.contains(name)) {
                throw wrong(
                        name
                                + " is not a work; "
                                + Nearest.of(name, known)
                                        .map(it -> "did you mean " + it + "? ")
                                        .orElse("")
                                + "Works are "
                                + String.join(", ", known));
            }
        }
        return all.stream()
                .filter(work -> only.stream().anyMatch(Works.names(work)::contains))
                .toList();
    }

    private Optional<SubjectSource> peer() {
        if (peer.isEmpty()) {
            return Optional.empty();
        }
        if (peer.equals(MOSQUITTO)) {
            return Optional.of(
                    MosquittoSource.installed()
                            .orElseThrow(() ->
                                    wrong(
                                            "mosquitto is not installed; install it (apt"
                                                    + " install mosquitto) or name a"
                                                    + " broker that runs: --peer"
                                                    + " tcp://host:port")));
        }
        return Optional.of(
                UrlSource.of(peer)
                        .orElseThrow(() ->
                                wrong(
                                        "--peer "
                                                + peer
                                                + " is neither mosquitto nor of the form"
                                                + " tcp://host:port")));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
