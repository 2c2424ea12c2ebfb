package org.plantdeck.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is compared is asked the same, and answers the same. */
class SubjectTest {

    private static final long START_MS = Instant.parse("2026-11-15T00:00:00Z").toEpochMilli();
    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 86_400_000;
    private static final int MINUTES_A_DAY = 1_440;

    @TempDir private Path folder;

    static List<Subject> subjects() {
        return Subject.all();
    }

    @Test
    void theirNamesAreTheirOwn() {
        assertThat(subjects())
                .extracting(Subject::subject)
                .startsWith("plantdeck", "narrow", "wide")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void whatWasAppendedIsReadSummedUpAndRemovedByTheDay(Subject subject) throws Exception {
        long end = START_MS + 3 * DAY_MS;
        try (History history = subject.open(folder, Layout.of(2, 3))) {
            for (int day = 0; day < 3; day++) {
                history.append(day(day));
            }
            history.settle();
            assertThat(history.raw(1, START_MS, end))
                    .containsExactly(3.0 * MINUTES_A_DAY, 1.5 * sumBelow(3 * MINUTES_A_DAY));
            assertThat(history.raw(0, START_MS + MINUTE_MS, START_MS + 3 * MINUTE_MS))
                    .containsExactly(2, 3);
            // Ten minutes a column: the last of each is the largest.
            assertThat(history.trend(0, START_MS, START_MS + DAY_MS, 144))
                    .containsExactly(144, 10.0 * sumBelow(144) + 9 * 144);

            history.retain(START_MS + DAY_MS);
            assertThat(history.raw(0, START_MS, START_MS + DAY_MS)).containsExactly(0, 0);
            assertThat(history.raw(0, START_MS, end)[0]).isEqualTo(2 * MINUTES_A_DAY);
            history.append(List.of(row(0, end, 7), row(1, end, 7)));
            assertThat(history.raw(0, end, end + 1)).containsExactly(1, 7);
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyKindOfValueIsTaken(Subject subject) throws Exception {
        Layout layout = new Layout(List.of(List.of(TagType.values()), List.of(TagType.NUMBER)));
        Value[] values = {Value.of(3L), Value.of(4L), Value.of(true), Value.of("running")};
        Value[] nothing = {Value.absent(), Value.absent(), Value.absent(), Value.absent()};
        try (History history = subject.open(folder, layout)) {
            history.append(
                    List.of(
                            new Row(0, START_MS, values),
                            new Row(1, START_MS, new Value[] {Value.of(0.5)}),
                            new Row(0, START_MS + 1, nothing)));
            history.settle();
            assertThat(history.raw(0, START_MS, START_MS + 1)).containsExactly(1, 3);
            assertThat(history.bytes()).isPositive();
        }
    }

    @Test
    void thePlantsOwnReadingsHaveTagsOfEveryType() {
        PlantHours hours = PlantHours.of(Duration.ofMinutes(2));
        Set<TagType> found =
                hours.layout().types().stream().flatMap(List::stream).collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrder(TagType.values());
        assertThat(hours.rows())
                .allSatisfy(
                        row -> assertThat(row.values()).hasSize(hours.layout().width(row.group())));
    }

    private static List<Row> day(int day) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < MINUTES_A_DAY; i++) {
            int minute = day * MINUTES_A_DAY + i;
            rows.add(row(0, START_MS + minute * MINUTE_MS, minute));
            rows.add(row(1, START_MS + minute * MINUTE_MS, 1_000_000));
        }
        return rows;
    }

    /** A number in the first column, one and a half times it in the second, none in the third. */
    private static Row row(int group, long timeMs, double number) {
        return new Row(
                group,
                timeMs,
                new Value[] {Value.of(number), Value.of(number * 1.5), Value.absent()});
    }

    private static double sumBelow(int end) {
        return end * (end - 1) / 2.0;
    }
}
