package org.plantdeck.bridge.windows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;

class SampleTest {

    @ParameterizedTest
    @EnumSource(FactorySource.class)
    void theTextOfASampleReadsBackToTheSameNumbers(FactorySource source) {
        Sample sample = Sample.of(FactoryReadings.at("run", source, 3));
        Sample again =
                Sample.parse(source, sample.sequence(), sample.timeMillis(), sample.numbersText());
        assertThat(again).usingRecursiveComparison().isEqualTo(sample);
        for (Measure measure : Measure.of(source)) {
            assertThat(again.get(measure)).as(measure.name()).isNotNaN();
        }
    }

    @ParameterizedTest
    @EnumSource(FactorySource.class)
    void whatAReadingDoesNotHaveStaysAbsent(FactorySource source) {
        Reading bare =
                new Reading(source, "run", 1, FactoryReadings.START, Leaves.builder().build());
        Sample sample = Sample.of(bare);
        Sample again = Sample.parse(source, 1, sample.timeMillis(), sample.numbersText());
        assertThat(again.numbersText()).isEqualTo(sample.numbersText());
        assertThat(Measure.of(source))
                .filteredOn(measure -> !Double.isNaN(again.get(measure)))
                .isSubsetOf(Measure.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyMeasureIsReadFromATagOfTheFactory(Measure measure) {
        assertThat(FactoryTags.named(measure.tag())).isPresent();
    }
}
