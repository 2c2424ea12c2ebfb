package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.ArchivedLane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A stretch of time that is shown as one run lived through it.
 *
 * @param lane the run's lane
 * @param fromMs from this millisecond since 1970 on
 * @param toMs to before this one
 */
record LaneStretch(int lane, long fromMs, long toMs) {

    private static final Comparator<ArchivedLane> BEGUN_LAST =
            Comparator.comparing((ArchivedLane it) -> it.run().isEmpty())
                    .thenComparing(Comparator.comparingInt(ArchivedLane::id).reversed());

    /**
     * The stretches of a range in the order of time. Where several runs lived through the same
     * time, the one that began last is shown, and what is of no run only where none did.
     */
    static List<LaneStretch> of(List<ArchivedLane> lanes, long fromMs, long toMs) {
        List<ArchivedLane> newestFirst =
                lanes.stream().filter(it -> !it.extent().isEmpty()).sorted(BEGUN_LAST).toList();
        TreeSet<Long> edges = new TreeSet<>(List.of(fromMs, toMs));
        newestFirst.forEach(it -> {
            edges.add(it.extent().firstMs());
            edges.add(it.extent().lastMs() + 1);
        });
        List<LaneStretch> stretches = new ArrayList<>();
        long begin = fromMs;
        for (long end : edges.subSet(fromMs, false, toMs, true)) {
            long at = begin;
            newestFirst.stream()
                    .filter(it -> it.extent().firstMs() <= at && at <= it.extent().lastMs())
                    .findFirst()
                    .ifPresent(it -> stretches.add(new LaneStretch(it.id(), at, end)));
            begin = end;
        }
        return stretches;
    }
}
