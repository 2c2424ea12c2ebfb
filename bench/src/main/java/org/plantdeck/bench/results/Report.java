package org.plantdeck.bench.results;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run of benchmarks found.
 *
 * @param peer the peer's name and version; empty where there was none
 * @param results one for each work and subject, in the order of the works
 * @param aims what works are to reach, by name
 * @param remarks sentences about the whole run, such as what was left out
 */
public record Report(
        Optional<String> peer, List<Result> results, Map<String, Aim> aims, List<String> remarks) {

    /** Copies the collections. */
    public Report {
        results = List.copyOf(results);
        aims = Map.copyOf(aims);
        remarks = List.copyOf(remarks);
    }

    /** The names of the works, in order. */
    Set<String> works() {
        Set<String> works = new LinkedHashSet<>();
        results.forEach(it -> works.add(it.work()));
        return works;
    }

    /** What was found for a work on a subject. */
    Optional<Result> result(String work, String subject) {
        return results.stream()
                .filter(it -> it.work().equals(work) && it.subject().equals(subject))
                .findFirst();
    }
}
