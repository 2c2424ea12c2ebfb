package org.plantdeck.bench.broker;

import org.plantdeck.bench.results.Report;
import org.plantdeck.bench.results.Result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Does works to the brokers in turn, never to two at a time, in rounds: each work on ours and then
 * on the peer. The first round is always whole; later ones leave out what there is no time for.
 * Threads: one.
 */
final class Contest {

    /**
     * How it is held.
     *
     * @param works in this order
     * @param rounds how often each at most, at least 1
     * @param budget how long the whole may take
     */
    record Rules(List<Work> works, int rounds, Duration budget) {}

    /** A broker in the contest. */
    private record Entrant(String name, SubjectSource source, Subject subject) {}

    /** What one figure is called and whose it is. */
    private record Key(String work, String entrant) {}

    private final Rules rules;
    private final List<Work> warmUp;
    private final Consumer<String> progress;
    private final Map<Key, List<Figure>> figures = new LinkedHashMap<>();
    private final Map<Work, Duration> took = new LinkedHashMap<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    /**
     * Not yet begun.
     *
     * @param warmUp what every broker does before anything is measured
     * @param progress takes a line after each measurement
     */
    Contest(Rules rules, List<Work> warmUp, Consumer<String> progress) {
        this.rules = rules;
        this.warmUp = List.copyOf(warmUp);
        this.progress = progress;
    }

    /**
     * Holds it, once.
     *
     * @throws SubjectFailure where a broker does not start
     */
    Report hold(SubjectSource plantdeck, Optional<SubjectSource> peer) {
        Deadline end = Deadline.in(rules.budget());
        try (Loops loops = new Loops();
                Subject ours = plantdeck.start()) {
            List<Entrant> entrants = new ArrayList<>();
            entrants.add(new Entrant(Result.PLANTDECK, plantdeck, ours));
            if (peer.isEmpty()) {
                compete(loops, entrants, end);
            } else {
                try (Subject theirs = peer.get().start()) {
                    entrants.add(new Entrant(Result.PEER, peer.get(), theirs));
                    compete(loops, entrants, end);
                }
            }
        }
        remarks.add(plantdeck.remark());
        peer.ifPresent(it -> remarks.add(it.remark()));
        List<Result> results = new ArrayList<>();
        figures.forEach((key, each) -> results.add(Figure.together(each, key.entrant())));
        return new Report(
                peer.map(SubjectSource::title), results, Works.AIMS, List.copyOf(remarks));
    }

    private void compete(Loops loops, List<Entrant> entrants, Deadline end) {
        for (Entrant entrant : entrants) {
            warmUp.stream()
                    .filter(work -> work.isPossibleOn(entrant.subject()))
                    .forEach(work -> measure(loops, entrant, work, end.orIn(Work.LIMIT)));
        }
        List<Work> possible = possible(entrants);
        int left = possible.size() * entrants.size();
        for (Work work : possible) {
            long startNanos = System.nanoTime();
            for (Entrant entrant : entrants) {
                Duration share = end.left().dividedBy(left--);
                Deadline deadline = end.orIn(share).orIn(Work.LIMIT);
                keep(1, entrant, measure(loops, entrant, work, deadline));
            }
            took.put(work, Duration.ofNanos(System.nanoTime() - startNanos));
        }
        for (int round = 2; round <= rules.rounds(); round++) {
            repeat(round, loops, entrants, end);
        }
    }

    /** Does again what there is time for, by what it took in the first round. */
    private void repeat(int round, Loops loops, List<Entrant> entrants, Deadline end) {
        List<String> skipped = new ArrayList<>();
        took.forEach((work, span) -> {
            if (end.left().compareTo(span.multipliedBy(3).dividedBy(2)) < 0) {
                skipped.add(Works.name(work));
                return;
            }
            for (Entrant entrant : entrants) {
                Deadline deadline = end.orIn(Work.LIMIT);
                keep(round, entrant, measure(loops, entrant, work, deadline));
            }
        });
        if (!skipped.isEmpty()) {
            remarks.add("No time for round " + round + " of " + String.join(", ", skipped) + ".");
        }
    }

    /** The works every broker offers what is needed for. */
    private List<Work> possible(List<Entrant> entrants) {
        List<Work> possible = new ArrayList<>();
        for (Work work : rules.works()) {
            List<String> unable =
                    entrants.stream()
                            .filter(it -> !work.isPossibleOn(it.subject()))
                            .map(Entrant::name)
                            .toList();
            if (unable.isEmpty()) {
                possible.add(work);
            } else {
                remarks.add(
                        Works.name(work)
                                + " is left out: this benchmark reaches no TLS port of "
                                + String.join(" and ", unable)
                                + ".");
            }
        }
        return possible;
    }

    private static List<Figure> measure(
            Loops loops, Entrant entrant, Work work, Deadline deadline) {
        try {
            return work.measure(
                    new Work.Ground(loops, entrant.subject(), entrant.source(), deadline));
        } catch (WorkFailure | SubjectFailure e) {
            String reason = String.valueOf(e.getMessage());
            return work.blank().stream()
                    .map(it -> Figure.failed(it.work(), it.unit(), reason))
                    .toList();
        }
    }

    private void keep(int round, Entrant entrant, List<Figure> measured) {
        for (Figure figure : measured) {
            figures.computeIfAbsent(new Key(figure.work(), entrant.name()), _ -> new ArrayList<>())
                    .add(figure);
            progress.accept(
                    String.format(
                            Locale.ROOT,
                            "round %d  %-9s  %s %,.1f %s %s",
                            round,
                            entrant.name(),
                            figure.work(),
                            figure.value(),
                            figure.unit(),
                            figure.note()));
        }
    }
}
