package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.plantdeck.historian.TestReadings.START;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.signal.PartFailure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows as an export forms them: one for each value, or summed up. */
class ExportFormTest extends ExportGround {

    private static ExportForm summed(Aggregate aggregate, Duration interval) {
        return new ExportForm(
                ExportFormat.CSV,
                true,
                Optional.of(new Buckets(interval, aggregate)),
                Optional.empty());
    }

    @Test
    void theLongFormHasARowForEachValue() {
        ExportRequest request =
                new ExportRequest(List.of(PEOPLE, COUNT), START, START.plusSeconds(3));
        ExportForm form =
                new ExportForm(
                        ExportFormat.CSV,
                        false,
                        Optional.empty(),
                        Optional.of(ZoneId.of("Europe/Vienna")));
        assertThat(csv(request, form))
                .isEqualTo(
                        """
                        timestamp,tag,value
                        2026-11-21T07:00:01.000+01:00,factory/line1/production_count,1
                        2026-11-21T07:00:02.000+01:00,factory/environment/people,2
                        2026-11-21T07:00:02.000+01:00,factory/line1/production_count,2
                        """);
    }

    @Test
    void bucketsOfTenSecondsHoldTheirMean() {
        ExportRequest request =
                new ExportRequest(List.of(COUNT, PEOPLE), START, START.plusSeconds(20));
        assertThat(csv(request, summed(Aggregate.AVG, Duration.ofSeconds(10))))
                .isEqualTo(
                        """
                        timestamp,factory/line1/production_count,factory/environment/people
                        2026-11-21T06:00:00.000Z,5.0,5.0
                        2026-11-21T06:00:10.000Z,14.5,14.0
                        """);
    }

    @Test
    void aTextHasNoMeanAndIsLeftOutWhereNobodyNamedIt() {
        ExportForm mean = summed(Aggregate.AVG, Duration.ofHours(1));
        assertThat(csv(request(), mean).lines().findFirst().orElseThrow())
                .contains(COUNT, "factory/line1/alarm")
                .doesNotContain("factory/line1/status");
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> csv(request("factory/line1/status"), mean))
                .withMessage(
                        "factory/line1/status is a text, which has no avg; ask for count, first or"
                                + " last, or leave it out");
        assertThat(csv(request("factory/line1/status"), summed(Aggregate.LAST, Duration.ofDays(1))))
                .endsWith("2026-11-21T00:00:00.000Z,running\n");
    }

    @Test
    void whatIsSummedUpCanBeCancelledBeforeItsFirstRow() {
        List<Long> heard = new ArrayList<>();
        ExportResult result =
                Export.toFile(
                        () -> RecordedHistory.open(database),
                        request(COUNT),
                        summed(Aggregate.MAX, Duration.ofDays(1)),
                        file(ExportFormat.CSV),
                        (rows, through) -> {
                            heard.add(rows);
                            return heard.size() < 2;
                        });
        assertThat(heard).containsExactly(0L, 0L);
        assertThat(result).isEqualTo(new ExportResult(0, 1, true));
    }
}
