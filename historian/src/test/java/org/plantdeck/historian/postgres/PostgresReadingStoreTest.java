package org.plantdeck.historian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is stored, and comes back as it was. */
class PostgresReadingStoreTest extends PostgresHistory {

    @Test
    void aReadingComesBackAsItWas() throws Exception {
        Reading reading = with(line(7), "gearbox.oil-temp", Value.of("so\t\\N\nso"));
        append(reading);

        StoredReading stored = all(LINE).getFirst();
        List<StoredTag> tags = history.tags(LINE);
        Leaves.Builder values = Leaves.builder();
        for (int i = 0; i < tags.size(); i++) {
            values.put(tags.get(i).key(), stored.values().get(i));
        }
        assertThat(new Reading(FactorySource.LINE, "r1", 7, stored.measuredAt(), values.build()))
                .isEqualTo(reading);
    }

    @Test
    void everyNumberSurvivesToTheBit() throws Exception {
        List<Double> numbers =
                List.of(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        -0.0,
                        0.0,
                        0.1 + 0.2,
                        Double.MIN_VALUE,
                        -Double.MAX_VALUE,
                        1e22,
                        105.0);
        int sequence = 0;
        for (double number : numbers) {
            sequence++;
            // a column, a column of another type, a key without one, another topic
            append(
                    with(
                            with(
                                    with(line(sequence), "pressure", Value.of(number)),
                                    "cases",
                                    Value.of(number)),
                            "own",
                            Value.of(number)));
            observe(
                    observed(
                            "test/a",
                            START.plusSeconds(sequence),
                            Leaves.builder().put("x", Value.of(number))));
            for (String key : List.of("pressure", "cases", "own")) {
                assertThat(value(LINE, key)).as(key).isEqualTo(Value.of(number));
            }
            assertThat(value("test/a", "x")).isEqualTo(Value.of(number));
        }
    }

    @Test
    void aValueOfAnotherKindThanItsColumnKeepsItsKind() throws Exception {
        List<Value> values =
                List.of(
                        Value.of(Long.MAX_VALUE),
                        Value.of(3L),
                        Value.of(2.5),
                        Value.of(true),
                        Value.of("broken"),
                        Value.absent());
        int sequence = 0;
        for (Value value : values) {
            sequence++;
            Reading reading = line(sequence);
            for (String key : List.of("pressure", "cases", "alarm", "status")) {
                reading = with(reading, key, value);
            }
            append(reading);
            for (String key : List.of("pressure", "cases", "alarm", "status")) {
                assertThat(value(LINE, key)).as(key).isEqualTo(value);
            }
        }
    }

    @Test
    void aTextLosesOnlyWhatPostgresqlCannotHold() throws Exception {
        append(with(line(1), "status", Value.of("a\0b\uD800c 😀")));
        append(with(line(1), "status", Value.of("a\0b\uD800c 😀")));

        assertThat(value(LINE, "status")).isEqualTo(Value.of("a\uFFFDb?c 😀"));
        assertThat(store.counts().repeated()).isEqualTo(1);
    }

    @Test
    void eachReadingIsStoredOnceByRunAndSequenceAlsoAfterARestart() throws Exception {
        append(line(1), line(2), line(2), line(5));
        append(line(1), with(line(2), "pressure", Value.of(99.0)), line(4));
        reopen();
        append(line(5), line(3));
        store.append(new ReadingBatch(List.of(line(6)), List.of(), 2, 1));

        assertThat(all(LINE))
                .extracting(StoredReading::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        DataQuality expected = new DataQuality(13, 6, 2, 4, 1, 0, 0, 0, 0);
        assertThat(store.counts()).isEqualTo(expected);
        assertThat(history.counts()).isEqualTo(expected);
    }

    @Test
    void whatNeverCameIsCountedAsMissing() throws Exception {
        append(line(1), line(4));
        append(at(FactorySource.LINE, "r2", 1, START), at(FactorySource.LINE, "r2", 3, START));

        assertThat(store.counts().missing()).isEqualTo(3);
        assertThat(history.counts().missing()).isEqualTo(3);
    }

    @Test
    void keysOfItsOwnAreKeptUpToAHundred() throws Exception {
        Leaves.Builder values = Leaves.builder();
        for (int i = 0; i < 103; i++) {
            values.put("own.key" + i, i);
        }
        values.put("x".repeat(101), "long");
        append(new Reading(FactorySource.LINE, "r1", 1, START, values.build()));

        assertThat(store.counts().leftOut()).isEqualTo(4);
        assertThat(value(LINE, "own.key99")).isEqualTo(Value.of(99L));
        assertThat(sql("SELECT leaf_number(more, 'own.key7') FROM manufacturing_data"))
                .containsExactly("7");
    }

    @Test
    void ofOtherTopicsALaterValueOfTheSameInstantCounts() throws Exception {
        observe(observed("test/a", START, Leaves.builder().put("x", 1).put("y", "old")));
        observe(
                observed("test/a", START, Leaves.builder().put("x", Value.of(1.5))),
                observed("test/a", START.plusSeconds(1), Leaves.builder().put("x", 3)),
                observed("test/it's", START, Leaves.builder().put("on", true)));

        assertThat(history.topics())
                .containsExactly(
                        "factory/line1",
                        "factory/energy",
                        "factory/environment",
                        "test/a",
                        "test/it's");
        assertThat(all("test/a"))
                .extracting(StoredReading::values)
                .containsExactly(
                        List.of(Value.of(1.5), Value.of("old")),
                        List.of(Value.of(3L), Value.absent()));
        assertThat(history.tags("test/a").getFirst().type().description()).isEqualTo("a number");
        assertThat(history.rows("test/a")).isEqualTo(2);
        assertThat(history.rows("test/it's")).isEqualTo(1);
        assertThat(history.latest("test/a", 1).getFirst().measuredAt())
                .isEqualTo(START.plusSeconds(1));
    }

    @Test
    void itSaysHowFarItReaches() throws Exception {
        append(line(3), line(1));
        observe(observed("test/a", START.minusSeconds(60), Leaves.builder().put("x", 1)));

        assertThat(store.extent())
                .isEqualTo(
                        new HistoryExtent(
                                Optional.of(START.plusSeconds(1)),
                                Optional.of(START.plusSeconds(3)),
                                "r1",
                                Optional.of(START.plusSeconds(3))));
        assertThat(history.extent().oldest()).contains(START.minusSeconds(60));
        HistoryExtent before = store.extent();
        reopen();
        assertThat(store.extent()).isEqualTo(before);
    }

    @Test
    void timesOfTheYears0000To9999ComeBack() throws Exception {
        List<Instant> times =
                List.of(
                        Instant.parse("0000-01-01T00:00:00Z"),
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("1969-12-31T23:59:59.999Z"),
                        Instant.parse("9999-12-31T23:59:59.999Z"));
        for (int i = 0; i < times.size(); i++) {
            append(at(FactorySource.LINE, "r", i + 1, times.get(i)));
        }
        reopen();
        assertThat(all(LINE))
                .extracting(StoredReading::measuredAt)
                .containsExactlyElementsOf(times);
    }
}
