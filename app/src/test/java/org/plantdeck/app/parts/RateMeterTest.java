package org.plantdeck.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.live.PartNow;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartStatus;

import java.time.Instant;
import java.util.OptionalDouble;

class RateMeterTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    private final RateMeter meter = new RateMeter();

    private OptionalDouble after(String instance, int seconds, long published) {
        Health health =
                new Health(
                        Health.State.ONLINE,
                        "",
                        Leaves.builder().put("published", published).build());
        PartStatus status =
                new PartStatus("PLC1", instance, "0.1.0", AT.plusSeconds(seconds), health);
        return meter.perSecond(new PartNow(status, AT.plusSeconds(seconds)), "published");
    }

    @Test
    void theRateIsTheGainFromOneReportToTheNext() {
        assertThat(after("a", 0, 100)).isEmpty();
        assertThat(after("a", 5, 110)).hasValue(2);
        assertThat(after("a", 10, 115)).hasValue(1);
    }

    @Test
    void theSameReportSeenAgainKeepsTheRate() {
        after("a", 0, 100);
        after("a", 5, 110);

        assertThat(after("a", 5, 110)).hasValue(2);
    }

    @Test
    void anotherStartOfThePartBeginsAnew() {
        after("a", 0, 100);
        after("a", 5, 110);

        assertThat(after("b", 6, 1)).isEmpty();
        assertThat(after("b", 11, 6)).hasValue(1);
    }

    @Test
    void whatIsNotCountedHasNoRate() {
        Health health = new Health(Health.State.ONLINE, "", Leaves.builder().build());
        PartNow part = new PartNow(new PartStatus("PLC1", "a", "0.1.0", AT, health), AT);

        assertThat(meter.perSecond(part, "published")).isEmpty();
    }
}
