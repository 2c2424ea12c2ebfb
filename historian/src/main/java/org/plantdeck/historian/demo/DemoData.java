package org.plantdeck.historian.demo;

import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills an archive with the life of machines that are made up, so that there is a history to look
 * at: tags of groups {@code demo/area1} and so on, a value a second. The same ranges come out the
 * same. Threads: one; a second one computes ahead while the first writes.
 */
public final class DemoData {

    private static final int TAGS_OF_AN_AREA = Area.MACHINES * Machine.TAGS;
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private DemoData() {}

    /** Hears how far it is, and may end it. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called for every hour of every area.
         *
         * @param samples how many are stored
         * @param through up to when, in all areas but the last ones
         * @return whether to go on; what is stored until then stays
         */
        boolean reached(long samples, Instant through);
    }

    /**
     * What was made.
     *
     * @param cancelled whether it was ended early
     */
    public record Result(boolean cancelled, long samples) {}

    /**
     * Makes it.
     *
     * @param database the tables beside the archive, which stay as they are; made where they are
     *     missing, since it is by them that a history is opened
     * @param tags how many, 1 or more
     * @param from whole seconds count
     * @param to not included
     * @throws PartFailure in words for an operator: somebody writes the archive, the disk is full
     */
    public static Result fill(
            Path database, int tags, Instant from, Instant to, Progress progress) {
        Path archive = RecordedHistory.archiveOf(database);
        try (Archive into = Archive.open(archive, InstantSource.fixed(to));
                ExecutorService ahead =
                        Executors.newSingleThreadExecutor(
                                Thread.ofPlatform().name("demo-data").factory())) {
            SqliteReadingStore.open(database).close();
            List<Area> areas = new ArrayList<>();
            for (int first = 0; first < tags; first += TAGS_OF_AN_AREA) {
                int count = Math.min(TAGS_OF_AN_AREA, tags - first);
                areas.add(new Area(into, areas.size() + 1, count));
            }
            return fill(into, new Hours(areas, ahead, from, to), progress);
        } catch (StoreFailure e) {
            throw new PartFailure(e.sentence(), e);
        }
    }

    private static Result fill(Archive into, Hours hours, Progress progress) throws StoreFailure {
        long samples = 0;
        while (hours.hasNext()) {
            List<Snapshot> snapshots = hours.next();
            into.fill(snapshots);
            samples += snapshots.stream().mapToLong(Snapshot::size).sum();
            if (!progress.reached(samples, hours.through())) {
                return new Result(true, samples);
            }
        }
        return new Result(false, samples);
    }

    /** Hour by hour what each area measured; the next one is computed ahead. */
    private static final class Hours {
        private final List<Area> areas;
        private final ExecutorService ahead;
        private final long endSecond;
        private long second;
        private int area;
        private Future<List<Snapshot>> coming;
        private Instant through;

        Hours(List<Area> areas, ExecutorService ahead, Instant from, Instant to) {
            this.areas = areas;
            this.ahead = ahead;
            second = from.getEpochSecond();
            endSecond = to.getEpochSecond();
            through = from;
            coming = compute();
        }

        boolean hasNext() {
            return through.getEpochSecond() < endSecond;
        }

        private Future<List<Snapshot>> compute() {
            Area next = areas.get(area);
            long from = second;
            long to = Math.min(endSecond, (Math.floorDiv(from, HOUR) + 1) * HOUR);
            return ahead.submit(() -> next.live(from, to));
        }

        List<Snapshot> next() {
            try {
                List<Snapshot> ready = coming.get();
                area++;
                if (area == areas.size()) {
                    area = 0;
                    second = Math.min(endSecond, (Math.floorDiv(second, HOUR) + 1) * HOUR);
                    through = Instant.ofEpochSecond(second);
                }
                coming = compute();
                return ready;
            } catch (ExecutionException e) {
                throw new IllegalStateException("A machine cannot be computed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailure("Interrupted before all was made; start it again", e);
            }
        }

        Instant through() {
            return through;
        }
    }
}
