package org.plantdeck.historian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.with;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.recorded.RecordingStore;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The built-in files and PostgreSQL, given the same readings, give the same answers. */
@ExtendWith(OnPostgres.class)
class EnginesAgreeTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    /** The files reckon with sums of squares, which is not as exact. */
    private static final Offset<Double> NEAR = Offset.offset(1e-6);

    private static final FactorySource[] SOURCES = {FactorySource.LINE, FactorySource.ENERGY};
    private static final Set<String> WATCHED =
            Set.of("pressure", "power_consumption", "gear.box", "alarm", "x", "on");
    private static final int SECONDS = 3 * 3_600;

    @TempDir private Path folder;
    private final Random random = new Random(41);
    private final MadeUpReadings made = new MadeUpReadings(random);
    private ReadingStore files;
    private ReadingStore server;
    private HistorianQueries ofFiles;
    private HistorianQueries ofServer;

    @BeforeEach
    void open(PostgresServer fresh) throws StoreFailure {
        Path database = folder.resolve("historian.db");
        files =
                RecordingStore.open(
                        database,
                        new RecordingStore.Rules(Retention.of(Duration.ofDays(30)), true),
                        () -> START);
        server = PostgresReadingStore.open(fresh, () -> START);
        ofFiles = RecordedHistory.open(database);
        ofServer = PostgresQueries.open(fresh);
    }

    @AfterEach
    void close() {
        ofFiles.close();
        ofServer.close();
        files.close();
        server.close();
    }

    /** Three runs that overlap, some readings late, some twice, some other than before. */
    private void record() throws StoreFailure {
        List<Reading> earlier = new ArrayList<>();
        long[] sequences = new long[SOURCES.length];
        for (int part = 0; part < 3; part++) {
            String run = "run" + part;
            int begin = part * SECONDS / 4;
            int second = begin;
            while (second < begin + SECONDS / 2) {
                List<Reading> batch = new ArrayList<>();
                List<Observation> observations = new ArrayList<>();
                for (int each = random.nextInt(60); each >= 0; each--) {
                    second += 1 + random.nextInt(9);
                    for (int i = 0; i < SOURCES.length; i++) {
                        batch.add(made.reading(SOURCES[i], run, ++sequences[i], second));
                    }
                    observations.addAll(made.observations(second));
                }
                earlier.addAll(batch);
                batch.add(earlier.get(random.nextInt(earlier.size())));
                Reading again = earlier.get(random.nextInt(earlier.size()));
                batch.add(with(again, "own", Value.of(random.nextInt())));
                batch.remove(random.nextInt(batch.size())); // some never come
                if (random.nextInt(3) == 0) {
                    Collections.shuffle(batch, random);
                }
                append(new ReadingBatch(batch, observations, random.nextInt(2), 0));
            }
        }
        for (boolean more = true; more; ) { // what can be sealed is
            more = files.prune(Duration.ofDays(30), 100);
        }
    }

    private void append(ReadingBatch batch) throws StoreFailure {
        files.append(batch);
        server.append(batch);
        assertThat(server.counts()).isEqualTo(files.counts());
        assertThat(server.extent()).isEqualTo(files.extent());
    }

    private void assertSameRows(String topic, Instant from, Instant to) throws StoreFailure {
        List<String> theirs = new ArrayList<>();
        List<String> mine = new ArrayList<>();
        ofFiles.rows(
                new ReadingQuery(topic, from, to, byKey(ofFiles, topic)),
                it -> theirs.add(it.toString()));
        ofServer.rows(
                new ReadingQuery(topic, from, to, byKey(ofServer, topic)),
                it -> mine.add(it.toString()));
        assertThat(mine).isEqualTo(theirs);
    }

    private static List<StoredTag> byKey(HistorianQueries history, String topic)
            throws StoreFailure {
        return history.tags(topic).stream().sorted(Comparator.comparing(StoredTag::key)).toList();
    }

    private TrendSeries trend(HistorianQueries history, StoredTag asked, TrendQuery shape)
            throws StoreFailure {
        StoredTag tag =
                history.tags(asked.topic()).stream()
                        .filter(it -> it.key().equals(asked.key()))
                        .findFirst()
                        .orElseThrow();
        TrendQuery query =
                new TrendQuery(
                        tag.topic(),
                        List.of(tag),
                        shape.from(),
                        shape.to(),
                        shape.columns(),
                        shape.run());
        return history.trend(query, () -> false).orElseThrow().getFirst();
    }

    /** Not-a-number is the same as not-a-number. */
    private static void assertSame(Double mine, Double theirs) {
        assertThat(mine).isEqualTo(theirs);
    }

    private void assertSameTrend(StoredTag tag, TrendQuery shape) throws StoreFailure {
        TrendSeries theirs = trend(ofFiles, tag, shape);
        TrendSeries mine = trend(ofServer, tag, shape);
        for (int i = 0; i < shape.columns(); i++) {
            assertThat(mine.count(i)).as("%d of %s", i, shape).isEqualTo(theirs.count(i));
            assertSame(mine.minimum(i), theirs.minimum(i));
            assertSame(mine.maximum(i), theirs.maximum(i));
            assertSame(mine.first(i), theirs.first(i));
            assertSame(mine.last(i), theirs.last(i));
            if (theirs.count(i) > 0) {
                assertThat(mine.mean(i)).isCloseTo(theirs.mean(i), CLOSE);
                assertThat(mine.deviation(i)).isCloseTo(theirs.deviation(i), NEAR);
            }
        }
    }

    @Test
    void theyGiveTheSameAnswers() throws Exception {
        record();

        assertThat(ofServer.topics()).isEqualTo(ofFiles.topics());
        for (String topic : ofFiles.topics()) {
            assertThat(ofServer.tags(topic))
                    .extracting(StoredTag::name, StoredTag::type)
                    .isEqualTo(
                            ofFiles.tags(topic).stream()
                                    .map(it -> tuple(it.name(), it.type()))
                                    .toList());
            assertSameRows(topic, Instant.MIN, Instant.MAX);
            assertSameRows(topic, START.plusMillis(700_500), START.plusSeconds(1_300));
            if (!topic.equals("test/oven")) { // of the archive, which counts no rows
                assertThat(ofServer.rows(topic)).isEqualTo(ofFiles.rows(topic));
            }
            assertThat(ofServer.latest(topic, 7).stream().map(it -> it.measuredAt()).toList())
                    .isEqualTo(
                            ofFiles.latest(topic, 7).stream().map(it -> it.measuredAt()).toList());
            for (StoredTag tag : ofFiles.tags(topic)) {
                if (WATCHED.contains(tag.key())) {
                    assertSameTrends(tag);
                }
            }
        }
        assertThat(ofServer.counts()).isEqualTo(ofFiles.counts());
        assertThat(ofServer.extent()).isEqualTo(ofFiles.extent());
    }

    private void assertSameTrends(StoredTag tag) throws StoreFailure {
        Instant end = START.plusSeconds(SECONDS);
        for (Optional<String> run : List.of(Optional.<String>empty(), Optional.of("run1"))) {
            if (tag.topic().equals("test/oven") && run.isPresent()) {
                continue;
            }
            List<StoredTag> tags = List.of(tag);
            String topic = tag.topic();
            assertSameTrend(tag, new TrendQuery(topic, tags, START, end, 1, run));
            assertSameTrend(tag, new TrendQuery(topic, tags, START, end, 180, run));
            Instant odd = START.plusNanos(1_234_567_891L);
            assertSameTrend(
                    tag, new TrendQuery(topic, tags, odd, odd.plusMillis(5_555_555), 777, run));
            assertSameTrend(
                    tag, new TrendQuery(topic, tags, START, START.plusMillis(900), 2_000, run));
        }
    }

    @Test
    void aTrendOfHugeNumbersDoesNotOverflow() throws Exception {
        List<Reading> batch = new ArrayList<>();
        double[] numbers = {1e308, 1e308, -1e308, 5, Double.MIN_VALUE, 1e300, -1e300};
        for (int i = 0; i < numbers.length; i++) {
            batch.add(
                    with(
                            at(FactorySource.LINE, "r", i + 1, START.plusSeconds(i)),
                            "pressure",
                            Value.of(numbers[i])));
        }
        append(ReadingBatch.of(batch));
        StoredTag pressure =
                ofFiles.tags("factory/line1").stream()
                        .filter(it -> it.key().equals("pressure"))
                        .findFirst()
                        .orElseThrow();
        TrendQuery query =
                new TrendQuery(
                        pressure.topic(),
                        List.of(pressure),
                        START,
                        START.plusSeconds(8),
                        1,
                        Optional.empty());

        TrendSeries series = trend(ofServer, pressure, query);
        assertThat(series.maximum(0)).isEqualTo(1e308);
        assertThat(series.mean(0)).isCloseTo(1e308 / 7, Offset.offset(1e295));
        assertThat(series.last(0)).isEqualTo(-1e300);
    }

    @Test
    void aTrendNobodyWaitsForIsGivenUp() throws Exception {
        append(ReadingBatch.of(List.of(made.reading(FactorySource.LINE, "r", 1, 1))));
        StoredTag tag = ofServer.tags("factory/line1").getFirst();
        int[] asked = {0};
        assertThat(
                        ofServer.trend(
                                new TrendQuery(
                                        tag.topic(),
                                        List.of(tag),
                                        START,
                                        START.plusSeconds(60),
                                        60,
                                        Optional.empty()),
                                () -> ++asked[0] == 5))
                .isEmpty();
        assertThat(asked[0]).isEqualTo(5);
        assertThat(ofServer.rows(tag.topic())).isEqualTo(1);
    }
}
