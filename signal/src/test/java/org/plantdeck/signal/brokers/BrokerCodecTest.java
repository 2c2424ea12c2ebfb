package org.plantdeck.signal.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.signal.Decoded;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bodies of broker/#. */
class BrokerCodecTest {

    private static Decoded<BrokerRequest> request(String body) {
        return BrokerCodec.decodeRequest(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRequestNeedsOnlyWhoAsksForWhat() {
        assertThat(request("{\"request_id\":\"1\",\"command\":\"clients\",\"new\":true}"))
                .isEqualTo(
                        new Decoded.Sound<>(
                                new BrokerRequest(
                                        "1", "clients", "", BrokerRequest.LIMIT_USUAL, "", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|request_id is missing or not a text",
                "{\"request_id\":\"1\"}|command is missing or not a text",
                "{\"request_id\":\"1\",\"command\":\"topics\",\"limit\":1001}|limit is not a whole"
                        + " number from 0 to 1000",
                "null|the body is not a JSON object",
            })
    void aRequestThatIsNoneSaysWhatIsMissing(String body, String reason) {
        assertThat(request(body)).isEqualTo(new Decoded.Malformed<BrokerRequest>(reason));
    }

    @ParameterizedTest
    @CsvSource({"[1", "12", "clients"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertThat(request(body)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void anAnswerComesBackAsItWasGiven() {
        BrokerAnswer answer =
                new BrokerAnswer(
                        "7",
                        BrokerAnswer.DONE,
                        "",
                        2,
                        List.of(
                                new ClientFigures(
                                        "press",
                                        "otto",
                                        "127.0.0.1:5",
                                        "2026-11-21T10:00:00.000Z",
                                        "MQTT 3.1.1",
                                        true,
                                        2,
                                        3,
                                        4,
                                        5,
                                        6,
                                        7.5,
                                        8.5)),
                        List.of(new TopicFigures("factory/line1", 4, 36, 1.5, 12, -1)));
        byte[] body = BrokerCodec.encode(answer);
        assertThat(BrokerCodec.decodeAnswer(body)).isEqualTo(new Decoded.Sound<>(answer));
        assertThat(new String(body, StandardCharsets.UTF_8))
                .contains("\"received_per_second\":7.5", "\"retained_bytes\":-1")
                .doesNotContain("was_done", "busiest", "has_retained");
    }

    @Test
    void theBusiestComesFirst() {
        TopicFigures slow = new TopicFigures("a", 9, 9, 0.1, 1, -1);
        TopicFigures fast = new TopicFigures("b", 1, 1, 5, 1, -1);
        assertThat(List.of(slow, fast).stream().sorted(TopicFigures.BUSIEST))
                .containsExactly(fast, slow);
    }

    @Test
    void everyCommandHasItsWord() {
        for (BrokerRequest.Act act : BrokerRequest.Act.values()) {
            assertThat(BrokerRequest.Act.of(act.word())).contains(act);
        }
        assertThat(BrokerRequest.Act.of("explode")).isEmpty();
    }
}
