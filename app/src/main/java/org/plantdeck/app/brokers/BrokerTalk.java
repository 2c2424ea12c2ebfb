package org.plantdeck.app.brokers;

import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.brokers.BrokerAnswer;
import org.plantdeck.signal.brokers.BrokerRequest;
import org.plantdeck.signal.brokers.BrokerRequest.Act;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Asks one broker and finds the answer to what it asked. Of each kind one question is open at a
 * time; a later one takes the place of an earlier. Threads: one.
 */
final class BrokerTalk {

    /** A question without an answer for this long is unanswered. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final Predicate<BrokerRequest> line;
    private final String by;
    private final Map<Act, Open> open = new EnumMap<>(Act.class);

    private record Open(String requestId, Instant askedAt) {}

    /**
     * @param line takes a request to the broker; false where there is no link to it
     * @param by who asks
     */
    BrokerTalk(Predicate<BrokerRequest> line, String by) {
        this.line = line;
        this.by = by;
    }

    /**
     * Asks.
     *
     * @return false where there is no link to the broker
     */
    boolean ask(Act act, String value, Instant now) {
        BrokerRequest request =
                new BrokerRequest(
                        UUID.randomUUID().toString(),
                        act.word(),
                        value,
                        BrokerRequest.LIMIT_USUAL,
                        IsoTime.format(now),
                        by);
        boolean sent = line.test(request);
        if (sent) {
            open.put(act, new Open(request.requestId(), now));
        }
        return sent;
    }

    /** What an answer answers, if it is to a question of ours that is still open. */
    Optional<Act> answered(BrokerAnswer answer) {
        Optional<Act> act =
                open.entrySet().stream()
                        .filter(it -> it.getValue().requestId().equals(answer.requestId()))
                        .map(Map.Entry::getKey)
                        .findFirst();
        act.ifPresent(open::remove);
        return act;
    }

    /** Whether a question is open and not yet too old. */
    boolean isAsking(Act act, Instant now) {
        Open question = open.get(act);
        return question != null && now.isBefore(question.askedAt().plus(ANSWER_WITHIN));
    }

    /** Gives a question up that has waited too long; whether it has. */
    boolean givesUp(Act act, Instant now) {
        boolean tooOld = open.containsKey(act) && !isAsking(act, now);
        if (tooOld) {
            open.remove(act);
        }
        return tooOld;
    }
}
