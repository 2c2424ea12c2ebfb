package org.plantdeck.signal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Commands, results, statuses and windows on the wire, and the table of tags. */
class BodiesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static String text(byte[] body) {
        return new String(body, UTF_8);
    }

    private static <T> T sound(Decoded<T> decoded) {
        return ((Decoded.Sound<T>) decoded).value();
    }

    @Test
    void aCommandAndItsResultKeepTheKeysOfTheContract() {
        Command command = new Command("r1", "speed_setpoint", Value.of(110.5), NOON, "maria");
        assertThat(text(CommandCodec.encode(command)))
                .isEqualTo(
                        "{\"request_id\":\"r1\",\"command\":\"speed_setpoint\",\"value\":110.5,"
                                + "\"issued_at\":\"2026-11-21T12:00:00.000Z\",\"by\":\"maria\"}");
        assertThat(sound(CommandCodec.decode(CommandCodec.encode(command)))).isEqualTo(command);
        CommandResult result =
                new CommandResult("r1", CommandResult.Phase.REFUSED, "0 to 120 bottles/min", NOON);
        assertThat(text(CommandCodec.encode(result)))
                .isEqualTo(
                        "{\"request_id\":\"r1\",\"phase\":\"refused\",\"reason\":\"0 to 120"
                                + " bottles/min\",\"timestamp\":\"2026-11-21T12:00:00.000Z\"}");
        assertThat(sound(CommandCodec.decodeResult(CommandCodec.encode(result)))).isEqualTo(result);
    }

    @Test
    void aCommandWithoutAValueHasNone() {
        Command start = new Command("r2", "start", Value.absent(), NOON, "");
        assertThat(sound(CommandCodec.decode(CommandCodec.encode(start)))).isEqualTo(start);
        assertThat(CommandCodec.decode("{\"command\":\"start\"}".getBytes(UTF_8)))
                .isEqualTo(new Decoded.Malformed<Command>("request_id is missing or not a text"));
    }

    @Test
    void aStatusCarriesItsFigures() {
        Health health =
                new Health(
                        Health.State.DEGRADED,
                        "the cloud broker is away",
                        Leaves.builder()
                                .put("outbox.depth", 12)
                                .put("outbox.oldest_age_s", 120)
                                .build());
        PartStatus status = new PartStatus("Bridge", "1f", "0.1.0", NOON, health);
        assertThat(text(StatusCodec.encode(status)))
                .isEqualTo(
                        "{\"component\":\"Bridge\",\"status\":\"degraded\",\"timestamp\":\"2026-11-21T12:00:00.000Z\",\"version\":\"0.1.0\",\"detail\":\"the"
                            + " cloud broker is away\",\"instance\":\"1f\","
                            + "\"outbox\":{\"depth\":12,\"oldest_age_s\":120}}");
        assertThat(sound(StatusCodec.decode(StatusCodec.encode(status)))).isEqualTo(status);
    }

    @Test
    void aWindowKeepsNullAveragesAndArrays() {
        AnalyticsWindow window =
                new AnalyticsWindow(
                        "a1",
                        7,
                        NOON,
                        NOON.plusSeconds(10),
                        Leaves.builder()
                                .put("count.energy", 0)
                                .put("energy_analytics.power_consumption.average", Value.absent())
                                .put("energy_analytics.power_consumption.trend", "stable")
                                .put("critical_alerts", "[]")
                                .build());
        assertThat(text(WindowCodec.encode(window)))
                .isEqualTo(
                        "{\"timestamp\":\"2026-11-21T12:00:10.000Z\",\"bridge_id\":\"Bridge\","
                            + "\"aggregation_period\":10,\"window_start\":\"2026-11-21T12:00:00.000Z\","
                            + "\"window_end\":\"2026-11-21T12:00:10.000Z\",\"count\":{\"energy\":0},"
                            + "\"energy_analytics\":{\"power_consumption\":{\"average\":null,\"trend\":\"stable\"}},"
                            + "\"critical_alerts\":[],\"run\":\"a1\",\"sequence\":7}");
        assertThat(sound(WindowCodec.decode(WindowCodec.encode(window)))).isEqualTo(window);
    }

    @Test
    void aResendRequestNamesARange() {
        ResendRequest request = new ResendRequest("a1", 3, 9);
        assertThat(sound(WindowCodec.decodeResend(WindowCodec.encode(request)))).isEqualTo(request);
        assertThat(WindowCodec.decodeResend("{\"run\":\"a1\",\"from\":9,\"to\":3}".getBytes(UTF_8)))
                .isEqualTo(new Decoded.Malformed<ResendRequest>("to is less than from"));
    }

    @Test
    void everyTagHasANameOfItsOwnAColumnAndWords() {
        Set<String> names = new HashSet<>();
        for (FactorySource source : FactorySource.values()) {
            Set<String> columns = new HashSet<>(List.of("run", "sequence", "timestamp"));
            for (Tag tag : FactoryTags.all(source)) {
                assertThat(names.add(tag.name())).as(tag.name()).isTrue();
                assertThat(columns.add(tag.column())).as(tag.column()).isTrue();
                assertThat(tag.description()).as(tag.name()).isNotBlank();
                assertThat(FactoryTags.named(tag.name())).hasValue(tag);
                if (tag.type() == TagType.NUMBER) {
                    assertThat(tag.high()).as(tag.name()).isGreaterThan(tag.low());
                }
            }
            assertThat(FactoryTags.all(source)).containsAll(FactoryTags.required(source));
        }
    }

    @Test
    void roundingIsHalfUpAndNeverGivesNegativeZero() {
        assertThat(Value.rounded(1.25, 1)).isEqualTo(Value.of(1.3));
        assertThat(Value.rounded(-0.04, 1)).isEqualTo(Value.of(0.0));
        assertThat(Value.rounded(267.449, 1).asText()).isEqualTo("267.4");
    }
}
