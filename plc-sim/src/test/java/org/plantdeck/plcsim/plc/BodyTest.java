package org.plantdeck.plcsim.plc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.Tag;

import java.time.Duration;
import java.util.List;

class BodyTest {

    @ParameterizedTest
    @EnumSource(FactorySource.class)
    void aBodyCarriesEveryTagOfItsSourceInTheOrderOfTheTable(FactorySource source) {
        Bench bench = new Bench(source).seconds(1);

        assertThat(bench.readings.getLast().values().paths())
                .isEqualTo(FactoryTags.all(source).stream().map(Tag::key).toList());
    }

    @ParameterizedTest
    @EnumSource(FactorySource.class)
    void aBodyIsReadBackAsItWasPublished(FactorySource source) {
        Reading reading = new Bench(source).seconds(1).readings.getLast();

        assertThat(ReadingCodec.decode(source, ReadingCodec.encode(reading)))
                .isEqualTo(new Decoded.Sound<>(reading));
    }

    @ParameterizedTest
    @EnumSource(FactorySource.class)
    void readingsStepByTheIntervalAndAreNumberedFromOne(FactorySource source) {
        Bench bench = new Bench(source, Duration.ofMillis(300)).seconds(1.2);

        assertThat(bench.readings).extracting(Reading::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(bench.readings)
                .extracting(it -> Duration.between(BenchField.START, it.measuredAt()).toMillis())
                .isEqualTo(List.of(300L, 600L, 900L, 1200L));
    }
}
