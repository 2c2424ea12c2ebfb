package org.plantdeck.bench.store;

import org.plantdeck.bench.results.Median;
import org.plantdeck.bench.results.Result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What each way to keep history is asked to do, one after the other. Threads: one. */
final class HistorianWorks {

    static final List<Integer> POINTS_A_COMMIT = List.of(1, 100, 500, 10_000);

    private static final long START_MS = Instant.parse("2026-11-15T00:00:00Z").toEpochMilli();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final int DAYS = 7;
    private static final int WEEK_SECONDS = 604_800;
    private static final int WEEK_TAGS = 10;
    private static final int SECONDS_A_COMMIT = 1_000;
    private static final int PIXELS = 2_000;
    private static final int REPEATS_LEAST = 8;
    private static final Duration WARM = Duration.ofSeconds(2);
    private static final Duration SPAN = Duration.ofSeconds(3);
    private static final double NANOS_A_MS = 1e6;

    private final Subject subject;
    private final Path folder;
    private final Consumer<Result> found;
    private int opened;

    /**
     * @param subject whom to ask
     * @param folder to write in; left empty
     * @param found takes each result
     */
    HistorianWorks(Subject subject, Path folder, Consumer<Result> found) {
        this.subject = subject;
        this.folder = folder;
        this.found = found;
    }

    private void say(String work, double value, String unit) {
        found.accept(new Result(work, subject.subject(), value, unit));
    }

    private interface Work {
        void on(History history) throws Exception;
    }

    private void fresh(Layout layout, Work work) throws Exception {
        Path own = Files.createDirectories(folder.resolve(subject.subject() + "-" + ++opened));
        try (History history = subject.open(own, layout)) {
            work.on(history);
        }
        try (Stream<Path> all = Files.walk(own)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot clear " + own, e);
        }
    }

    /** How many points a second are durable, at some points a commit. */
    void durable(int points) throws Exception {
        int width = Math.min(points, WEEK_TAGS);
        Layout layout = Layout.of(Math.clamp(points / WEEK_TAGS, 1, 50), width);
        int seconds = Math.max(1, points / (layout.groups() * width));
        fresh(
                layout,
                history -> {
                    Feed feed = new Feed(layout);
                    long time = START_MS;
                    long stored = 0;
                    long working = 0;
                    boolean isWarm = false;
                    long begun = System.nanoTime();
                    while (working < SPAN.toNanos()) {
                        List<Row> rows = rows(feed, layout, time, seconds);
                        time += seconds * 1_000L;
                        long before = System.nanoTime();
                        history.append(rows);
                        working += System.nanoTime() - before;
                        stored += points;
                        if (!isWarm && System.nanoTime() - begun > SPAN.toNanos() / 2) {
                            isWarm = true;
                            stored = 0;
                            working = 0;
                        }
                    }
                    say("durable-" + points, stored / (working / 1e9), "points/s");
                });
    }

    private static List<Row> rows(Feed feed, Layout layout, long timeMs, int seconds) {
        List<Row> rows = new ArrayList<>(seconds * layout.groups());
        for (int second = 0; second < seconds; second++) {
            for (int group = 0; group < layout.groups(); group++) {
                rows.add(feed.next(group, timeMs + second * 1_000L));
            }
        }
        return rows;
    }

    /** What a point of a plant's own readings takes, settled. */
    void bytes(PlantHours hours) throws Exception {
        fresh(
                hours.layout(),
                history -> {
                    List<Row> all = hours.rows();
                    for (int from = 0; from < all.size(); from += SECONDS_A_COMMIT) {
                        int to = Math.min(from + SECONDS_A_COMMIT, all.size());
                        history.append(all.subList(from, to));
                    }
                    history.settle();
                    say("bytes-per-point", (double) history.bytes() / hours.points(), "bytes");
                });
    }

    /** A week of ten tags at a value a second: reading, trends and retention. */
    void week() throws Exception {
        Layout layout = Layout.of(1, WEEK_TAGS);
        fresh(
                layout,
                history -> {
                    Feed feed = new Feed(layout);
                    long end = START_MS + DAYS * DAY_MS;
                    for (long time = START_MS; time < end; time += SECONDS_A_COMMIT * 1_000L) {
                        int seconds = (int) Math.min(SECONDS_A_COMMIT, (end - time) / 1_000);
                        history.append(rows(feed, layout, time, seconds));
                    }
                    history.settle();
                    require(history.raw(0, START_MS, end)[0] == WEEK_SECONDS);
                    say("raw-7d", median(() -> history.raw(0, START_MS, end)), "ms");
                    say(
                            "trend-7d-2000px",
                            median(() -> history.trend(1, START_MS, end, PIXELS)),
                            "ms");
                    retain(history, feed, layout, end);
                });
    }

    private void retain(History history, Feed feed, Layout layout, long end) throws Exception {
        double slowest = 0;
        double longestRetention = 0;
        long time = end;
        for (int day = 1; day <= 3; day++) {
            long before = System.nanoTime();
            history.retain(START_MS + day * DAY_MS);
            double retention = (System.nanoTime() - before) / NANOS_A_MS;
            longestRetention = Math.max(longestRetention, retention);
            history.append(rows(feed, layout, time, 50));
            time += 50_000;
            slowest = Math.max(slowest, (System.nanoTime() - before) / NANOS_A_MS);
        }
        require(history.raw(0, START_MS, START_MS + 3 * DAY_MS)[0] == 0);
        say("retain-day", longestRetention, "ms");
        say("slowest-commit-during-retention", slowest, "ms");
    }

    private static void require(boolean isTrue) {
        if (!isTrue) {
            throw new IllegalStateException("a subject does not give what it was given");
        }
    }

    private interface Query {
        double[] run() throws Exception;
    }

    /** The median of the second half of what two seconds hold; the first half warms up. */
    private static double median(Query query) throws Exception {
        List<Double> millis = new ArrayList<>();
        long begun = System.nanoTime();
        while (millis.size() < REPEATS_LEAST || System.nanoTime() - begun < WARM.toNanos()) {
            long before = System.nanoTime();
            query.run();
            millis.add((System.nanoTime() - before) / NANOS_A_MS);
        }
        List<Double> warm = millis.subList(millis.size() / 2, millis.size());
        return Median.of(warm.stream().mapToDouble(it -> it).toArray());
    }
}
