package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.plantdeck.historian.TestReadings.START;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.TagType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class TrendQueryTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final StoredTag PRESSURE = tag("pressure", TagType.NUMBER);

    private static StoredTag tag(String key, TagType type) {
        return new StoredTag(FactorySource.LINE.topic(), key, key, type);
    }

    private static TrendQuery query(List<StoredTag> tags, Duration range, int columns) {
        return new TrendQuery(
                FactorySource.LINE.topic(),
                tags,
                START,
                START.plus(range),
                columns,
                Optional.empty());
    }

    private static void refuses(
            List<StoredTag> tags, Duration range, int columns, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query(tags, range, columns))
                .withMessage(sentence);
    }

    @Test
    void aTrendIsOfNumbersAndFlagsOfOneSource() {
        refuses(List.of(), SECOND, 1, "a trend needs a tag");
        refuses(
                List.of(PRESSURE, tag("status", TagType.TEXT)),
                SECOND,
                1,
                "factory/line1/status is a text; a trend takes numbers and flags");
        refuses(
                List.of(
                        new StoredTag(
                                FactorySource.ENERGY.topic(), "demand", "demand", TagType.NUMBER)),
                SECOND,
                1,
                "factory/energy/demand is no tag of factory/line1");
    }

    @Test
    void aTrendIsOfARangeAndOfColumns() {
        List<StoredTag> tags = List.of(PRESSURE);
        String range = "a trend from 2026-11-21T06:00:00Z to %s is empty or longer than a century";
        refuses(tags, Duration.ZERO, 1, range.formatted("2026-11-21T06:00:00Z"));
        refuses(
                tags,
                TrendQuery.RANGE_MAX.plusNanos(1),
                1,
                range.formatted("2126-11-22T06:00:00.000000001Z"));
        refuses(tags, SECOND, 0, "columns is 0, must be from 1 to 10000");
        refuses(tags, SECOND, 10_001, "columns is 10001, must be from 1 to 10000");
    }

    @Test
    void theColumnsOfACenturyMeetToo() {
        TrendQuery century = query(List.of(PRESSURE), TrendQuery.RANGE_MAX, TrendQuery.COLUMNS_MAX);

        assertThat(century.start(10_000)).isEqualTo(century.to());
        assertThat(century.start(5_000)).isEqualTo(START.plus(TrendQuery.RANGE_MAX.dividedBy(2)));
    }
}
