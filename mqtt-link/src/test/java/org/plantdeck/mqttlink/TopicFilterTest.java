package org.plantdeck.mqttlink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFilterTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "factory/line1, factory/line1, true",
        "factory/+, factory/line1, true",
        "factory/+, factory/line1/cmd, false",
        "factory/#, factory/line1/cmd, true",
        "factory/#, factory, true",
        "#, factory/line1, true",
        "#, $SYS/broker, false",
        "+/broker, $SYS/broker, false",
        "factory/+/cmd, factory/line1/cmd, true",
        "factory/line1, factory/line2, false",
        "factory/line1/+, factory/line1, false",
    })
    void aFilterMatchesAsTheStandardSays(String filter, String topic, boolean matches) {
        assertThat(TopicFilter.matches(filter, topic)).isEqualTo(matches);
    }
}
