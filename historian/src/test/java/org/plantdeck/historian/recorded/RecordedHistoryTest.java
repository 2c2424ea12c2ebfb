package org.plantdeck.historian.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Topics without a table, and days that are damaged. */
class RecordedHistoryTest extends WithRecordedHistory {

    @Test
    void aDayThatIsDamagedLeavesTheOthersAndIsNamed() throws Exception {
        append(pressed("r", 1, 10, 3), pressed("r", 2, 86_410, 4), pressed("r", 3, 172_810, 5));
        now = START.plus(Duration.ofDays(3));
        settle();
        Path day = folder.resolve("history").resolve("day-2026-11-22.db");
        store.close();
        Files.writeString(day, "no database ".repeat(500));
        openStore(LONG);

        TrendQuery all = query(START, START.plus(Duration.ofDays(2)).plusSeconds(60), 288_100 / 50);
        TrendSeries shown = ask(history, all);
        int count = 0;
        for (int i = 0; i < shown.columns(); i++) {
            count += shown.count(i);
        }
        assertThat(count).isEqualTo(2);
        assertThat(history.damages())
                .containsOnlyKeys(LocalDate.parse("2026-11-22"))
                .containsValue(day + " is not an SQLite database; move it away");
    }

    @Test
    void otherTopicsHaveRowsTagsAndTrends() throws Exception {
        Instant at = START;
        for (int i = 0; i < 10; i++) {
            observe(
                    new Observation(
                            "test/a",
                            at.plusSeconds(i),
                            Leaves.builder().put("v", i).put("w", "x" + i).build()));
        }
        assertThat(history.topics()).contains("test/a");
        assertThat(history.latest("test/a", 3))
                .extracting(it -> it.values().getLast())
                .containsExactly(Value.of("x9"), Value.of("x8"), Value.of("x7"));
        TrendQuery query =
                new TrendQuery(
                        "test/a",
                        List.of(tag("test/a", "v")),
                        at,
                        at.plusSeconds(10),
                        5,
                        Optional.empty());
        TrendSeries shown = ask(history, query);
        assertThat(shown.minimum(4)).isEqualTo(8);
        assertThat(shown.maximum(4)).isEqualTo(9);
        assertThat(history.rows("test/a")).isZero();
        assertThat(history.tags("test/none")).isEmpty();
        assertThat(history.latest("test/none", 1)).isEmpty();
    }

    @Test
    void aTagWhoseFirstValueWasWholeByChanceIsANumber() throws Exception {
        observe(new Observation("test/a", START, Leaves.builder().put("v", 20).build()));
        observe(
                new Observation(
                        "test/a",
                        START.plusSeconds(1),
                        Leaves.builder().put("v", 20.5, 1).build()));
        assertThat(tag("test/a", "v").type()).isEqualTo(TagType.NUMBER);
    }

    @Test
    void aTagKeepsItsTypeThroughARestart() throws Exception {
        observe(new Observation("test/a", START, Leaves.builder().put("v", 20.5, 1).build()));
        store.close();
        openStore(LONG);
        observe(
                new Observation(
                        "test/a", START.plusSeconds(1), Leaves.builder().put("v", 20).build()));
        assertThat(tag("test/a", "v").type()).isEqualTo(TagType.NUMBER);
    }
}
