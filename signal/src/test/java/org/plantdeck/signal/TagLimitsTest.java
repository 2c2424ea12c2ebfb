package org.plantdeck.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;

class TagLimitsTest {

    private static Tag tag(String name) {
        return FactoryTags.named(name).orElseThrow();
    }

    @Test
    void noTwoLimitsHaveOneName() {
        assertThat(TagLimits.all().stream().map(AlarmLimit::name)).doesNotHaveDuplicates();
    }

    @Test
    void everyLimitLiesOnTheScaleItsTagIsShownOnAndOutsideItsNormalBand() {
        for (AlarmLimit limit : TagLimits.all()) {
            OptionalDouble bound = limit.bound(Leaves.builder().build());
            if (bound.isEmpty()) {
                continue;
            }
            assertThat(bound.getAsDouble())
                    .as(limit.name())
                    .isBetween(limit.tag().low(), limit.tag().high());
            assertThat(TagLimits.band(limit.tag()))
                    .as(limit.name())
                    .hasValueSatisfying(
                            band -> assertThat(band.contains(bound.getAsDouble())).isFalse());
        }
    }

    @Test
    void aLimitMayFollowAnotherTag() {
        AlarmLimit demand = TagLimits.of(tag("factory/energy/demand")).getFirst();
        Leaves values = Leaves.builder().put("demand_limit", 140.0, 1).build();
        assertThat(demand.bound(values)).hasValue(140);
        assertThat(demand.bound(Leaves.builder().build())).isEmpty();
    }

    @Test
    void aTagMayHaveLimitsOfSeveralPriorities() {
        assertThat(TagLimits.of(tag("factory/line1/vibration")))
                .extracting(AlarmLimit::priority)
                .containsExactly(Priority.MEDIUM, Priority.HIGH);
    }
}
