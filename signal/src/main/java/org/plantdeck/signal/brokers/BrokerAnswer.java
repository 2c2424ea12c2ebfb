package org.plantdeck.signal.brokers;

import java.util.List;

/**
 * What a broker answers; published on {@code broker/{component}/cmd/result}.
 *
 * @param requestId the request this answers
 * @param phase {@code done} or {@code refused}
 * @param reason why it is refused, or what was done, for a person to read
 * @param count how many clients, topics or retained messages there are of what was asked for,
 *     whether or not all are listed, or how many it was done to
 * @param clients the rows, where clients were asked for
 * @param topics the rows, where topics or retained messages were asked for
 */
public record BrokerAnswer(
        String requestId,
        String phase,
        String reason,
        int count,
        List<ClientFigures> clients,
        List<TopicFigures> topics) {

    /** It is done. */
    public static final String DONE = "done";

    /** It is not. */
    public static final String REFUSED = "refused";

    /** Takes what is missing as empty. */
    @SuppressWarnings("NullAway") // a body may lack any key
    public BrokerAnswer {
        if (requestId == null || phase == null) {
            throw new IllegalArgumentException("request_id or phase is missing");
        }
        reason = reason == null ? "" : reason;
        clients = clients == null ? List.of() : List.copyOf(clients);
        topics = topics == null ? List.of() : List.copyOf(topics);
    }

    /** A refusal. */
    public static BrokerAnswer refused(String requestId, String reason) {
        return new BrokerAnswer(requestId, REFUSED, reason, 0, List.of(), List.of());
    }

    /** Something was done. */
    public static BrokerAnswer done(String requestId, String reason, int count) {
        return new BrokerAnswer(requestId, DONE, reason, count, List.of(), List.of());
    }

    /** Whether it was done. */
    public boolean wasDone() {
        return phase.equals(DONE);
    }

    /** The topic on which a broker answers. */
    public static String topic(String component) {
        return BrokerRequest.topic(component) + "/result";
    }
}
